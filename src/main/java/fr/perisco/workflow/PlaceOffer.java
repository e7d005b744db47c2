package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reservation.Verdict;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What became of one child on a waiting list when a place was offered, or its day came.
 *
 * @param activity a code, and so are unit and child
 * @param rank from 1, before the offer
 * @param requestedAt Europe/Paris wall time
 * @param verdict booked, expired, or why the child was skipped
 * @param reason why the child was skipped, or what else is to be known; null when the verdict says it all
 */
public record PlaceOffer(
        String activity,
        String unit,
        LocalDate day,
        int rank,
        String child,
        LocalDateTime requestedAt,
        Verdict verdict,
        @Nullable Reason reason) {}
