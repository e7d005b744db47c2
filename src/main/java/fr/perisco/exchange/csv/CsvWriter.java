package fr.perisco.exchange.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes files for scripts and spreadsheets: {@code ;}, UTF-8, a header line, no cell that a spreadsheet would run. */
public final class CsvWriter implements AutoCloseable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setDelimiter(';')
            .setRecordSeparator("\n")
            .get();
    private static final Pattern NUMBER_OR_PHONE = Pattern.compile("[+-]?\\d+([.,]\\d+)?|\\+\\d[\\d .]*");

    private final Writer writer;
    private final CSVPrinter printer;

    public CsvWriter(OutputStream out, List<String> header) {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            printer = new CSVPrinter(writer, FORMAT);
            printer.printRecord(header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void row(List<? extends @Nullable Object> values) {
        try {
            for (Object value : values) {
                printer.print(value == null ? "" : value instanceof String text ? guarded(text) : value);
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A text that a spreadsheet takes for a formula gets an apostrophe in front; numbers, telephone numbers and a lone dash, which
     * it cannot compute, stay.
     */
    static String guarded(String text) {
        if (text.length() < 2
                || "=+-@\t\r".indexOf(text.charAt(0)) < 0
                || NUMBER_OR_PHONE.matcher(text).matches()) {
            return text;
        }
        return "'" + text;
    }

    /** Writes what still waits; the stream stays open for its owner. */
    @Override
    public void close() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
