package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.exchange.csv.Parsed.Row;
import fr.perisco.exchange.csv.PupilCsv.Pupil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows of one file that name the same pupil, or pupils that nobody can tell apart. */
final class FileHomonyms {
    private final Map<Long, Reason> doubts = new HashMap<>();
    private final Set<Long> repeated = new HashSet<>();

    FileHomonyms(List<Row<Pupil>> rows) {
        Map<String, List<Row<Pupil>>> byNumber = new HashMap<>();
        Map<String, List<Row<Pupil>>> byPerson = new HashMap<>();
        for (Row<Pupil> row : rows) {
            Pupil pupil = row.good();
            if (!pupil.ine().isEmpty()) {
                byNumber.computeIfAbsent(pupil.ine(), key -> new ArrayList<>(1)).add(row);
            }
            byPerson.computeIfAbsent(PupilMatching.person(pupil), key -> new ArrayList<>(1))
                    .add(row);
        }
        byNumber.values().forEach(same -> judge(same, "onde.ine-twice"));
        for (List<Row<Pupil>> same : byPerson.values()) {
            boolean numbered = same.stream().noneMatch(row -> row.good().ine().isEmpty());
            if (!numbered) {
                judge(same, "onde.homonyms-in-file");
            }
        }
    }

    /** The same row again is one; rows that differ are in doubt, all of them. */
    private void judge(List<Row<Pupil>> same, String code) {
        if (same.size() == 1) {
            return;
        }
        Set<Pupil> different = same.stream().map(Row::good).collect(Collectors.toSet());
        if (different.size() == 1) {
            same.subList(1, same.size()).forEach(row -> repeated.add(row.line()));
        } else {
            doubt(same, code, "");
        }
    }

    /**
     * Notes that nothing can be done for some rows.
     *
     * @param child the child that all of them could be; may be empty
     */
    void doubt(List<Row<Pupil>> rows, String code, String child) {
        String lines = rows.stream().map(row -> Long.toString(row.line())).collect(Collectors.joining(", "));
        for (Row<Pupil> row : rows) {
            doubts.putIfAbsent(
                    row.line(),
                    Reason.of(code, row.good().fullName(), lines, row.good().ine(), child));
        }
    }

    /** Why nothing can be done for a row, by its line. */
    Map<Long, Reason> doubts() {
        return doubts;
    }

    /** Whether it says what a row before it says. */
    boolean isRepeated(Row<Pupil> row) {
        return repeated.contains(row.line());
    }
}
