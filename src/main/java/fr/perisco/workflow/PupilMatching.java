package fr.perisco.workflow;

import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.NameKey;
import fr.perisco.domain.reason.Reason;
import fr.perisco.exchange.csv.PupilCsv.Pupil;
import fr.perisco.store.FamilyRegister.KnownChild;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the child that a pupil is: by the national number, else by name and birth date; where several could be meant, none. */
final class PupilMatching {
    /**
     * @param child null when the office knows none, or when that is in doubt
     * @param doubt why nobody can be sure; null when it is sure
     * @param candidates codes of the children that could be meant
     */
    record Found(@Nullable KnownChild child, @Nullable Reason doubt, Set<String> candidates) {
        private static final Found NOBODY = new Found(null, null, Set.of());

        private static Found of(KnownChild child) {
            return new Found(child, null, Set.of(child.child().code()));
        }

        private static Found doubt(Collection<Child> candidates, String code, Object... details) {
            return new Found(
                    null,
                    Reason.of(code, details),
                    candidates.stream().map(Child::code).collect(Collectors.toSet()));
        }
    }

    private final Map<String, KnownChild> byNumber = new HashMap<>();
    private final Map<String, List<KnownChild>> byPerson = new HashMap<>();
    private final Map<String, Set<String>> byName = new HashMap<>();

    PupilMatching(Collection<KnownChild> children) {
        for (KnownChild known : children) {
            byName.computeIfAbsent(name(known.child().lastName(), known.child().firstName()), key -> new HashSet<>(2))
                    .add(known.child().code());
            Child child = known.child();
            if (!child.ine().isEmpty()) {
                byNumber.put(child.ine(), known);
            }
            byPerson.computeIfAbsent(
                            person(child.lastName(), child.firstName(), child.birthOn()), key -> new ArrayList<>(1))
                    .add(known);
        }
    }

    /** What two rows share that name the same person, or homonyms. */
    static String person(Pupil pupil) {
        return person(pupil.lastName(), pupil.firstName(), pupil.birthOn());
    }

    private static String person(String lastName, String firstName, @Nullable LocalDate birth) {
        return name(lastName, firstName) + "|" + (birth == null ? "" : birth);
    }

    private static String name(String lastName, String firstName) {
        return NameKey.of(lastName, firstName);
    }

    Found find(Pupil pupil) {
        KnownChild numbered = byNumber.get(pupil.ine());
        if (numbered != null) {
            Child child = numbered.child();
            return isSamePerson(child, pupil)
                    ? Found.of(numbered)
                    : Found.doubt(
                            List.of(child), "onde.ine-of-another", pupil.fullName(), pupil.ine(), told(List.of(child)));
        }
        List<KnownChild> open = new ArrayList<>();
        List<Child> others = new ArrayList<>();
        for (KnownChild known : named(pupil, pupil.birthOn())) {
            if (pupil.ine().isEmpty() || known.child().ine().isEmpty()) {
                open.add(known);
            } else {
                others.add(known.child());
            }
        }
        if (open.size() == 1) {
            return Found.of(open.get(0));
        }
        if (open.size() > 1) {
            List<Child> homonyms = open.stream().map(KnownChild::child).toList();
            return Found.doubt(homonyms, "onde.homonyms", pupil.fullName(), told(homonyms));
        }
        if (!others.isEmpty()) {
            return Found.doubt(others, "onde.ine-differs", pupil.fullName(), pupil.ine(), told(others));
        }
        List<Child> undated = named(pupil, null).stream().map(KnownChild::child).toList();
        return undated.isEmpty()
                ? Found.NOBODY
                : Found.doubt(undated, "onde.no-birth-date", pupil.fullName(), told(undated));
    }

    /** The codes of the children of its name, whatever their birth dates. */
    Set<String> namesakes(Pupil pupil) {
        Set<String> found = new HashSet<>(byName.getOrDefault(name(pupil.lastName(), pupil.firstName()), Set.of()));
        found.addAll(byName.getOrDefault(name(pupil.usageName(), pupil.firstName()), Set.of()));
        return found;
    }

    /** Those who bear its family name or the name that it goes by. */
    private List<KnownChild> named(Pupil pupil, @Nullable LocalDate birth) {
        List<KnownChild> found =
                new ArrayList<>(byPerson.getOrDefault(person(pupil.lastName(), pupil.firstName(), birth), List.of()));
        for (KnownChild known : byPerson.getOrDefault(person(pupil.usageName(), pupil.firstName(), birth), List.of())) {
            if (!found.contains(known)) {
                found.add(known);
            }
        }
        return found;
    }

    /** A number is copied wrong at times: then neither the birth date nor the names agree. */
    private static boolean isSamePerson(Child child, Pupil pupil) {
        String name = NameKey.of(child.lastName(), child.firstName());
        return pupil.birthOn().equals(child.birthOn())
                || name.equals(NameKey.of(pupil.lastName(), pupil.firstName()))
                || name.equals(NameKey.of(pupil.usageName(), pupil.firstName()));
    }

    private static String told(List<Child> children) {
        return children.stream()
                .map(child -> child.code() + " " + child.fullName())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }
}
