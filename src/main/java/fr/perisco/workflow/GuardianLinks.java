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
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which guardians name which pupil: by family name and first name alone, so that homonyms have none for sure. */
final class GuardianLinks {
    private final Map<String, List<Row<NamedGuardian>>> guardians = new HashMap<>();
    private final Map<String, String> personOfName = new HashMap<>();
    private final Set<String> homonyms = new HashSet<>();
    private final Parsed<NamedGuardian> file;

    GuardianLinks(Parsed<Pupil> pupils, Parsed<NamedGuardian> file) {
        this.file = file;
        for (Row<Pupil> row : pupils.legibleRows()) {
            Pupil pupil = row.legible();
            String person = PupilMatching.person(pupil) + "|" + pupil.ine();
            String other = personOfName.putIfAbsent(key(pupil), person);
            if (other != null && !other.equals(person)) {
                homonyms.add(key(pupil));
            }
        }
        for (Row<NamedGuardian> row : file.acceptedRows()) {
            Set<String> named = new HashSet<>();
            for (NamedChild child : row.good().children()) {
                String key = key(child.lastName().isEmpty() ? child.usageName() : child.lastName(), child.firstName());
                if (named.add(key)) {
                    guardians.computeIfAbsent(key, name -> new ArrayList<>(2)).add(row);
                }
            }
        }
    }

    /** Those who name the pupil, in the order of the file; nobody where homonyms could be meant. */
    List<Row<NamedGuardian>> of(Pupil pupil) {
        return isHomonym(pupil) ? List.of() : guardians.getOrDefault(key(pupil), List.of());
    }

    /** Whether another pupil of the file bears the same family name and first name. */
    boolean isHomonym(Pupil pupil) {
        return homonyms.contains(key(pupil));
    }

    /** How many guardians name no pupil of the file. */
    long withoutPupil() {
        return file.acceptedRows().stream()
                .filter(row -> row.good().children().stream()
                        .noneMatch(child -> personOfName.containsKey(key(
                                child.lastName().isEmpty() ? child.usageName() : child.lastName(), child.firstName()))))
                .count();
    }

    private static String key(Pupil pupil) {
        return key(pupil.lastName(), pupil.firstName());
    }

    private static String key(String lastName, String firstName) {
        return NameKey.of(lastName, firstName);
    }
}
