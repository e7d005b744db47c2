package fr.perisco.workflow;

import fr.perisco.domain.family.NameKey;
import fr.perisco.exchange.csv.GuardianCsv.NamedGuardian;
import fr.perisco.exchange.csv.Parsed.Row;
import fr.perisco.exchange.csv.PupilCsv.Pupil;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The guardians of a pupil that is new, each once: who lives at the pupil's addresses first, so that the order of the file does not
 * say which home is the pupil's.
 */
final class PupilGuardians {
    private static final int MOST = 2;

    private final Pupil pupil;
    private final List<Row<NamedGuardian>> rows;

    /**
     * @param named the rows that name the pupil
     */
    PupilGuardians(Pupil pupil, List<Row<NamedGuardian>> named) {
        this.pupil = pupil;
        Set<String> persons = new HashSet<>();
        this.rows = new ArrayList<>(named);
        rows.removeIf(row -> !persons.add(person(row.good())));
        rows.sort(Comparator.comparingInt(row -> nearness(row.good())));
    }

    /** Nearest to the pupil's home first; those of one home in the order of the file. */
    List<Row<NamedGuardian>> rows() {
        return rows;
    }

    /** Whether nobody can tell whose child it is: more than two name it, or homes that differ, none of which is the pupil's. */
    boolean isAmbiguous() {
        long homes = rows.stream()
                .map(Row::good)
                .filter(guardian -> !guardian.address().isEmpty())
                .map(guardian -> NameKey.of(guardian.address(), guardian.postcode()))
                .distinct()
                .count();
        return rows.size() > MOST || (homes > 1 && nearness(rows.get(0).good()) > 1);
    }

    private int nearness(NamedGuardian guardian) {
        if (guardian.address().isEmpty()) {
            return 3;
        }
        String home = NameKey.of(guardian.address(), guardian.postcode());
        if (home.equals(NameKey.of(pupil.address(), pupil.postcode()))) {
            return 0;
        }
        return home.equals(NameKey.of(pupil.secondAddress(), pupil.secondPostcode())) ? 1 : 2;
    }

    private static String person(NamedGuardian guardian) {
        return NameKey.of(guardian.name(), guardian.firstName(), guardian.address(), guardian.postcode());
    }
}
