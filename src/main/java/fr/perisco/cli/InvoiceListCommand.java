package fr.perisco.cli;

import fr.perisco.domain.invoice.ListedInvoice;
import fr.perisco.workflow.IssuedInvoices;
import fr.perisco.workflow.Office;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists issued invoices and credit notes. */
@Command
final class InvoiceListCommand implements Callable<Integer> {
    private enum State {
        OPEN,
        PAID;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Desk desk;

    @Option(names = "--month", paramLabel = "MONTH", descriptionKey = "filter.month")
    @Nullable
    YearMonth month;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    @Option(names = "--state", paramLabel = "open|paid")
    @Nullable
    State state;

    InvoiceListCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            List<ListedInvoice> invoices = new IssuedInvoices(office)
                    .list(month, family).stream()
                            .filter(invoice -> state == null || invoice.isOpen() == (state == State.OPEN))
                            .toList();
            desk.print(InvoiceTables.list(invoices));
        }
        return ExitCode.OK;
    }
}
