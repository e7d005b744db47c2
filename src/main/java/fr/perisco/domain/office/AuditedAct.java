package fr.perisco.domain.office;

import java.time.LocalDateTime;

/**
 * An act in the audit trail.
 *
 * @param recordedAt when it was done, Europe/Paris wall time
 * @param effectiveAt the moment that counted, Europe/Paris wall time
 * @param kind the command, such as {@code reservation cancel}
 * @param reason what the clerk gave as the reason; empty where none was asked for
 */
public record AuditedAct(
        long id, LocalDateTime recordedAt, LocalDateTime effectiveAt, String actor, String kind, String reason) {}
