package fr.perisco.domain.reservation;

/** How a clerk cancels (contract, rule 4.5). */
public enum CancelManner {
    /** In time only, unbilled. */
    PLAIN,
    /** Past the deadline the child is known not to come, and the day stays billed; in time it is a plain cancellation. */
    LATE,
    /** Any day, unbilled, for a reason. */
    WAIVE,
    /** Past the deadline as if in time, for a reason. */
    OVERRIDE;

    /** Whether what may be done depends on the deadline. */
    public boolean heedsDeadline() {
        return this == PLAIN || this == LATE;
    }
}
