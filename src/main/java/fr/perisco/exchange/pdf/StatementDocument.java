package fr.perisco.exchange.pdf;

import fr.perisco.domain.payment.StatementCheck;
import java.time.LocalDate;

/**
 * A statement of the administration, compared with what the office holds, for print.
 *
 * @param office the office's name
 * @param source the statement's name
 * @param comparedOn the day on which it was compared
 */
public record StatementDocument(String office, String source, LocalDate comparedOn, StatementCheck check) {}
