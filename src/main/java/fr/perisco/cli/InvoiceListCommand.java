package fr.perisco.cli;

import fr.perisco.domain.invoice.ListedInvoice;
import fr.perisco.workflow.IssuedInvoices;
import fr.perisco.workflow.Office;
import java.time.LocalDate;
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

    @Option(names = "--overdue")
    boolean overdue;

    @Option(names = "--from", paramLabel = "DAY")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DAY")
    @Nullable
    LocalDate to;

    @Option(names = "--child", paramLabel = "CHILD", descriptionKey = "filter.child")
    @Nullable
    String child;

    @Option(names = "--school", paramLabel = "SCHOOL", descriptionKey = "filter.school")
    @Nullable
    String school;

    InvoiceListCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Period.requireOrder(from, to);
        try (Office office = desk.open()) {
            List<ListedInvoice> invoices = new IssuedInvoices(office)
                    .list(new IssuedInvoices.Filter(month, family, child, school, from, to, overdue)).stream()
                            .filter(invoice -> state == null || invoice.isOpen() == (state == State.OPEN))
                            .toList();
            desk.print(InvoiceTables.list(invoices, desk));
        }
        return ExitCode.OK;
    }
}
