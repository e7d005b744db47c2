package fr.perisco.workflow;

import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.NameKey;
import fr.perisco.exchange.csv.GuardianCsv.NamedGuardian;
import fr.perisco.exchange.csv.PupilCsv.Pupil;
import fr.perisco.store.FamilyRegister;
import fr.perisco.store.FamilyRegister.KnownFamily;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which families children have, and which of them a guardian of an extraction is in, since it has a child there. */
final class KnownHomes {
    private final Map<Long, Family> families = new HashMap<>();
    private final Map<Long, List<Long>> familiesOfChild = new HashMap<>();
    private final Map<Long, Map<String, String>> childrenOfFamily = new HashMap<>();
    private final Map<NamedGuardian, Map<Long, Family>> familiesOfGuardian = new HashMap<>();

    /**
     * @param goingOn the families that were not merged into others
     */
    KnownHomes(FamilyRegister register, Collection<KnownFamily> goingOn) {
        goingOn.forEach(known -> families.put(known.id(), known.family()));
        Map<Long, Child> children = new HashMap<>();
        register.children().values().forEach(known -> children.put(known.child().id(), known.child()));
        register.current().stream()
                .filter(link -> families.containsKey(link.familyId()))
                .forEach(link -> {
                    familiesOfChild
                            .computeIfAbsent(link.childId(), id -> new ArrayList<>(1))
                            .add(link.familyId());
                    Child child = children.get(link.childId());
                    if (child != null) {
                        add(link.familyId(), child);
                    }
                });
    }

    /** Notes a child of a family. */
    void add(long familyId, Child child) {
        childrenOfFamily
                .computeIfAbsent(familyId, id -> new HashMap<>())
                .put(NameKey.of(child.lastName(), child.firstName()), child.code());
    }

    /** The keys of a known child's families. */
    List<Long> familiesOf(Child child) {
        return familiesOfChild.getOrDefault(child.id(), List.of());
    }

    /** The families that a known child has. */
    List<Family> homesOf(Child child) {
        return familiesOf(child).stream().map(families::get).toList();
    }

    /** Notes that a guardian has a known child. */
    void learn(NamedGuardian guardian, Child child) {
        for (long id : familiesOf(child)) {
            Family family = families.get(id);
            if (family != null && ExtractedContacts.named(family, guardian) != null) {
                familiesOfGuardian
                        .computeIfAbsent(guardian, key -> new LinkedHashMap<>())
                        .put(id, family);
            }
        }
    }

    /** The families by their keys that a guardian is in. */
    Map<Long, Family> of(NamedGuardian guardian) {
        return familiesOfGuardian.getOrDefault(guardian, Map.of());
    }

    /** The code of a family's child of the same name; null when there is none. */
    @Nullable
    String childNamed(long familyId, Pupil pupil) {
        Map<String, String> children = childrenOfFamily.getOrDefault(familyId, Map.of());
        String code = children.get(NameKey.of(pupil.lastName(), pupil.firstName()));
        return code == null ? children.get(NameKey.of(pupil.usageName(), pupil.firstName())) : code;
    }
}
