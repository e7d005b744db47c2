package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reservation.DayState;
import fr.perisco.domain.reservation.ListedDay;
import fr.perisco.domain.reservation.PortalRequest;
import fr.perisco.domain.reservation.PortalWeek;
import fr.perisco.domain.reservation.RequestAction;
import fr.perisco.store.RegistrationStore.Named;
import fr.perisco.store.RequestStore;
import fr.perisco.store.RollStore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The days that families ask for through the portal, as lists show them. Only inside an act or a reading. */
final class PortalDays {
    private final Office office;
    private final RequestStore requests;
    private final Map<String, String> families;
    private final Collection<Named> registrations;
    private final Map<String, String> childNames = new HashMap<>();

    /**
     * @param registrations those of the children that are to be shown
     */
    PortalDays(Office office, Collection<Named> registrations) {
        this.office = office;
        this.requests = new RequestStore(office.database());
        this.families = new RollStore(office.database()).logins();
        this.registrations = registrations;
        registrations.forEach(named -> childNames.put(named.child(), named.childName()));
    }

    /**
     * What nobody has decided, in the order in which it was asked for.
     *
     * @param from null for all days, and so is the last one
     */
    List<ListedDay> asked(@Nullable LocalDate from, @Nullable LocalDate to) {
        List<ListedDay> days = new ArrayList<>();
        List<PortalWeek> weeks = requests.undecidedWeeks();
        if (!weeks.isEmpty()) {
            Rulebook rules = new Rulebook(office);
            weeks.forEach(week -> rules.units().stream()
                    .filter(unit -> unit.activity().code().equals(week.activity())
                            && unit.code().equals(week.unit()))
                    .forEach(unit -> days.addAll(named(week, unit, rules, from, to))));
        }
        requests.undecidedDays()
                .forEach(request -> days.add(listed(
                        request,
                        request.action() == RequestAction.CANCEL ? DayState.CANCEL_REQUESTED : DayState.REQUESTED,
                        null)));
        return days;
    }

    /** The days that were refused to be added, the latest refusal last. */
    List<ListedDay> refused(@Nullable LocalDate from, @Nullable LocalDate to) {
        return requests.refused(from, to).stream()
                .map(refused -> listed(refused.request(), DayState.REFUSED, refused.reason()))
                .toList();
    }

    private ListedDay listed(PortalRequest request, DayState state, @Nullable Reason reason) {
        return new ListedDay(
                request.child(),
                childNames.getOrDefault(request.child(), ""),
                families.getOrDefault(request.login(), ""),
                request.activity(),
                request.unit(),
                Objects.requireNonNull(request.day()),
                state,
                "",
                reason);
    }

    /** The open days of the child's registrations that a week names. */
    private List<ListedDay> named(
            PortalWeek week, Unit unit, Rulebook rules, @Nullable LocalDate from, @Nullable LocalDate to) {
        List<ListedDay> days = new ArrayList<>();
        String family = families.getOrDefault(week.login(), "");
        LocalDate first = from == null || from.isBefore(week.from()) ? week.from() : from;
        LocalDate last = to == null || to.isAfter(week.to()) ? week.to() : to;
        for (YearMonth month = YearMonth.from(first); !month.atDay(1).isAfter(last); month = month.plusMonths(1)) {
            if (!rules.calendar().isLoaded(month.atDay(1))) {
                continue;
            }
            DaySet wanted = week.weekdays()
                    .in(month)
                    .intersect(DaySet.between(month, first, last))
                    .intersect(week.weeks().in(month))
                    .intersect(rules.openDays().in(unit, month));
            YearMonth shown = month;
            registrations.stream()
                    .filter(named -> named.child().equals(week.child())
                            && named.family().equals(family)
                            && named.activity().equals(week.activity()))
                    .forEach(named -> wanted.intersect(named.registration().days(shown))
                            .days(shown)
                            .forEach(day -> days.add(new ListedDay(
                                    named.child(),
                                    named.childName(),
                                    named.family(),
                                    named.activity(),
                                    unit.code(),
                                    day,
                                    DayState.REQUESTED,
                                    "",
                                    null))));
        }
        return days;
    }
}
