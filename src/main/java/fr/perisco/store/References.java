package fr.perisco.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jooq.TableField;

/** Whether every row that new rows name is there: the schema's foreign keys, looked up for many rows at once. */
final class References {
    private final Database database;

    References(Database database) {
        this.database = database;
    }

    /**
     * Looks up what the rows of a table name, from a key on.
     *
     * @param column the table's key, or the first column of it, or an indexed one
     * @throws IllegalStateException when a row is missing
     */
    void require(TableField<?, Long> column, long from) {
        if (!database.engine().leavesReferences()) {
            return;
        }
        String table = column.getTable().getName();
        String rows = " from " + table + " as t where t." + column.getName() + " >= " + from;
        Collection<ForeignKey> open = keysOf(table);
        open.removeAll(namingOnlyRunsOfKeys(rows, open));
        if (!open.isEmpty()) {
            requireEach(rows, open);
        }
    }

    /** A foreign key: the columns that name a row of another table, and those that they name there. */
    private record ForeignKey(String parent, List<String> columns, List<String> named) {
        private boolean isNumber() {
            return named.equals(List.of("id"));
        }

        private String column() {
            return "t." + columns.get(0);
        }

        /** The condition that a row names another, and it is not there. */
        private String isMissing() {
            StringBuilder condition = new StringBuilder("(");
            columns.forEach(column -> condition.append("t.").append(column).append(" is not null and "));
            condition.append("not exists (select 1 from ").append(parent).append(" as p where ");
            for (int i = 0; i < columns.size(); i++) {
                condition.append(i == 0 ? "" : " and ").append("p.").append(named.get(i));
                condition.append(" = t.").append(columns.get(i));
            }
            return condition.append("))").toString();
        }
    }

    private Collection<ForeignKey> keysOf(String table) {
        Map<Integer, ForeignKey> keys = new TreeMap<>();
        for (Record row : database.dsl().fetch("pragma foreign_key_list(" + table + ")")) {
            ForeignKey key = keys.computeIfAbsent(
                    row.get("id", Integer.class),
                    id -> new ForeignKey(row.get("table", String.class), new ArrayList<>(), new ArrayList<>()));
            key.columns().add(row.get("from", String.class));
            key.named().add(row.get("to", String.class));
        }
        return new ArrayList<>(keys.values());
    }

    /**
     * The keys that need no closer look: between the smallest and the largest number that the rows name, no number is missing
     * in the table that they name. That is one pass over the rows, instead of one search a row and key.
     */
    private Collection<ForeignKey> namingOnlyRunsOfKeys(String rows, Collection<ForeignKey> keys) {
        List<ForeignKey> numbers = keys.stream().filter(ForeignKey::isNumber).toList();
        if (numbers.isEmpty()) {
            return numbers;
        }
        String ends = numbers.stream()
                .map(key -> "min(" + key.column() + "), max(" + key.column() + ")")
                .collect(Collectors.joining(", "));
        Record found = database.dsl().fetchSingle("select " + ends + rows);
        List<ForeignKey> runs = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            Long first = found.get(2 * i, Long.class);
            Long last = found.get(2 * i + 1, Long.class);
            if (first == null || hasAll(numbers.get(i).parent(), first, last)) {
                runs.add(numbers.get(i));
            }
        }
        return runs;
    }

    private boolean hasAll(String table, long first, long last) {
        String sql = "select count(*) from " + table + " where id between " + first + " and " + last;
        return database.dsl().fetchSingle(sql).get(0, Long.class) == last - first + 1;
    }

    private void requireEach(String rows, Collection<ForeignKey> keys) {
        String missing = keys.stream().map(ForeignKey::isMissing).collect(Collectors.joining(" or "));
        String sql = "select 1" + rows + " and (" + missing + ") limit 1";
        if (!database.dsl().fetch(sql).isEmpty()) {
            throw new IllegalStateException(sql);
        }
    }
}
