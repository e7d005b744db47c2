package fr.perisco.exchange.csv;

import fr.perisco.domain.reason.BadInput;
import fr.perisco.domain.reason.InputFault;
import fr.perisco.domain.reason.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a delimited file row by row: every row is judged, and every fault is kept with its place. */
public final class CsvFile {
    private final String source;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Faults faults;
    private final List<String> unknownColumns = new ArrayList<>();

    private CsvFile(String source) {
        this.source = source;
        this.faults = new Faults(source);
    }

    /**
     * Reads all rows.
     *
     * @param source the file's name, for messages
     * @param override the encoding, where the clerk says it; null to find it out
     * @param columns the columns that the file may have
     * @param judge turns a row into a value; null when the row has faults
     */
    public static <T> Parsed<T> read(
            byte[] bytes,
            String source,
            @Nullable Charset override,
            List<Column> columns,
            Function<CsvRow, @Nullable T> judge) {
        return new CsvFile(source).parse(CsvText.decode(bytes, source, override), columns, judge);
    }

    private <T> Parsed<T> parse(String text, List<Column> columns, Function<CsvRow, @Nullable T> judge) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separatorOf(text))
                .setIgnoreEmptyLines(false)
                .get();
        List<Parsed.Row<T>> rows = new ArrayList<>();
        List<String> header = List.of();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            long line = parser.getCurrentLineNumber() + 1;
            boolean headerRead = false;
            while (hasNext(records, line)) {
                CSVRecord row = records.next();
                if (isBlank(row)) {
                    line = parser.getCurrentLineNumber() + 1;
                    continue;
                }
                if (!headerRead) {
                    header = row.toList();
                    headerRead = true;
                    if (!understand(row, columns)) {
                        break;
                    }
                } else {
                    T value = judge(row, line, header.size(), judge);
                    rows.add(new Parsed.Row<>(line, value, row.toList()));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
            if (!headerRead) {
                throw BadInput.of(source, "csv.empty");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Parsed<>(source, header, rows, faults.list(), unknownColumns, positions);
    }

    private boolean hasNext(Iterator<CSVRecord> records, long line) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException e) {
            faults.add(line, 0, Reason.of("csv.quotes"));
            return false;
        }
    }

    private <T> @Nullable T judge(CSVRecord row, long line, int width, Function<CsvRow, @Nullable T> judge) {
        if (row.size() != width) {
            faults.add(line, 0, Reason.of("csv.width", row.size(), width));
            return null;
        }
        int before = faults.size();
        T value = judge.apply(new CsvRow(row, line, positions, faults));
        return faults.size() == before ? value : null;
    }

    private static boolean isBlank(CSVRecord row) {
        return row.size() == 1 && row.get(0).isBlank();
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

    private boolean understand(CSVRecord header, List<Column> columns) {
        Map<String, String> names = new HashMap<>();
        for (Column column : columns) {
            names.put(plain(column.name()), column.name());
            names.put(plain(column.french()), column.name());
        }
        int before = faults.size();
        for (int i = 0; i < header.size(); i++) {
            String name = names.get(plain(header.get(i)));
            if (name == null) {
                if (!header.get(i).isBlank()) {
                    unknownColumns.add(Cleaned.of(header.get(i)).text());
                }
            } else if (positions.putIfAbsent(name, i) != null) {
                faults.add(1, i + 1, Reason.of("csv.column-twice", name));
            }
        }
        for (Column column : columns) {
            if (column.required() && !positions.containsKey(column.name())) {
                faults.add(1, 0, Reason.of("csv.column-missing", column.name(), column.french()));
            }
        }
        return faults.size() == before;
    }

    static String plain(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[\\s_'’\u00a0-]+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The faults of one file. */
    static final class Faults {
        private final String source;
        private final List<InputFault> list = new ArrayList<>();

        Faults(String source) {
            this.source = source;
        }

        void add(long line, int column, Reason reason) {
            list.add(new InputFault(source, line, column, reason));
        }

        int size() {
            return list.size();
        }

        List<InputFault> list() {
            return list;
        }
    }
}
