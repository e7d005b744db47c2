package fr.perisco.exchange.csv;

import fr.perisco.domain.calendar.WrittenDay;
import fr.perisco.domain.reason.BadInput;
import fr.perisco.domain.reason.InputFault;
import fr.perisco.domain.reason.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a delimited file row by row: every row is judged, and every fault is kept with its place. */
public final class CsvFile {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[\\s_'’‘ʼ´`\u00a0-]+");

    private static final Pattern BREAK = Pattern.compile("\r\n?|\n");

    /** Rows from which on it is worth judging them by portions. */
    private static final int LARGE = 4_000;

    /** Characters of a row, fields of a header and rows of a file: far beyond any office's, so that one is no file of rows. */
    static final int LONGEST_ROW = 65_536;

    static final int MOST_FIELDS = 500;
    static final int MOST_ROWS = 1_000_000;

    private final String source;
    private final boolean ragged;
    private final Map<String, Integer> positions;
    private final Map<String, String> headers;
    private final Map<String, List<Integer>> repetitions;
    private final List<String> unknownColumns = new ArrayList<>();
    private final List<InputFault> faults = new ArrayList<>();
    private final Map<String, Optional<LocalDate>> days = new HashMap<>();
    private final Map<String, Optional<BigDecimal>> numbers = new HashMap<>();

    private CsvFile(String source, boolean ragged) {
        this.source = source;
        this.ragged = ragged;
        this.positions = new HashMap<>();
        this.headers = new HashMap<>();
        this.repetitions = new HashMap<>();
    }

    /** The same file, its header understood, for a portion of its rows. */
    private CsvFile(CsvFile whole) {
        this.source = whole.source;
        this.ragged = whole.ragged;
        this.positions = whole.positions;
        this.headers = whole.headers;
        this.repetitions = whole.repetitions;
    }

    /**
     * Reads all rows.
     *
     * @param source the file's name, for messages
     * @param override the encoding, where the clerk says it; null to find it out
     * @param columns the columns that the file may have
     * @param judge turns a row into a value; what it returns counts for nothing when it noted a fault. Rows of a large file are
     *     judged on several threads, so it remembers nothing from one to the next
     * @throws BadInput when the file is empty, or has more rows, a longer row or more fields than any office's file
     */
    public static <T> Parsed<T> read(
            byte[] bytes,
            String source,
            @Nullable Charset override,
            List<Column> columns,
            Function<CsvRow, @Nullable T> judge) {
        return new CsvFile(source, false).parse(CsvText.decode(bytes, override), columns, judge);
    }

    /**
     * Reads all rows of a file whose rows may be shorter or longer than its header: what is missing is empty, and the judge decides
     * over what is too much.
     */
    static <T> Parsed<T> readRagged(
            byte[] bytes,
            String source,
            @Nullable Charset override,
            List<Column> columns,
            Function<CsvRow, @Nullable T> judge) {
        return new CsvFile(source, true).parse(CsvText.decode(bytes, override), columns, judge);
    }

    private <T> Parsed<T> parse(CsvText file, List<Column> columns, Function<CsvRow, @Nullable T> judge) {
        requireLines(file.text());
        String text = withoutRemarks(file.text());
        char separator = separatorOf(text);
        Layout layout = Layout.of(text, separator);
        Written written = new Written(text, layout.wellFormed(text), separator, layout.hasQuotes());
        List<Layout.Stretch> records = layout.records();
        requireRows(records);
        int first = 0;
        while (first < records.size() && written.isBlank(records.get(first))) {
            first++;
        }
        if (first == records.size()) {
            throw BadInput.of(source, "csv.empty");
        }
        Layout.Stretch header = records.get(first);
        noteDefects(header);
        List<Parsed.Row<T>> rows = new ArrayList<>();
        if (header.defects().isEmpty()) {
            String[] names = written.record(header);
            if (names.length > MOST_FIELDS) {
                throw beyond(header.line(), MOST_FIELDS + 1, "csv.fields-beyond", MOST_FIELDS);
            }
            if (understand(names, header.line(), columns)) {
                rows = rows(records.subList(first + 1, records.size()), written, names.length, judge);
            }
        }
        return new Parsed<>(
                source,
                file,
                text.substring(header.from(), header.to()),
                layout.lineEnd(),
                rows,
                faults,
                unknownColumns,
                positions,
                headers);
    }

    /** Before anything copies the text: a line without end is found in one pass. */
    private void requireLines(String text) {
        int from = 0;
        while (text.length() - from > LONGEST_ROW) {
            int end = lastLineEnd(text, from, from + LONGEST_ROW + 1);
            if (end < 0) {
                throw beyond(linesUntil(text, from), 1, "csv.row-beyond", LONGEST_ROW);
            }
            from = end + 1;
        }
    }

    /** The last line break within a stretch; -1 when there is none. */
    private static int lastLineEnd(String text, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            char letter = text.charAt(i);
            if (letter == '\n' || letter == '\r') {
                return i;
            }
        }
        return -1;
    }

