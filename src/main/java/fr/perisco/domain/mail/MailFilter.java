package fr.perisco.domain.mail;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which mails of the queue; null for all.
 *
 * @param family a code
 * @param from first day of the last change, Europe/Paris
 */
public record MailFilter(
        @Nullable MailKind kind,
        @Nullable String family,
        @Nullable MailState state,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    public static final MailFilter ALL = new MailFilter(null, null, null, null, null);
}
