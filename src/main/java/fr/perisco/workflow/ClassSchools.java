package fr.perisco.workflow;

import fr.perisco.domain.family.Level;
import fr.perisco.domain.family.NameKey;
import fr.perisco.domain.family.Schooling;
import fr.perisco.exchange.csv.PupilCsv.Pupil;
import fr.perisco.store.FamilyRegister.KnownChild;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Says which school a pupil of an extraction goes to, since its rows do not: the one that was named for all, else the one that has
 * a class of that name.
 */
final class ClassSchools {
    private final @Nullable String named;
    private final Map<String, Set<String>> schoolsOfClass = new HashMap<>();

    /**
     * @param children with their schools and classes until now
     * @param named the school of the whole file; null where the class decides
     */
    ClassSchools(Collection<KnownChild> children, @Nullable String named) {
        this.named = named;
        for (KnownChild known : children) {
            Schooling schooling = known.schooling();
            if (!schooling.school().isEmpty() && !schooling.schoolClass().isEmpty()) {
                schoolsOfClass
                        .computeIfAbsent(NameKey.of(schooling.schoolClass()), key -> new TreeSet<>())
                        .add(schooling.school());
            }
        }
    }

    /**
     * The school's code; empty when nothing says it. A child stays at its school when that has the class, and when no school or
     * more than one has it. A child whose class is no other than before stays where it was, be it at no school: which schools have
     * the class may be what the same file changed.
     *
     * @param before where the child went until now
     */
    String of(Pupil pupil, Schooling before) {
        if (named != null) {
            return named;
        }
        Set<String> schools = schoolsOf(pupil);
        boolean decides = schools.size() == 1 && !isSameClass(pupil, before) && !schools.contains(before.school());
        return decides ? schools.iterator().next() : before.school();
    }

    /**
     * Whether a child stays at its school for want of a better one: several other schools have its new class, or it changes between
     * nursery and elementary school and no school has the class.
     *
     * @param before where the child went until now
     */
    boolean isDoubtful(Pupil pupil, Schooling before) {
        Set<String> schools = schoolsOf(pupil);
        if (named != null
                || before.school().isEmpty()
                || isSameClass(pupil, before)
                || schools.contains(before.school())) {
            return false;
        }
        Level level = pupil.level();
        Level last = levelOf(before);
        boolean leavesNursery = level != null && last != null && level.isNursery() != last.isNursery();
        return schools.size() > 1 || (schools.isEmpty() && leavesNursery);
    }

    private Set<String> schoolsOf(Pupil pupil) {
        return schoolsOfClass.getOrDefault(NameKey.of(pupil.schoolClass()), Set.of());
    }

    private static boolean isSameClass(Pupil pupil, Schooling before) {
        return !pupil.schoolClass().isEmpty()
                && NameKey.of(pupil.schoolClass()).equals(NameKey.of(before.schoolClass()));
    }

    /** The level that a record says, or its class's name. */
    static @Nullable Level levelOf(Schooling schooling) {
        return schooling.level() == null
                ? Level.ofClass(schooling.schoolClass()).orElse(null)
                : schooling.level();
    }
}
