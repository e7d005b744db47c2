package fr.perisco.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collections;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** One statement for many rows: jOOQ's SQL in a plain JDBC batch, which is several times faster than jOOQ's own. */
final class Batch implements AutoCloseable {
    private static final int FLUSH_AFTER = 5_000;

    private final PreparedStatement statement;
    private int waiting;

    private Batch(Database database, Query query) {
        try {
            this.statement = database.connection().prepareStatement(query.getSQL());
        } catch (SQLException e) {
            throw new DataAccessException(query.getSQL(), e);
        }
    }

    /** Rows to insert, their values in the order of the fields. */
    static Batch insert(Database database, Table<?> table, Field<?>... fields) {
        return new Batch(
                database,
                database.dsl().insertInto(table, fields).values(Collections.nCopies(fields.length, (Object) null)));
    }

    /** A statement whose parameters are given row by row, in the order in which they stand in its text. */
    static Batch of(Database database, Query query) {
        return new Batch(database, query);
    }

    void add(@Nullable Object... values) {
        try {
            for (int i = 0; i < values.length; i++) {
                bind(i + 1, values[i]);
            }
            statement.addBatch();
            if (++waiting == FLUSH_AFTER) {
                flush();
            }
        } catch (SQLException e) {
            throw new DataAccessException("batch", e);
        }
    }

    private void bind(int position, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(position, Types.NULL);
        } else if (value instanceof Long number) {
            statement.setLong(position, number);
        } else if (value instanceof Integer number) {
            statement.setInt(position, number);
        } else if (value instanceof Boolean yes) {
            statement.setInt(position, yes ? 1 : 0);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(position, bytes);
        } else if (value instanceof String || value instanceof LocalDate) {
            statement.setString(position, value.toString());
        } else {
            throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }

    private void flush() throws SQLException {
        if (waiting > 0) {
            statement.executeBatch();
            waiting = 0;
        }
    }

    /** Writes what still waits. */
    @Override
    public void close() {
        try (statement) {
            flush();
        } catch (SQLException e) {
            throw new DataAccessException("batch", e);
        }
    }
}
