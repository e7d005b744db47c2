package fr.perisco.workflow;

import fr.perisco.domain.reason.InputFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What loading a file changed.
 *
 * @param differences each change, in the order of the file
 * @param faults of the rows that were set aside
 * @param unknownColumns headers that nobody reads
 */
public record ImportReport(
        List<Counts> counts, List<Difference> differences, List<InputFault> faults, List<String> unknownColumns) {
    /**
     * @param what the kind of thing counted, such as {@code families}
     * @param vanished stored, but not in the file: left alone
     */
    public record Counts(String what, int added, int changed, int unchanged, int vanished, int rejected) {}

    /**
     * @param change what happened: new, changed or vanished; moved-up for a level above the one before; differs for a value of the file
     *     that was not taken over
     * @param field the field's name in files; empty when the thing as a whole is new or vanished
     */
    public record Difference(
            String change,
            String kind,
            String code,
            String field,
            @Nullable Object before,
            @Nullable Object after) {
        public static final String NEW = "new";
        public static final String CHANGED = "changed";
        public static final String VANISHED = "vanished";
        public static final String MOVED_UP = "moved-up";
        public static final String DIFFERS = "differs";
    }

    public ImportReport {
        counts = List.copyOf(counts);
        differences = List.copyOf(differences);
        faults = List.copyOf(faults);
        unknownColumns = List.copyOf(unknownColumns);
    }

    /** Whether the office knows nothing now that it did not know before. */
    public boolean isUnchanged() {
        return counts.stream().allMatch(count -> count.added() + count.changed() == 0);
    }

    /** Whether rows were set aside. */
    public boolean isPartial() {
        return !faults.isEmpty() || counts.stream().anyMatch(count -> count.rejected() > 0);
    }

    /** The codes of what the file no longer has. */
    public List<String> vanished(String kind) {
        return differences.stream()
                .filter(difference -> difference.change().equals(Difference.VANISHED)
                        && difference.kind().equals(kind)
                        && difference.field().isEmpty())
                .map(Difference::code)
                .toList();
    }
}
