package fr.perisco.exchange.table;

import fr.perisco.domain.money.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list, ready to be shown: columns by the names that scripts read, and rows of texts, whole numbers, amounts, days, months
 * and moments.
 */
public final class Table {
    private final List<String> columns;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private @Nullable List<@Nullable Object> totals;

    private Table(List<String> columns) {
        this.columns = columns;
    }

    public static Table of(String... columns) {
        return new Table(List.of(columns));
    }

    public Table row(@Nullable Object... values) {
        rows.add(checked(values));
        return this;
    }

    /** A last line that only the terminal shows. */
    public Table totals(@Nullable Object... values) {
        totals = checked(values);
        return this;
    }

    private List<@Nullable Object> checked(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns);
        }
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    public List<String> columns() {
        return columns;
    }

    public List<List<@Nullable Object>> rows() {
        return Collections.unmodifiableList(rows);
    }

    @Nullable
    List<@Nullable Object> totals() {
        return totals;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** A column is on the right when all that it holds is a number. */
    Align alignOf(int column) {
        return rows.stream()
                        .map(row -> row.get(column))
                        .allMatch(value -> value == null || value instanceof Number || value instanceof Money)
                ? Align.RIGHT
                : Align.LEFT;
    }
}
