package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.CHILD_FAMILY;

import fr.perisco.domain.calendar.DaySpan;
import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.Membership;
import fr.perisco.domain.family.SchooledChild;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.registration.RegistrationState;
import fr.perisco.domain.tariff.ChildSituation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** What of children their prices may depend on. */
final class ChildSituations {
    private static final Comparator<SchooledChild> ELDEST_FIRST =
            Comparator.comparing(SchooledChild::child, ChildSituation.ELDEST_FIRST);

    private final Database database;

    ChildSituations(Database database) {
        this.database = database;
    }

    /** Of all families by their keys, each one's children by their codes. */
    Map<Long, Map<String, ChildSituation>> all() {
        return of(
                DSL.noCondition(),
                DSL.noCondition(),
                new RegistrationStore(database).byChild().values().stream().flatMap(List::stream));
    }

    Map<String, ChildSituation> ofFamily(long familyId) {
        Condition ofFamily = CHILD_FAMILY.FAMILY_ID.eq(familyId);
        return of(
                        ofFamily,
                        CHILD.ID.in(DSL.select(CHILD_FAMILY.CHILD_ID)
                                .from(CHILD_FAMILY)
                                .where(ofFamily)),
                        new RegistrationStore(database).ofFamilyChildren(familyId).stream())
                .getOrDefault(familyId, Map.of());
    }

    private Map<Long, Map<String, ChildSituation>> of(
            Condition ofLink, Condition ofChild, Stream<Registration> registrations) {
        Map<Long, SchooledChild> children = new HashMap<>();
        new FamilyStore(database)
                .schooled(ofChild)
                .forEach(child -> children.put(child.child().id(), child));
        Map<Long, List<SchooledChild>> byFamily = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(CHILD_FAMILY.FAMILY_ID, CHILD_FAMILY.CHILD_ID)
                        .from(CHILD_FAMILY)
                        .where(ofLink),
                row -> byFamily.computeIfAbsent(row.getLong(1), id -> new ArrayList<>(2))
                        .add(Objects.requireNonNull(children.get(row.getLong(2)))));
        Map<Long, List<DaySpan>> registered = registered(registrations);
        Map<Long, Map<Long, Membership>> memberships = new MembershipStore(database).byFamily();
        Map<Long, Map<String, ChildSituation>> situations = new HashMap<>();
        byFamily.forEach((family, own) ->
                situations.put(family, situations(own, registered, memberships.getOrDefault(family, Map.of()))));
        return situations;
    }

    private static Map<Long, List<DaySpan>> registered(Stream<Registration> registrations) {
        Map<Long, List<DaySpan>> registered = new HashMap<>();
        registrations
                .filter(row -> row.state() == RegistrationState.ACCEPTED)
                .forEach(row -> registered
                        .computeIfAbsent(row.childId(), id -> new ArrayList<>(2))
                        .add(new DaySpan(row.from(), row.to())));
        return registered;
    }

    private static Map<String, ChildSituation> situations(
            List<SchooledChild> family, Map<Long, List<DaySpan>> registered, Map<Long, Membership> memberships) {
        List<List<DaySpan>> elders = new ArrayList<>();
        Map<String, ChildSituation> situations = new HashMap<>();
        family.stream().sorted(ELDEST_FIRST).forEach(child -> {
            Child own = child.child();
            situations.put(own.code(), new ChildSituation(own, child.schoolings(), elders));
            Membership membership = memberships.getOrDefault(own.id(), Membership.ALWAYS);
            elders.add(registered.getOrDefault(own.id(), List.of()).stream()
                    .flatMap(span -> membership.within(span).stream())
                    .toList());
        });
        return situations;
    }
}
