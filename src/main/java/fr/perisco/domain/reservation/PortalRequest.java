package fr.perisco.domain.reservation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a family asked for through the portal, as it wrote it: its codes may name nothing.
 *
 * @param submittedAt when it was sent, Europe/Paris wall time
 * @param login the family's, in small letters
 * @param child a code; empty where a document asks for none, and so are activity and unit
 * @param day null where a document asks for none
 */
public record PortalRequest(
        LocalDateTime submittedAt,
        String login,
        String child,
        String activity,
        String unit,
        @Nullable LocalDate day,
        RequestAction action) {
    public PortalRequest {
        if (day == null && !action.asksForDocument()) {
            throw new IllegalArgumentException("a day must be named to be added or cancelled");
        }
    }
}
