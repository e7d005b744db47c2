package fr.perisco.workflow;

import fr.perisco.domain.family.AuthorisedPerson;
import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.FieldChange;
import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.AuthorisedStore;
import fr.perisco.store.AuthorisedStore.Stored;
import fr.perisco.store.FamilyStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notes who may fetch a child besides its guardians. The audit trail says that it changed, and not who it is. */
public final class AuthorisedPersons {
    private static final String FIELD = "authorised_person";

    /**
     * What is told of a person; null leaves what is known of it as it is.
     *
     * @param from first day
     * @param to last day, included
     */
    public record Order(
            String child,
            String name,
            String phone,
            @Nullable String relation,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** @param changed false when it was known already */
    public record Report(Child child, AuthorisedPerson person, boolean changed) {}

    private final Office office;
    private final AuthorisedStore store;

    public AuthorisedPersons(Office office) {
        this.office = office;
        this.store = new AuthorisedStore(office.database());
    }

    /**
     * @throws Misused when the name or phone is empty, a text is none, or the period ends before it starts
     * @throws Refused when there is no such child
     */
    public Report authorise(Order order) {
        return office.act("child authorise", null, journal -> {
            Child child = child(order.child());
            Optional<Stored> known = named(child, order.name());
            AuthorisedPerson before = known.map(Stored::person).orElse(null);
            AuthorisedPerson after = new AuthorisedPerson(
                    filled(order.name()),
                    filled(order.phone()),
                    order.relation() == null ? before == null ? "" : before.relation() : TypedText.of(order.relation()),
                    order.from() == null && before != null ? before.from() : order.from(),
                    order.to() == null && before != null ? before.to() : order.to());
            if (after.from() != null && after.to() != null && after.from().isAfter(after.to())) {
                throw Misused.because("usage.order", after.from(), after.to());
            }
            boolean changed = !Objects.equals(before, after);
            if (changed) {
                known.ifPresent(stored -> store.remove(stored.id()));
                store.add(child.id(), after, journal);
                journal.changed(List.of(FieldChange.hidden("child", child.code(), FIELD)));
            }
            return new Report(child, after, changed);
        });
    }

    /**
     * @throws Refused when there is no such child, or nobody of that name is authorised
     */
    public Report revoke(String childCode, String name) {
        return office.act("child revoke", null, journal -> {
            Child child = child(childCode);
            Stored known =
                    named(child, name).orElseThrow(() -> Refused.because("authorise.nobody", name.strip(), childCode));
            store.remove(known.id());
            journal.changed(List.of(FieldChange.hidden("child", childCode, FIELD)));
            return new Report(child, known.person(), true);
        });
    }

    private Child child(String code) {
        return new FamilyStore(office.database()).child(code).orElseThrow(() -> Refused.because("unknown.child", code));
    }

    private Optional<Stored> named(Child child, String name) {
        return store.ofChild(child.id()).stream()
                .filter(stored -> stored.person().isNamed(name))
                .findFirst();
    }

    private static String filled(String text) {
        String typed = TypedText.of(text);
        if (typed.isEmpty()) {
            throw Misused.because("authorise.empty");
        }
        return typed;
    }
}