    /** The number of the line that begins there, from 1. */
    private static long linesUntil(String text, int place) {
        return 1 + BREAK.matcher(text.substring(0, place)).results().count();
    }

    private void requireRows(List<Layout.Stretch> records) {
        if (records.size() > MOST_ROWS + 1) {
            throw beyond(records.get(MOST_ROWS + 1).line(), 1, "csv.rows-beyond", MOST_ROWS);
        }
        for (Layout.Stretch record : records) {
            if (record.length() > LONGEST_ROW) {
                throw beyond(record.line(), 1, "csv.row-beyond", LONGEST_ROW);
            }
        }
    }

    private BadInput beyond(long line, int column, String code, int most) {
        return new BadInput(List.of(new InputFault(source, line, column, Reason.of(code, most))));
    }

    /** A large file is judged by as many portions at once as there are processors. */
    private <T> List<Parsed.Row<T>> rows(
            List<Layout.Stretch> records, Written written, int width, Function<CsvRow, @Nullable T> judge) {
        int portions = records.size() < LARGE ? 1 : Runtime.getRuntime().availableProcessors();
        List<Portion<T>> judged = IntStream.range(0, portions)
                .mapToObj(i -> records.subList((int) ((long) records.size() * i / portions), (int)
                        ((long) records.size() * (i + 1) / portions)))
                .parallel()
                .map(portion -> new CsvFile(this).judged(portion, written, width, judge))
                .toList();
        List<Parsed.Row<T>> rows = new ArrayList<>(records.size());
        judged.forEach(portion -> {
            rows.addAll(portion.rows());
            faults.addAll(portion.faults());
        });
        return rows;
    }

    private <T> Portion<T> judged(
            List<Layout.Stretch> records, Written written, int width, Function<CsvRow, @Nullable T> judge) {
        List<Parsed.Row<T>> rows = new ArrayList<>(records.size());
        Iterator<String[]> fields = written.fields(records);
        for (Layout.Stretch stretch : records) {
            String[] record = fields.next();
            if (!stretch.defects().isEmpty() || !isBlank(record)) {
                noteDefects(stretch);
                rows.add(row(record, stretch, written.text(), width, judge));
            }
        }
        return new Portion<>(rows, faults);
    }

    private record Portion<T>(List<Parsed.Row<T>> rows, List<InputFault> faults) {}

    /** Cuts characters out of a row. */
    private interface Pieces {
        String cut(char[] row, int from, int length);
    }

    /**
     * A file's text, and how it is told apart into fields.
     *
     * @param wellFormed blanks in the place of malformed records
     * @param hasQuotes whether a field stands in quotes; else fields are what stands between separators
     */
    private record Written(String text, String wellFormed, char separator, boolean hasQuotes) {
        /** The fields of records that follow each other. */
        Iterator<String[]> fields(List<Layout.Stretch> records) {
            if (records.isEmpty()) {
                return Collections.emptyIterator();
            }
            if (hasQuotes) {
                int from = records.get(0).from();
                int to = records.get(records.size() - 1).to();
                return parsed(wellFormed.substring(from, Math.min(to + 1, wellFormed.length())));
            }
            Pieces pieces = records.size() == 1 ? String::new : new Repeated()::piece;
            int longest =
                    records.stream().mapToInt(Layout.Stretch::length).max().orElseThrow();
            char[] row = new char[longest];
            return records.stream().map(record -> split(record, row, pieces)).iterator();
        }

        /**
         * @param row room for the characters of the record
         */
        private String[] split(Layout.Stretch record, char[] row, Pieces pieces) {
            wellFormed.getChars(record.from(), record.to(), row, 0);
            List<String> fields = new ArrayList<>();
            int from = 0;
            for (int i = 0; i < record.length(); i++) {
                if (row[i] == separator) {
                    fields.add(pieces.cut(row, from, i - from));
                    from = i + 1;
                }
            }
            fields.add(pieces.cut(row, from, record.length() - from));
            return fields.toArray(String[]::new);
        }

