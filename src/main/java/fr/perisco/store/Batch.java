package fr.perisco.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * One statement for many rows: jOOQ's SQL through plain JDBC, which is several times faster than jOOQ's own. Rows to insert go
 * {@value #TOGETHER} at a time, for each execution costs several calls into the engine.
 */
final class Batch implements AutoCloseable {
    private static final int TOGETHER = 50;
    private static final String ROW = "values (";

    private final Database database;
    private final String one;
    private final int width;
    private final int endOfRow;
    private final int together;
    private final BoundRows waiting;
    private @Nullable PreparedStatement many;
    private @Nullable PreparedStatement single;

    /**
     * @param endOfRow where the row to insert ends in the statement, so that others can stand beside it; 0 where none can
     */
    private Batch(Database database, String one, int width, int endOfRow) {
        this.database = database;
        this.one = one;
        this.width = width;
        this.endOfRow = endOfRow;
        this.together = (endOfRow == 0 ? 1 : TOGETHER) * width;
        this.waiting = new BoundRows(database.engine());
    }

    /** Rows to insert, their values in the order of the fields. */
    static Batch insert(Database database, Table<?> table, Field<?>... fields) {
        return insert(database, table, Map.of(), fields);
    }

    /**
     * Rows to insert, of which some values are the same in all: binding a value takes as long as storing it.
     *
     * @param same by their fields; the other values come in the order of the fields
     */
    static Batch insert(Database database, Table<?> table, Map<Field<?>, Object> same, Field<?>... fields) {
        List<Field<?>> all = new ArrayList<>(List.of(fields));
        List<@Nullable Object> values = new ArrayList<>(Collections.nCopies(fields.length, (Object) null));
        same.forEach((field, value) -> {
            all.add(field);
            values.add(DSL.inline(value));
        });
        String one = database.dsl().insertInto(table, all).values(values).getSQL();
        return new Batch(database, one, fields.length, one.length());
    }

    /** A statement whose parameters are given row by row, in the order in which they stand in its text. */
    static Batch of(Database database, Query query) {
        String one = query.getSQL();
        int width = query.getBindValues().size();
        return new Batch(database, one, width, endOfRow(one, width));
    }

    /** A row to insert, before what happens when it is there already, holds all parameters, or it stands alone. */
    private static int endOfRow(String one, int width) {
        int row = one.indexOf(ROW);
        if (!one.startsWith("insert ") || row < 0) {
            return 0;
        }
        int conflict = one.indexOf(" on conflict", row);
        int end = conflict < 0 ? one.length() : conflict;
        long parameters =
                one.substring(row, end).chars().filter(letter -> letter == '?').count();
        return parameters == width ? end : 0;
    }

    void add(@Nullable Object... values) {
        waiting.add(values);
        if (waiting.size() == together) {
            write(waiting);
            waiting.clear();
        }
    }

    /** Writes rows, all of them at once. */
    void write(BoundRows rows) {
        try {
            int written = 0;
            for (; written + together <= rows.size(); written += together) {
                many = many == null ? prepare(together == width ? one : together(together / width)) : many;
                execute(many, rows, written, written + together);
            }
            for (; written < rows.size(); written += width) {
                single = single == null ? prepare(one) : single;
                execute(single, rows, written, written + width);
            }
        } catch (SQLException e) {
            throw new DataAccessException(one, e);
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        return database.connection().prepareStatement(sql);
    }

    private String together(int rows) {
        String row = ", " + one.substring(one.indexOf(ROW) + ROW.length() - 1, endOfRow);
        return one.substring(0, endOfRow) + row.repeat(rows - 1) + one.substring(endOfRow);
    }

    private static void execute(PreparedStatement statement, BoundRows rows, int from, int to) throws SQLException {
        @Nullable Object[] values = rows.values();
        for (int i = from; i < to; i++) {
            if (values[i] instanceof String text) {
                statement.setString(i - from + 1, text);
            } else {
                statement.setObject(i - from + 1, values[i]);
            }
        }
        statement.executeUpdate();
    }

    /** Writes what still waits, and gives the statements back. */
    @Override
    public void close() {
        write(waiting);
        try {
            if (many != null) {
                many.close();
            }
            if (single != null) {
                single.close();
            }
        } catch (SQLException e) {
            throw new DataAccessException(one, e);
        }
    }
}
