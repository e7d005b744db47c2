package fr.perisco.domain.report;

import org.jspecify.annotations.Nullable;

/**
 * A month of an activity, or of several together.
 *
 * @param code empty for several together
 * @param openDays on which one of its units at least is open; null where the school year is not loaded
 * @param children who are booked on a day of it at least, or came without booking
 * @param families that these children are registered by
 */
public record ActivityDays(
        String code, String label, @Nullable Integer openDays, int children, int families, DayCounts counts) {
    /** Whether it was neither offered nor used. */
    public boolean isIdle() {
        return counts.isEmpty() && (openDays == null || openDays == 0);
    }
}
