package fr.perisco.cli;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.ListedPayment;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.Payments;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists payments. */
@Command
final class PaymentListCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    @Option(names = "--from", paramLabel = "DAY", descriptionKey = "filter.from")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", descriptionKey = "filter.to")
    @Nullable
    LocalDate to;

    PaymentListCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Period.requireOrder(from, to);
        try (Office office = desk.open()) {
            List<ListedPayment> payments = new Payments(office).list(family, from, to);
            Table table =
                    Table.of("payment", "family", "received_on", "method", "amount", "reference", "credit", "invoices");
            payments.forEach(payment -> table.row(
                    payment.id(),
                    payment.familyCode(),
                    payment.receivedOn(),
                    payment.method().code(),
                    payment.amount(),
                    payment.reference(),
                    payment.credit(),
                    payment.invoices()));
            Money total = payments.stream().map(ListedPayment::amount).reduce(Money.ZERO, Money::plus);
            desk.print(table.totals(payments.size(), "", "", "", total, "", null, ""));
        }
        return ExitCode.OK;
    }
}
