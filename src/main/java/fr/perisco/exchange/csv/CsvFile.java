package fr.perisco.exchange.csv;

import fr.perisco.domain.calendar.WrittenDay;
import fr.perisco.domain.reason.BadInput;
import fr.perisco.domain.reason.InputFault;
import fr.perisco.domain.reason.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a delimited file row by row: every row is judged, and every fault is kept with its place. */
public final class CsvFile {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[\\s_'’‘ʼ´`\u00a0-]+");

    private final String source;
    private final boolean ragged;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, List<Integer>> repetitions = new HashMap<>();
    private final List<String> unknownColumns = new ArrayList<>();
    private final List<InputFault> faults = new ArrayList<>();
    private final Map<String, Optional<LocalDate>> days = new HashMap<>();

    private CsvFile(String source, boolean ragged) {
        this.source = source;
        this.ragged = ragged;
    }

    /**
     * Reads all rows.
     *
     * @param source the file's name, for messages
     * @param override the encoding, where the clerk says it; null to find it out
     * @param columns the columns that the file may have
     * @param judge turns a row into a value; what it returns counts for nothing when it noted a fault
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
        String text = withoutRemarks(file.text());
        char separator = separatorOf(text);
        Layout layout = Layout.of(text, separator);
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        List<Parsed.Row<T>> rows = new ArrayList<>();
        Layout.@Nullable Stretch header = null;
        int width = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(layout.wellFormed(text)), format)) {
            var records = parser.iterator();
            for (Layout.Stretch stretch : layout.records()) {
                CSVRecord record = records.next();
                if (stretch.defects().isEmpty() && isBlank(record)) {
                    continue;
                }
                stretch.defects().forEach(defect -> fault(defect.line(), defect.column(), Reason.of(defect.code())));
                if (header == null) {
                    header = stretch;
                    width = record.size();
                    if (!stretch.defects().isEmpty() || !understand(record, stretch.line(), columns)) {
                        break;
                    }
                } else {
                    rows.add(row(record, stretch, text, width, judge));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (header == null) {
            throw BadInput.of(source, "csv.empty");
        }
        return new Parsed<>(
                source,
                file,
                text.substring(header.from(), header.to()),
                layout.lineEnd(),
                rows,
                faults,
                unknownColumns,
                positions);
    }

    private <T> Parsed.Row<T> row(
            CSVRecord record, Layout.Stretch stretch, String text, int width, Function<CsvRow, @Nullable T> judge) {
        T reading = null;
        int before = faults.size();
        if (stretch.defects().isEmpty()) {
            if (ragged || record.size() == width) {
                reading = judge.apply(new CsvRow(this, record, stretch.line(), width));
            } else {
                fault(
                        stretch.line(),
                        Math.min(record.size(), width) + 1,
                        Reason.of(record.size() < width ? "csv.too-few" : "csv.too-many", record.size(), width));
            }
        }
        boolean good = stretch.defects().isEmpty() && faults.size() == before;
        return new Parsed.Row<>(
                stretch.line(), good ? reading : null, reading, new Parsed.Lines(text, stretch.from(), stretch.to()));
    }

    /** Blanks in the place of the lines above the header that begin with {@code #}, as those of a template do. */
    private static String withoutRemarks(String text) {
        StringBuilder blanked = new StringBuilder(text);
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            String line = text.substring(at, end);
            if (line.startsWith("#") || line.startsWith("\"#")) {
                for (int i = at; i < end; i++) {
                    blanked.setCharAt(i, ' ');
                }
            } else if (!line.isBlank()) {
                break;
            }
            at = end + 1;
        }
        return at == 0 ? text : blanked.toString();
    }

    private static boolean isBlank(CSVRecord record) {
        for (String field : record) {
            if (!field.isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static char separatorOf(String text) {
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && (letter == '\n' || letter == '\r') && counts[0] + counts[1] + counts[2] > 0) {
                break;
            } else if (!quoted) {
                int separator = ";,\t".indexOf(letter);
                if (separator >= 0) {
                    counts[separator]++;
                }
            }
        }
        return counts[0] >= counts[1] && counts[0] >= counts[2] ? ';' : counts[1] >= counts[2] ? ',' : '\t';
    }

    private boolean understand(CSVRecord header, long line, List<Column> columns) {
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
        for (int i = 0; i < header.size(); i++) {
            String written = Cleaned.of(header.get(i));
            if (Cleaned.hostileIn(written) >= 0) {
                fault(line, i + 1, Reason.of("csv.header-character"));
                continue;
            }
            String name = names.getOrDefault(plain(written), written);
            if (written.isEmpty()) {
                continue;
            }
            if (repeated.contains(name)) {
                repetitions.computeIfAbsent(name, key -> new ArrayList<>()).add(i);
            }
            if (!seen.add(name)) {
                if (repeated.contains(name)) {
                    continue;
                }
                fault(line, i + 1, Reason.of("csv.column-twice", name));
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

    /** Where the occurrences of a repeated column stand, from 0. */
    List<Integer> positionsOf(String column) {
        return repetitions.getOrDefault(column, List.of());
    }

    /** The day that a field writes; the same few days stand in a file again and again. */
    Optional<LocalDate> day(String text) {
        return days.computeIfAbsent(text, WrittenDay::parse);
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
