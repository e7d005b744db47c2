package fr.perisco.exchange.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import fr.perisco.domain.money.Money;
import fr.perisco.exchange.csv.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes tables in the form that was asked for. */
public final class TableWriter {
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final int WIDEST_COLUMN = 60;

    private TableWriter() {}

    /** The form of a value in files: amounts {@code 13.50}, days ISO, moments to the minute where they are whole minutes. */
    public static String written(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof LocalDateTime moment) {
            return (moment.getSecond() == 0 ? TO_THE_MINUTE : TO_THE_SECOND).format(moment);
        }
        return value.toString();
    }

    public static void csv(Table table, OutputStream out) {
        try (CsvWriter writer = new CsvWriter(out, table.columns())) {
            for (List<@Nullable Object> row : table.rows()) {
                writer.row(row.stream().map(TableWriter::written).toList());
            }
        }
    }

    /** One document: an array of records. */
    public static void json(Table table, OutputStream out) {
        json(Map.of(), table, out);
    }

    /** One document: an array of records, or, where there are fields about the whole, an object that holds them and the rows. */
    public static void json(Map<String, ?> about, Table table, OutputStream out) {
        document(out, json -> {
            if (about.isEmpty()) {
                array(json, table);
            } else {
                json.writeStartObject();
                fields(json, about);
                json.writeFieldName("rows");
                array(json, table);
                json.writeEndObject();
            }
        });
    }

    public static void csv(Form form, OutputStream out) {
        csv(form.values(), out);
    }

    /** One document: an object of fields and arrays. */
    public static void json(Form form, OutputStream out) {
        document(out, json -> {
            json.writeStartObject();
            fields(json, form.fields());
            for (Map.Entry<String, Form.Part> part : form.parts().entrySet()) {
                json.writeFieldName(part.getKey());
                array(json, part.getValue().table());
            }
            json.writeEndObject();
        });
    }

    @FunctionalInterface
    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private static void document(OutputStream out, Content content) {
        JsonFactory factory = JsonFactory.builder().build().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            content.write(json);
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void array(JsonGenerator json, Table table) throws IOException {
        json.writeStartArray();
        for (List<@Nullable Object> row : table.rows()) {
            json.writeStartObject();
            for (int i = 0; i < row.size(); i++) {
                json.writeFieldName(table.columns().get(i));
                value(json, row.get(i));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void fields(JsonGenerator json, Map<String, ?> fields) throws IOException {
        for (Map.Entry<String, ?> field : fields.entrySet()) {
            json.writeFieldName(field.getKey());
            value(json, field.getValue());
        }
    }

    private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Money amount) {
            json.writeNumber(amount.toString());
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean yes) {
            json.writeBoolean(yes);
        } else {
            json.writeString(written(value));
        }
    }

    /**
     * Aligned columns for a terminal; control characters are shown as marks, never sent. Only the last column, where sentences
     * stand, is never cut.
     */
    public static void terminal(Table table, PrintStream out) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            columns.add(new Column()
                    .header(table.columns().get(i))
                    .headerAlign(HorizontalAlign.LEFT)
                    .dataAlign(table.alignOf(i) == Align.RIGHT ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT)
                    .maxWidth(
                            i == table.columns().size() - 1 ? Integer.MAX_VALUE : WIDEST_COLUMN,
                            OverflowBehaviour.ELLIPSIS_RIGHT));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>(table.rows());
        if (table.totals() != null) {
            rows.add(table.totals());
        }
        Object[][] cells = rows.stream()
                .map(row -> row.stream().map(TableWriter::shown).toArray())
                .toArray(Object[][]::new);
        out.println(AsciiTable.builder()
                .border(AsciiTable.NO_BORDERS)
                .data(columns.toArray(Column[]::new), cells)
                .asString()
                .lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n")));
    }

    private static Object shown(@Nullable Object value) {
        if (value instanceof YearMonth || value instanceof LocalDateTime) {
            return written(value);
        }
        return harmless(value == null ? "" : value.toString());
    }

    /** The text without anything that a terminal would obey. */
    public static String harmless(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().map(letter -> isObeyed(letter) ? '\ufffd' : letter).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean isObeyed(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
