package fr.perisco.exchange.pdf;

import fr.perisco.domain.payment.AwaitedPayment;
import java.time.LocalDate;
import java.util.List;

/**
 * References that can be paid online and still wait for money, for print.
 *
 * @param office the office's name
 */
public record AwaitedDocument(String office, LocalDate today, List<AwaitedPayment> payments) {
    public AwaitedDocument {
        payments = List.copyOf(payments);
    }
}
