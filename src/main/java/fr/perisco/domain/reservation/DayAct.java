package fr.perisco.domain.reservation;

import java.time.LocalDateTime;

/**
 * Who did something to a day.
 *
 * @param effectiveAt the moment that counted, Europe/Paris wall time
 * @param kind the command, such as {@code reservation cancel}
 * @param reason what the clerk gave as the reason; empty where none was asked for
 */
public record DayAct(LocalDateTime effectiveAt, String actor, String kind, String reason) {}
