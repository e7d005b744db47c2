package fr.perisco.exchange.csv;

import fr.perisco.domain.reason.InputFault;
import fr.perisco.domain.reason.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds.
 *
 * @param header its first row, as it stands
 * @param faults all that is wrong, in the order of the file
 * @param unknownColumns headers that nobody reads
 * @param positions where each known column stands, from 0
 */
public record Parsed<T>(
        String source,
        List<String> header,
        List<Row<T>> rows,
        List<InputFault> faults,
        List<String> unknownColumns,
        Map<String, Integer> positions) {
    /**
     * A row of the file.
     *
     * @param value what it says; null when it has faults
     * @param raw its fields as they stand
     */
    public record Row<T>(long line, @Nullable T value, List<String> raw) {
        /** What a row without faults says. */
        public T good() {
            if (value == null) {
                throw new IllegalStateException("line " + line + " has faults");
            }
            return value;
        }
    }

    public Parsed {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        faults = new ArrayList<>(faults);
        unknownColumns = List.copyOf(unknownColumns);
        positions = Map.copyOf(positions);
    }

    /** The rows without a fault of their own. */
    public List<Row<T>> goodRows() {
        return rows.stream().filter(row -> row.value() != null).toList();
    }

    /** Notes a fault that only other rows, other files or the database could show. The first detail is the column's name. */
    public void fault(Row<T> row, String column, String code, Object... details) {
        List<Object> all = new ArrayList<>(List.of(column));
        all.addAll(List.of(details));
        faults.add(new InputFault(source, row.line(), positions.getOrDefault(column, -1) + 1, new Reason(code, all)));
    }
}
