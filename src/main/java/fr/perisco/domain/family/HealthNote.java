package fr.perisco.domain.family;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What those who look after a child must do for its health, never what it suffers from. Its words stand in no log: {@link #toString}
 * leaves them out.
 *
 * @param id the store's key, by which clerks name it; 0 when it is not stored yet
 * @param to the last day; null while none is known
 */
public record HealthNote(
        long id,
        HealthKind kind,
        String text,
        LocalDate from,
        @Nullable LocalDate to) {
    /** By kind, first day and key. */
    public static final Comparator<HealthNote> ORDER = Comparator.comparing(HealthNote::kind)
            .thenComparing(HealthNote::from)
            .thenComparing(HealthNote::id);

    /** @throws IllegalArgumentException when the last day is before the first */
    public HealthNote {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins");
        }
    }

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether the two say the same of the same days. */
    public boolean isSameAs(HealthNote other) {
        return withId(other.id).equals(other);
    }

    public HealthNote withId(long stored) {
        return new HealthNote(stored, kind, text, from, to);
    }

    @Override
    public String toString() {
        return "health note " + id;
    }
}
