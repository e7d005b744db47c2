package fr.perisco.store;

import static fr.perisco.store.generated.DefaultSchema.DEFAULT_SCHEMA;
import static fr.perisco.store.generated.Tables.ACT;
import static fr.perisco.store.generated.Tables.STRAY_LOGIN_SECRET;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Cursor;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableOptions.TableType;
import org.jooq.UniqueKey;

/** Writes all rows of one database into another one, of whatever kind each is: table after table, without ever holding one whole. */
public final class DatabaseCopy {
    private static final int ROWS_AT_ONCE = 1_000;

    private final Database from;

    public DatabaseCopy(Database from) {
        this.from = from;
    }

    /** Whether nobody has ever done anything in a database: it holds nothing but what its making brought. */
    public static boolean isEmpty(Database database) {
        return !database.dsl().fetchExists(ACT);
    }

    /** How many rows there are to write. */
    public long rows() {
        long rows = 0;
        for (Table<?> table : tables()) {
            rows += from.dsl().fetchCount(table);
        }
        return rows;
    }

    /**
     * Writes all rows into an empty database, within a transaction of each.
     *
     * @param written called after each row
     */
    public void writeInto(Database to, Runnable written) {
        // What its making brought there is as secret as what it stands for, and of no use with other rows.
        to.dsl().deleteFrom(STRAY_LOGIN_SECRET).execute();
        tables().forEach(table -> write(table, to, written));
    }

    private void write(Table<?> table, Database to, Runnable written) {
        try (Batch batch = Batch.insert(to, table, table.fields());
                Cursor<? extends Record> rows = from.dsl()
                        .selectFrom(table)
                        .orderBy(keyOf(table))
                        .fetchSize(ROWS_AT_ONCE)
                        .fetchLazy()) {
            for (Record row : rows) {
                batch.add(row.intoArray());
                written.run();
            }
        }
    }

    /** A row that names another of its own table has the larger key. */
    private static List<Field<?>> keyOf(Table<?> table) {
        UniqueKey<?> key = table.getPrimaryKey();
        return key == null ? List.of(table.fields()) : List.copyOf(key.getFields());
    }

    /** Each after those that its rows name. */
    private static List<Table<?>> tables() {
        Set<Table<?>> ordered = new LinkedHashSet<>();
        DEFAULT_SCHEMA.getTables().stream()
                .filter(table -> table.getTableType() == TableType.TABLE)
                .forEach(table -> add(table, ordered));
        return new ArrayList<>(ordered);
    }

    private static void add(Table<?> table, Set<Table<?>> ordered) {
        if (!ordered.contains(table)) {
            table.getReferences().stream()
                    .map(reference -> reference.getKey().getTable())
                    .filter(named -> !named.equals(table))
                    .forEach(named -> add(named, ordered));
            ordered.add(table);
        }
    }
}
