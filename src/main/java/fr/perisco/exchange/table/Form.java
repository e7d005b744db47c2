package fr.perisco.exchange.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing, ready to be shown to scripts: its fields, and the lists that belong to it. As JSON it is one document with the
 * lists inside; as CSV a line a value, {@code kind;code;field;value}.
 */
public final class Form {
    /**
     * A list that belongs to the thing.
     *
     * @param kind what a row of it is, such as {@code child}
     * @param keys how many of its first columns tell its rows apart
     */
    record Part(String kind, int keys, Table table) {}

    private final String kind;
    private final String code;
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    private final Map<String, Part> parts = new LinkedHashMap<>();

    private Form(String kind, String code) {
        this.kind = kind;
        this.code = code;
    }

    /**
     * @param kind what kind of thing it is, such as {@code family}
     */
    public static Form of(String kind, String code) {
        return new Form(kind, code);
    }

    public Form field(String name, @Nullable Object value) {
        fields.put(name, value);
        return this;
    }

    /**
     * A list that belongs to it.
     *
     * @param name of the list, such as {@code children}
     * @param kind what a row of it is, such as {@code child}
     * @param keys how many of its first columns tell its rows apart; together they are a row's code
     */
    public Form list(String name, String kind, int keys, Table table) {
        parts.put(name, new Part(kind, keys, table));
        return this;
    }

    /** Its fields, after its own code under the name of its kind. */
    Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put(kind, code);
        all.putAll(fields);
        return all;
    }

    Map<String, Part> parts() {
        return parts;
    }

    /** A row a value. */
    Table values() {
        Table values = Table.of("kind", "code", "field", "value");
        fields.forEach((name, value) -> values.row(kind, code, name, value));
        parts.values()
                .forEach(part -> part.table().rows().forEach(row -> {
                    List<String> key = new ArrayList<>();
                    row.subList(0, part.keys()).forEach(value -> key.add(TableWriter.written(value)));
                    for (int column = part.keys(); column < row.size(); column++) {
                        values.row(
                                part.kind(),
                                String.join(" ", key),
                                part.table().columns().get(column),
                                row.get(column));
                    }
                }));
        return values;
    }
}
