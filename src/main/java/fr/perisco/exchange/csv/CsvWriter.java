package fr.perisco.exchange.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/**
 * Writes files for scripts and spreadsheets: {@code ;}, UTF-8, a header line, no cell that a spreadsheet would run. Cells that need
 * no quotes are nearly all, and are written as they are; the others are the library's.
 */
public final class CsvWriter implements AutoCloseable {
    private static final char SEPARATOR = ';';
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setDelimiter(SEPARATOR)
            .setRecordSeparator("\n")
            .get();
    private static final Pattern NUMBER_OR_PHONE = Pattern.compile("[+-]?\\d+([.,]\\d+)?|\\+\\d[\\d .]*");

    private static final int PORTION = 8_192;

    private final OutputStream out;
    private final StringBuilder written = new StringBuilder(PORTION + 1_024);

    public CsvWriter(OutputStream out, List<String> header) {
        this.out = out;
        header.forEach(this::cell);
        end();
    }

    public void row(List<? extends @Nullable Object> values) {
        for (Object value : values) {
            cell(value == null ? "" : value instanceof String text ? guarded(text) : value.toString());
        }
        end();
    }

    private void cell(String text) {
        boolean first = written.isEmpty() || written.charAt(written.length() - 1) == '\n';
        if (isPlain(text)) {
            if (!first) {
                written.append(SEPARATOR);
            }
            written.append(text);
            return;
        }
        try {
            FORMAT.print(text, written, first);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a cell is the same with and without the library's care. */
    private static boolean isPlain(String text) {
        if (text.isEmpty() || !isLetterOrDigit(text.charAt(0)) || text.charAt(text.length() - 1) <= ' ') {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == SEPARATOR || letter == '"' || letter == '\n' || letter == '\r') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
    }

    private void end() {
        written.append('\n');
        if (written.length() > PORTION) {
            flush();
        }
    }

    private void flush() {
        try {
            out.write(written.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written.setLength(0);
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
        flush();
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
