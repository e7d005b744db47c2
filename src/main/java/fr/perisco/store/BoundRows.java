package fr.perisco.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows that wait to be written, as the values that the engine takes, one behind the other. */
final class BoundRows {
    private final Engine engine;
    private @Nullable Object[] values = new @Nullable Object[64];
    private int size;

    BoundRows(Engine engine) {
        this.engine = engine;
    }

    void add(@Nullable Object... row) {
        if (size + row.length > values.length) {
            values = Arrays.copyOf(values, Math.max(2 * values.length, size + row.length));
        }
        for (Object value : row) {
            values[size++] = value == null ? null : engine.bound(value);
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** How many values there are. */
    int size() {
        return size;
    }

    /** The values, and room for more behind the last one. */
    @Nullable
    Object[] values() {
        return values;
    }

    void clear() {
        size = 0;
    }
}
