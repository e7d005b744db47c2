package fr.perisco.domain.reservation;

import fr.perisco.domain.reason.Reason;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for a day, and what became of it.
 *
 * @param submittedAt when it reached the office, Europe/Paris wall time
 * @param by the family's login, or the clerk who asked
 * @param act the command that brought it, such as {@code import requests}
 * @param state requested, waiting, granted, refused, expired or withdrawn
 * @param reason why; null when the state says it all
 */
public record AskedDay(
        LocalDateTime submittedAt,
        String by,
        String act,
        boolean cancels,
        String state,
        @Nullable Reason reason) {}
