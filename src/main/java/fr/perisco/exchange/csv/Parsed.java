package fr.perisco.exchange.csv;

import fr.perisco.domain.reason.InputFault;
import fr.perisco.domain.reason.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds.
 *
 * @param <T> what one of its rows says
 */
public final class Parsed<T> {
    private final String source;
    private final CsvText file;
    private final String header;
    private final String lineEnd;
    private final List<Row<T>> rows;
    private final List<InputFault> faults;
    private final List<String> unknownColumns;
    private final Map<String, Integer> positions;
    private final Map<String, String> headers;
    private final Set<Place> faultyPlaces = new HashSet<>();
    private final Set<Long> faultyLines = new HashSet<>();
    private final Set<Long> heldLines = new HashSet<>();

    /**
     * A row of the file.
     *
     * @param value what it says; null when it has a fault of its own
     * @param reading what it says as far as it reads: where a field has a fault, its value means nothing; null when the row
     *     does not read at all
     * @param lines the text it was read from
     */
    public record Row<T>(
            long line, @Nullable T value, @Nullable T reading, Lines lines) {
        /** What a row without faults says. */
        public T good() {
            if (value == null) {
                throw new IllegalStateException("line " + line + " has faults");
            }
            return value;
        }

        /** What a row says as far as it reads. */
        public T legible() {
            return Objects.requireNonNull(reading);
        }
    }

    /** A piece of a text, cut out when it is asked for. */
    record Lines(String text, int from, int to) {
        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }

    private record Place(long line, int column) {}

    Parsed(
            String source,
            CsvText file,
            String header,
            String lineEnd,
            List<Row<T>> rows,
            List<InputFault> faults,
            List<String> unknownColumns,
            Map<String, Integer> positions,
            Map<String, String> headers) {
        this.source = source;
        this.file = file;
        this.header = header;
        this.lineEnd = lineEnd;
        this.rows = Collections.unmodifiableList(rows);
        this.faults = faults;
        this.unknownColumns = List.copyOf(unknownColumns);
        this.positions = Map.copyOf(positions);
        this.headers = Map.copyOf(headers);
        faults.forEach(this::remember);
    }

    public String source() {
        return source;
    }

    public List<Row<T>> rows() {
        return rows;
    }

    /** All that is wrong, in the order of the file. */
    public List<InputFault> faults() {
        return faults.stream().sorted(InputFault.AS_THEY_STAND).toList();
    }

    /** Headers that nobody reads. */
    public List<String> unknownColumns() {
        return unknownColumns;
    }

    /** Whether the file has the column at all. */
    public boolean has(String column) {
        return positions.containsKey(column);
    }

    /** Whether the file's columns could be understood: else there are no rows, only faults. */
    public boolean isUnderstood() {
        return !positions.isEmpty() && (faults.isEmpty() || !rows.isEmpty());
    }

    /** The rows without a fault of their own. */
    public List<Row<T>> goodRows() {
        return rows.stream().filter(row -> row.value() != null).toList();
    }

    /** The rows that read, for those who judge field by field: one that {@link #isFaulty} says nothing. */
    public List<Row<T>> legibleRows() {
        return rows.stream().filter(row -> row.reading() != null).toList();
    }

    /** The rows without any fault, neither of their own nor one that was noted since, that wait for no other row either. */
    public List<Row<T>> acceptedRows() {
        return faultyLines.isEmpty() && heldLines.isEmpty()
                ? rows
                : rows.stream().filter(row -> !isRejected(row)).toList();
    }

    public List<Row<T>> rejectedRows() {
        return rows.stream().filter(this::isRejected).toList();
    }

    public boolean isRejected(Row<T> row) {
        return row.value() == null || faultyLines.contains(row.line()) || heldLines.contains(row.line());
    }

    /** Rejects a row that is right as it stands, but means something only together with one that has a fault. */
    public void hold(Row<T> row) {
        heldLines.add(row.line());
    }

    /** Whether a field of a row has a fault. */
    public boolean isFaulty(Row<T> row, String column) {
        return !faultyLines.isEmpty() && faultyPlaces.contains(new Place(row.line(), columnNumber(column)));
    }

    /** Notes a fault that only other rows, other files or the database could show. The first detail is the column's header in the file. */
    public void fault(Row<T> row, String column, String code, Object... details) {
        InputFault fault = notice(row, column, code, details);
        faults.add(fault);
        remember(fault);
    }

    /** What is to be said of a field of a row that is no fault of it. The first detail is the column's header in the file. */
    public InputFault notice(Row<T> row, String column, String code, Object... details) {
        List<Object> all = new ArrayList<>(List.of(headers.getOrDefault(column, column)));
        all.addAll(List.of(details));
        return new InputFault(source, row.line(), columnNumber(column), new Reason(code, all));
    }

    private int columnNumber(String column) {
        return positions.getOrDefault(column, -1) + 1;
    }

    private void remember(InputFault fault) {
        faultyLines.add(fault.line());
        faultyPlaces.add(new Place(fault.line(), fault.column()));
    }

    /** The header and the rejected rows as they stand, to be mended and loaded again. */
    public byte[] rejectedFile() {
        StringBuilder text = new StringBuilder(header).append(lineEnd);
        rejectedRows().forEach(row -> text.append(row.lines()).append(lineEnd));
        return file.encode(text.toString());
    }
}
