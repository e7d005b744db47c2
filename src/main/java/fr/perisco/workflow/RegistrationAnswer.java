package fr.perisco.workflow;

import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.registration.RegistrationState;
import fr.perisco.store.Journal;
import fr.perisco.store.RegistrationStore;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers a registration that waits for a decision. */
public final class RegistrationAnswer {
    /**
     * Which registration is meant.
     *
     * @param from its first day; null when only one can be meant, and so is the payer
     */
    public record Order(
            String child,
            String activity,
            @Nullable LocalDate from,
            @Nullable String family) {}

    /**
     * @param after the registration as it is now
     * @param family the payer's code
     * @param changed false when it had that answer already
     */
    public record Report(Registration after, String family, boolean changed) {}

    private final Office office;

    public RegistrationAnswer(Office office) {
        this.office = office;
    }

    /**
     * Accepts one that waits, or one that was refused, if nothing speaks against it now.
     *
     * @param override why the age does not matter this time; null when it does
     * @throws Refused when a code is unknown, when none or several can be meant, or for all that speaks against it
     */
    public Report accept(Order order, @Nullable String override) {
        return office.act("registration accept", override, journal -> {
            RegistrationDesk desk = new RegistrationDesk(office, order.child(), order.activity(), order.family());
            Registration meant = meant(order, desk, RegistrationState.REFUSED, RegistrationState.ACCEPTED);
            if (meant.state() != RegistrationState.ACCEPTED) {
                desk.requireAcceptable(meant, override != null);
            }
            return answered(meant, RegistrationState.ACCEPTED, null, desk, journal);
        });
    }

    /**
     * Refuses one that waits.
     *
     * @param reason what the family is told
     * @throws Refused when a code is unknown, or when none or several can be meant
     */
    public Report refuse(Order order, String reason) {
        return office.act("registration refuse", reason, journal -> {
            RegistrationDesk desk = new RegistrationDesk(office, order.child(), order.activity(), order.family());
            Registration meant = meant(order, desk, RegistrationState.REFUSED);
            return answered(meant, RegistrationState.REFUSED, reason, desk, journal);
        });
    }

    /** The only one that waits; when none does, the only one in one of the other states. */
    private static Registration meant(Order order, RegistrationDesk desk, RegistrationState... otherwise) {
        return Stream.concat(Stream.of(RegistrationState.PENDING), Stream.of(otherwise))
                .map(state -> desk.in(state).stream()
                        .filter(row -> order.from() == null || row.from().equals(order.from()))
                        .filter(row ->
                                order.family() == null || desk.payerOf(row).equals(order.family()))
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(found -> only(found, desk))
                .orElseThrow(() -> Refused.because("registration.answer.none", order.child(), order.activity()));
    }

    private static Registration only(List<Registration> found, RegistrationDesk desk) {
        if (found.size() > 1) {
            throw Refused.because(
                    "registration.answer.which",
                    found.stream()
                            .map(row -> row.from() + " (" + desk.payerOf(row) + ")")
                            .collect(Collectors.joining(", ")));
        }
        return found.get(0);
    }

    private Report answered(
            Registration before,
            RegistrationState state,
            @Nullable String reason,
            RegistrationDesk desk,
            Journal journal) {
        Registration after = before.in(state);
        RegistrationStore store = new RegistrationStore(office.database());
        boolean changed = before.state() != state || !reasonOf(before, store).equals(reason == null ? "" : reason);
        if (changed) {
            store.decide(after, reason);
            journal.changed(
                    "registration",
                    LastDays.name(desk.child.code(), desk.activity.code(), before.from()),
                    "state",
                    before.state().code(),
                    state.code());
        }
        return new Report(after, desk.payerOf(before), changed);
    }

    private static String reasonOf(Registration registration, RegistrationStore store) {
        return store.named(List.of(registration.id())).get(0).reason();
    }
}
