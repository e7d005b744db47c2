package fr.perisco.domain.calendar;

import java.time.LocalDate;

/**
 * A period on which something is closed that would be open, or open that would be closed.
 *
 * @param from first day
 * @param to last day, included
 * @param scope {@link #SCHOOL}, {@link #ALL} or an activity's code
 * @param opens whether it opens rather than closes
 * @param reason words for people
 */
public record Closure(LocalDate from, LocalDate to, String scope, boolean opens, String reason) {
    public static final String SCHOOL = "school";
    public static final String ALL = "all";

    public Closure {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("a closure that ends before it starts");
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
