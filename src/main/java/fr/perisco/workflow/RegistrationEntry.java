package fr.perisco.workflow;

import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.registration.RegistrationChange;
import fr.perisco.domain.registration.RegistrationState;
import fr.perisco.store.RegistrationStore;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Registers one child for an activity at the desk. */
public final class RegistrationEntry {
    /**
     * What is asked for.
     *
     * @param from first day; null for today, or the activity's first day when that is still to come
     * @param to last day; null for the activity's last day
     * @param family the payer; null for the child's only family
     * @param state accepted, or pending while nobody has decided
     * @param override why the age does not matter this time; null when it does
     */
    public record Order(
            String child,
            String activity,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String family,
            RegistrationState state,
            @Nullable String override) {}

    /**
     * @param family the payer's code
     * @param added false when the child was registered so already
     */
    public record Report(String child, String activity, Registration registration, String family, boolean added) {}

    private final Office office;

    public RegistrationEntry(Office office) {
        this.office = office;
    }

    /**
     * @throws Refused when a code is unknown, or for what the import of a file would reject
     */
    public Report add(Order order) {
        return office.act("registration add", order.override(), journal -> {
            RegistrationDesk desk = new RegistrationDesk(office, order.child(), order.activity(), order.family());
            LocalDate from = order.from() == null ? usualFirstDay(desk, order.family(), order.state()) : order.from();
            LocalDate to = order.to() == null ? desk.activity.to() : order.to();
            RegistrationChange change = desk.decide(from, to, order.family(), order.state(), order.override() != null);
            if (change.isNew()) {
                new RegistrationStore(office.database()).insert(List.of(change.after()), journal);
            } else if (!change.isNothing()) {
                Registration known = change.before().orElseThrow();
                throw Refused.because(
                        "registration.other-end." + known.state().code(),
                        order.child(),
                        known.from(),
                        known.to(),
                        order.activity(),
                        to.toString());
            }
            return new Report(
                    order.child(), order.activity(), change.after(), desk.payerOf(change.after()), change.isNew());
        });
    }

    /** A child that is registered on that day already is meant to stay so from its first day. */
    private LocalDate usualFirstDay(RegistrationDesk desk, @Nullable String family, RegistrationState state) {
        LocalDate first = desk.activity.from().isAfter(office.today()) ? desk.activity.from() : office.today();
        return desk.in(state).stream()
                .filter(row -> !row.from().isAfter(first)
                        && !row.to().isBefore(first)
                        && (family == null || desk.payerOf(row).equals(family)))
                .map(Registration::from)
                .findFirst()
                .orElse(first);
    }
}