        private Iterator<String[]> parsed(String portion) {
            CSVFormat format =
                    CSVFormat.RFC4180.builder().setDelimiter(separator).get();
            try {
                return CSVParser.parse(new StringReader(portion), format).stream()
                        .map(CSVRecord::values)
                        .iterator();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean isBlank(Layout.Stretch stretch) {
            return stretch.defects().isEmpty() && CsvFile.isBlank(record(stretch));
        }

        String[] record(Layout.Stretch stretch) {
            return fields(List.of(stretch)).next();
        }
    }

    private void noteDefects(Layout.Stretch stretch) {
        stretch.defects().forEach(defect -> fault(defect.line(), defect.column(), Reason.of(defect.code())));
    }

    private <T> Parsed.Row<T> row(
            String[] record, Layout.Stretch stretch, String text, int width, Function<CsvRow, @Nullable T> judge) {
        T reading = null;
        int before = faults.size();
        if (stretch.defects().isEmpty()) {
            if (ragged || record.length == width) {
                reading = judge.apply(new CsvRow(this, record, stretch, width));
            } else {
                fault(
                        stretch.line(),
                        Math.min(record.length, width) + 1,
                        Reason.of(record.length < width ? "csv.too-few" : "csv.too-many", record.length, width));
            }
        }
        boolean good = stretch.defects().isEmpty() && faults.size() == before;
        return new Parsed.Row<>(
                stretch.line(), good ? reading : null, reading, new Parsed.Lines(text, stretch.from(), stretch.to()));
    }

    /** Blanks in the place of the lines above the header that begin with {@code #}, as those of a template do. */
    private static String withoutRemarks(String text) {
        StringBuilder blanked = null;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            String line = CsvText.unmarked(text.substring(at, end));
            if (line.startsWith("#") || line.startsWith("\"#")) {
                blanked = blanked == null ? new StringBuilder(text) : blanked;
                blanked.replace(at, end, " ".repeat(end - at));
            } else if (!line.isBlank()) {
                break;
            }
            at = end + 1;
        }
        return blanked == null ? text : blanked.toString();
    }

    private static boolean isBlank(String[] record) {
        for (String field : record) {
            if (!field.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** The one that stands most often in the first line that says anything and has one. */
    private static char separatorOf(String text) {
        int[] counts = new int[3];
        boolean quoted = false;
        boolean isSaid = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && (letter == '\n' || letter == '\r')) {
                if (isSaid && counts[0] + counts[1] + counts[2] > 0) {
                    break;
                }
                Arrays.fill(counts, 0);
                isSaid = false;
            } else if (!quoted) {
                int separator = ";,\t".indexOf(letter);
                if (separator >= 0) {
                    counts[separator]++;
                } else {
                    isSaid |= !Character.isWhitespace(letter);
                }
            } else {
                isSaid |= !Character.isWhitespace(letter);
            }
        }
        if (!isSaid) {
            Arrays.fill(counts, 0);
        }
        return counts[0] >= counts[1] && counts[0] >= counts[2] ? ';' : counts[1] >= counts[2] ? ',' : '\t';
    }

    private boolean understand(String[] header, long line, List<Column> columns) {
        Map<String, String> names = new HashMap<>();
        Set<String> repeated = new HashSet<>();
        for (Column column : columns) {
            if (column.repeated()) {
                repeated.add(column.name());
            }
            names.put(plain(column.name()), column.name());
            names.put(plain(column.french()), column.name());
        }
        int before = faults.size();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.length; i++) {
            String written = Cleaned.of(header[i]);
            if (Cleaned.hostileIn(written) >= 0) {
                fault(line, i + 1, Reason.of("csv.header-character"));
                continue;
            }
            String name = names.getOrDefault(plain(written), written);
            if (written.isEmpty()) {
                continue;
            }
            headers.putIfAbsent(name, written);
            if (repeated.contains(name)) {
                repetitions.computeIfAbsent(name, key -> new ArrayList<>()).add(i);
            }
            if (!seen.add(name)) {
                if (repeated.contains(name)) {
                    continue;
                }
                fault(line, i + 1, Reason.of("csv.column-twice", written));
            } else if (names.containsValue(name)) {
                positions.put(name, i);
            } else {
                unknownColumns.add(written);
            }
        }
        for (Column column : columns) {
            if (column.required() && !positions.containsKey(column.name())) {
                fault(line, 0, Reason.of("csv.column-missing", column.name(), column.french()));
            }
        }
        return faults.size() == before;
    }

    static String plain(String header) {
        String bare = ACCENTS.matcher(Normalizer.normalize(header, Normalizer.Form.NFD))
                .replaceAll("");
        return GAPS.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Where a column stands, from 0; null when the file does not have it. */
    @Nullable
    Integer positionOf(String column) {
        return positions.get(column);
    }

    /** A column's name as the file's header has it; its name in the contract when the file does not have it. */
    String headerOf(String column) {
        return headers.getOrDefault(column, column);
    }

    /** Where the occurrences of a repeated column stand, from 0. */
    List<Integer> positionsOf(String column) {
        return repetitions.getOrDefault(column, List.of());
    }

    /** The day that a field writes; the same few days stand in a file again and again. */
    Optional<LocalDate> day(String text) {
        return days.computeIfAbsent(text, WrittenDay::parse);
    }

    /** The number that a field writes, comma or dot; the same few prices and incomes stand in a file again and again. */
    Optional<BigDecimal> number(String text) {
        return numbers.computeIfAbsent(text, WrittenNumber::parse);
    }

    /** The first fault of a field is the one that counts. */
    void fault(long line, int column, Reason reason) {
        for (int i = faults.size() - 1; i >= 0 && faults.get(i).line() == line; i--) {
            if (column > 0 && faults.get(i).column() == column) {
                return;
            }
        }
        faults.add(new InputFault(source, line, column, reason));
    }
}
