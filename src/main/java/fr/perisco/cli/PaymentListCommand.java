package fr.perisco.cli;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.ListedPayment;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.Payments;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists payments. */
@Command
final class PaymentListCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    @Mixin
    Period period = new Period();

    PaymentListCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            List<ListedPayment> payments = new Payments(office).list(family, period.from(), period.to());
            Table table = Table.of(
                    "payment",
                    "family",
                    "received_on",
                    "method",
                    "amount",
                    "reference",
                    "credit",
                    "invoices",
                    "bounced_on");
            payments.forEach(payment -> table.row(
                    payment.id(),
                    payment.familyCode(),
                    payment.receivedOn(),
                    payment.method().code(),
                    payment.amount(),
                    payment.reference(),
                    payment.credit(),
                    payment.invoices(),
                    payment.bouncedOn()));
            Money total = payments.stream()
                    .filter(payment -> payment.bouncedOn() == null)
                    .map(ListedPayment::amount)
                    .reduce(Money.ZERO, Money::plus);
            desk.print(table.totals(payments.size(), "", "", "", total, "", null, "", null));
        }
        return ExitCode.OK;
    }
}
