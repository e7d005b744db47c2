package fr.perisco.workflow;

import fr.perisco.domain.family.NameKey;
import fr.perisco.exchange.csv.GuardianCsv.NamedChild;
import fr.perisco.exchange.csv.GuardianCsv.NamedGuardian;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.Parsed.Row;
import fr.perisco.exchange.csv.PupilCsv.Pupil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which guardians name which pupil: by family name and first name, and by class where the guardian's row gives one; homonyms of one
 * file have none for sure.
 */
final class GuardianLinks {
    /**
     * What a guardian's row says of a child.
     *
     * @param classes the keys of the classes that it gives; empty where it gives none
     */
    private record Naming(Row<NamedGuardian> row, Set<String> classes) {
        private boolean allows(Pupil pupil) {
            String own = NameKey.of(pupil.schoolClass());
            return classes.isEmpty() || own.isEmpty() || classes.contains(own);
        }
    }

    /**
     * A guardian's row whose child has the name of a pupil, but another class.
     *
     * @param schoolClass of the pupil
     */
    record OtherClass(Row<NamedGuardian> row, NamedChild child, String schoolClass) {}

    private final Map<String, List<Naming>> namings = new HashMap<>();
    private final Map<String, Pupil> pupilOfName = new HashMap<>();
    private final Map<String, String> personOfName = new HashMap<>();
    private final Set<String> homonyms = new HashSet<>();
    private final Parsed<NamedGuardian> file;

    GuardianLinks(Parsed<Pupil> pupils, Parsed<NamedGuardian> file) {
        this.file = file;
        for (Row<Pupil> row : pupils.legibleRows()) {
            Pupil pupil = row.legible();
            String person = PupilMatching.person(pupil) + "|" + pupil.ine();
            String other = personOfName.putIfAbsent(key(pupil), person);
            pupilOfName.putIfAbsent(key(pupil), pupil);
            if (other != null && !other.equals(person)) {
                homonyms.add(key(pupil));
            }
        }
        for (Row<NamedGuardian> row : file.acceptedRows()) {
            Map<String, Set<String>> named = new LinkedHashMap<>();
            for (NamedChild child : row.good().children()) {
                Set<String> classes = named.computeIfAbsent(key(child), key -> new HashSet<>());
                String schoolClass = NameKey.of(child.schoolClass());
                if (!schoolClass.isEmpty()) {
                    classes.add(schoolClass);
                }
            }
            named.forEach((key, classes) ->
                    namings.computeIfAbsent(key, name -> new ArrayList<>(2)).add(new Naming(row, classes)));
        }
    }

    /** Those who name the pupil, in the order of the file; nobody where homonyms could be meant. */
    List<Row<NamedGuardian>> of(Pupil pupil) {
        return isHomonym(pupil) ? List.of() : rows(pupil, true);
    }

    /** All who name a child of the pupil's name, whichever its class. */
    List<Row<NamedGuardian>> naming(Pupil pupil) {
        return namings.getOrDefault(key(pupil), List.of()).stream()
                .map(Naming::row)
                .toList();
    }

    /** Those who name a child of the pupil's name in another class, in the order of the file. */
    List<Row<NamedGuardian>> ofOtherClass(Pupil pupil) {
        return rows(pupil, false);
    }

    private List<Row<NamedGuardian>> rows(Pupil pupil, boolean allowed) {
        return namings.getOrDefault(key(pupil), List.of()).stream()
                .filter(naming -> naming.allows(pupil) == allowed)
                .map(Naming::row)
                .toList();
    }

    /** The guardians who name a pupil of the file, but in another class, so that they are not taken for its guardians. */
    List<OtherClass> otherClasses() {
        List<OtherClass> others = new ArrayList<>();
        for (Row<NamedGuardian> row : file.acceptedRows()) {
            Set<String> told = new HashSet<>();
            for (NamedChild child : row.good().children()) {
                Pupil pupil = pupilOfName.get(key(child));
                if (pupil != null && !isHomonym(pupil) && ofOtherClass(pupil).contains(row) && told.add(key(child))) {
                    others.add(new OtherClass(row, child, pupil.schoolClass()));
                }
            }
        }
        return others;
    }

    /** The guardians who name a pupil that has a homonym in the file, with the child as they name it. */
    Map<Row<NamedGuardian>, NamedChild> ofHomonyms() {
        Map<Row<NamedGuardian>, NamedChild> found = new LinkedHashMap<>();
        for (Row<NamedGuardian> row : file.acceptedRows()) {
            row.good().children().stream()
                    .filter(child -> homonyms.contains(key(child)))
                    .findFirst()
                    .ifPresent(child -> found.put(row, child));
        }
        return found;
    }

    /** Whether another pupil of the file bears the same family name and first name. */
    boolean isHomonym(Pupil pupil) {
        return homonyms.contains(key(pupil));
    }

    /** How many guardians name no pupil of the file. */
    long withoutPupil() {
        return file.acceptedRows().stream()
                .filter(row -> row.good().children().stream().noneMatch(child -> personOfName.containsKey(key(child))))
                .count();
    }

    static String key(NamedChild child) {
        return key(child.lastName().isEmpty() ? child.usageName() : child.lastName(), child.firstName());
    }

    static String key(Pupil pupil) {
        return key(pupil.lastName(), pupil.firstName());
    }

    private static String key(String lastName, String firstName) {
        return NameKey.of(lastName, firstName);
    }
}
