package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.registration.RegistrationState;
import fr.perisco.domain.reservation.EndRecap;
import fr.perisco.store.SetupStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives one registration another last day, an earlier one as a rule, and settles what was booked after it. */
public final class RegistrationEnd {
    /**
     * What is asked for.
     *
     * @param lastDay the last day on which the child is registered
     * @param family the payer; null when only one registration can be meant
     * @param waive why days past their deadline are not billed either; null when they are
     */
    public record Order(
            String child,
            String activity,
            LocalDate lastDay,
            @Nullable String family,
            @Nullable String waive) {}

    /** What became of all that stood after the last day at one unit. */
    public record EndedUnit(Unit unit, EndRecap recap) {}

    /**
     * @param before the registration as it was
     * @param family the payer's code
     * @param units those of the activity
     * @param others first days of the child's registrations for the activity that last longer
     * @param changed whether anything was
     * @param offers to whom the places went that were freed
     */
    public record Report(
            Registration before,
            String family,
            List<EndedUnit> units,
            List<LocalDate> others,
            boolean changed,
            List<PlaceOffer> offers) {}

    private final Office office;

    public RegistrationEnd(Office office) {
        this.office = office;
    }

    /**
     * @throws Refused when a code is unknown, when none or more than one registration can be meant, when it begins later,
     *     or when it cannot last that long
     */
    public Report end(Order order) {
        return office.act("registration end", order.waive(), journal -> {
            RegistrationDesk desk = new RegistrationDesk(office, order.child(), order.activity(), order.family());
            Registration before = meant(order, desk);
            requireAllowed(before, order.lastDay(), desk);
            LastDays lastDays = new LastDays(office, journal);
            lastDays.move(before, LastDays.name(order.child(), order.activity(), before.from()), order.lastDay());
            Map<Long, EndRecap> recaps = lastDays.settle(order.waive() != null);
            return new Report(
                    before,
                    desk.payerOf(before),
                    new SetupStore(office.database())
                            .units().stream()
                                    .filter(unit -> unit.activity().id() == before.activityId())
                                    .map(unit -> new EndedUnit(unit, recaps.getOrDefault(unit.id(), EndRecap.NOTHING)))
                                    .toList(),
                    desk.accepted().stream()
                            .filter(other ->
                                    other.id() != before.id() && other.to().isAfter(order.lastDay()))
                            .map(Registration::from)
                            .toList(),
                    !journal.isEmpty(),
                    lastDays.offers());
        });
    }

    /** The one that covers the day, else the one that ended last before it. */
    private static Registration meant(Order order, RegistrationDesk desk) {
        LocalDate lastDay = order.lastDay();
        List<Registration> candidates = desk.accepted().stream()
                .filter(row -> order.family() == null || desk.payerOf(row).equals(order.family()))
                .toList();
        if (candidates.isEmpty()) {
            throw Refused.because("registration.end.none", order.child(), order.activity());
        }
        List<Registration> begun =
                candidates.stream().filter(row -> !row.from().isAfter(lastDay)).toList();
        if (begun.isEmpty()) {
            throw Refused.because(
                    "registration.end.begins-later", candidates.get(0).from(), lastDay);
        }
        LocalDate latest =
                begun.stream().map(Registration::to).max(LocalDate::compareTo).orElseThrow();
        List<Registration> meant = begun.stream()
                .filter(row -> latest.isBefore(lastDay)
                        ? row.to().equals(latest)
                        : !row.to().isBefore(lastDay))
                .toList();
        if (meant.size() > 1) {
            throw Refused.because(
                    "registration.end.which-family",
                    order.child(),
                    meant.stream().map(desk::payerOf).collect(Collectors.joining(", ")));
        }
        return meant.get(0);
    }

    /** An earlier end is always allowed; a later one is judged as if it were asked for anew. */
    private static void requireAllowed(Registration registration, LocalDate lastDay, RegistrationDesk desk) {
        if (!lastDay.isAfter(registration.to())) {
            return;
        }
        if (lastDay.isAfter(desk.activity.to())) {
            throw Refused.because(
                    "registration.outside-activity", desk.activity.code(), desk.activity.from(), desk.activity.to());
        }
        desk.decide(registration.from(), lastDay, desk.payerOf(registration), RegistrationState.ACCEPTED, true);
    }
}
