package fr.perisco.domain.reservation;

import fr.perisco.domain.calendar.Deadline;
import fr.perisco.domain.reason.Reason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The decision on one day.
 *
 * @param deadline the moment before which the request had to arrive; null where none could be worked out
 * @param reason why it was refused, or at which rank the child waits; null when the verdict says it all
 */
public record DayVerdict(
        LocalDate day,
        Verdict verdict,
        @Nullable Deadline deadline,
        @Nullable Reason reason) {}
