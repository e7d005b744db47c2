package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.family.Child;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.registration.RegistrationState;
import fr.perisco.domain.reservation.TypicalWeek;
import fr.perisco.domain.reservation.WeekParity;
import fr.perisco.domain.reservation.WeekRecap;
import fr.perisco.store.DayRequestStore;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.Journal;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.RollStore;
import fr.perisco.store.TypicalWeekStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps one child's typical week as a rule, and books what it names. */
public final class WeekBooking {
    /**
     * The week that is asked for.
     *
     * @param family the payer; null for the earliest registration
     * @param override why days are booked in spite of what the family owes; null when they are not
     */
    public record Order(
            String child,
            String activity,
            String unit,
            Weekdays days,
            LocalDate from,
            LocalDate to,
            WeekParity weeks,
            @Nullable String family,
            boolean mayWait,
            @Nullable String override) {}

    private final Office office;

    public WeekBooking(Office office) {
        this.office = office;
    }

    /**
     * What the week came to.
     *
     * @param offers to whom the places went that were freed
     */
    public record Report(WeekRecap days, List<PlaceOffer> offers) {
        public Report {
            offers = List.copyOf(offers);
        }
    }

    /**
     * @throws Refused when a code is unknown, the period ends before it starts, the child is not registered, or who pays owes too
     *     much
     */
    public Report book(Order order) {
        if (order.to().isBefore(order.from())) {
            throw Refused.because("week.order", order.from(), order.to());
        }
        return office.act("reservation week", order.override(), journal -> {
            Rulebook rules = new Rulebook(office);
            if (order.override() != null) {
                rules.debts().lift();
            }
            return book(order, new DayRequestStore.Wish(office.now(), null, true, order.mayWait()), rules, journal);
        });
    }

    /** The same inside an act. */
    Report book(Order order, DayRequestStore.Wish wish, Rulebook rules, Journal journal) {
        Unit unit = Units.find(rules.units(), order.activity(), order.unit());
        Child child = new FamilyStore(office.database())
                .child(order.child())
                .orElseThrow(() -> Refused.because("unknown.child", order.child()));
        String family = order.family();
        Long payer = family == null ? null : (Long) new FamilyCodes(office).idOf(family);
        List<Registration> registrations = new RegistrationStore(office.database()).ofChild(child.id());
        List<Registration> meant = registrations.stream()
                .filter(row -> row.activityId() == unit.activity().id())
                .filter(row -> payer == null || row.familyId() == payer)
                .toList();
        if (meant.stream()
                .noneMatch(
                        row -> row.state() == RegistrationState.ACCEPTED && row.overlaps(order.from(), order.to()))) {
            throw new Refused(List.of(Registration.whyNone(meant, order.child(), order.activity(), order.from())));
        }
        refuseDebtors(meant, order, rules);
        TypicalWeek rule =
                new TypicalWeek(child.id(), unit.id(), payer, order.from(), order.to(), order.days(), order.weeks());
        WeekImport.Kept kept = new WeekImport(office)
                .keep(
                        List.of(WeekImport.Named.of(order.child(), order.activity(), order.unit(), rule)),
                        new TypicalWeekStore(office.database()).ofChild(child.id()),
                        journal);
        TypicalWeekBooking booking = new TypicalWeekBooking(
                office,
                journal,
                wish,
                rules,
                Map.of(child.id(), registrations),
                Map.of(child.id(), new RollStore(office.database()).schoolsOf(child.id())));
        WeekRecap days = booking.book(
                List.of(rule),
                kept.revised(),
                registrations.stream().map(Registration::id).toList());
        return new Report(days, booking.offers());
    }

    /** Where nobody who pays may book, there is nothing to keep. */
    private static void refuseDebtors(List<Registration> meant, Order order, Rulebook rules) {
        List<Optional<Reason>> why = meant.stream()
                .filter(row -> row.state() == RegistrationState.ACCEPTED && row.overlaps(order.from(), order.to()))
                .map(row -> rules.debts().whyNot(row.familyId()))
                .distinct()
                .toList();
        if (why.stream().allMatch(Optional::isPresent)) {
            throw new Refused(why.stream().flatMap(Optional::stream).toList());
        }
    }
}
