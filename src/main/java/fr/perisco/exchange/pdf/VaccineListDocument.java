package fr.perisco.exchange.pdf;

import fr.perisco.domain.family.DueVaccines;
import java.time.LocalDate;
import java.util.List;

/**
 * The children whose vaccines are due, for print.
 *
 * @param office the office's name
 * @param by the day until which their vaccines do not last
 * @param children class by class
 */
public record VaccineListDocument(String office, LocalDate by, List<DueVaccines> children) {
    public VaccineListDocument {
        children = List.copyOf(children);
    }
}
