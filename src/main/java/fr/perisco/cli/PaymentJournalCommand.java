package fr.perisco.cli;

import fr.perisco.domain.payment.DeskJournal;
import fr.perisco.domain.payment.PaymentMethod;
import fr.perisco.domain.reason.Misused;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.PaymentJournal;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The journal of the payment desk. */
@Command
final class PaymentJournalCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--date", paramLabel = "DAY")
    @Nullable
    LocalDate date;

    @Mixin
    Period period = new Period();

    @Option(names = "--method", paramLabel = "METHOD", descriptionKey = "filter.method")
    @Nullable
    PaymentMethod method;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    @Option(names = "--totals")
    boolean totals;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "option.output-pdf-or-csv")
    @Nullable
    String output;

    @Mixin
    DryRun dryRun = new DryRun();

    PaymentJournalCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        PaymentJournal.Filter filter = filter();
        try (Office office = desk.open(dryRun.isSet())) {
            PaymentJournal journals = new PaymentJournal(office);
            DeskJournal journal = journals.of(filter);
            Table table = totals ? DeskTables.sums(journal) : DeskTables.operations(journal);
            ListOutput list = new ListOutput(desk, output);
            list.put(table, file -> journals.print(filter, journal, file));
            if (list.isOnTerminal()
                    && desk.isTable()
                    && !totals
                    && !journal.operations().isEmpty()) {
                desk.print(DeskTables.sums(journal));
            }
        }
        return ExitCode.OK;
    }

    /** Today's operations, unless told otherwise. */
    private PaymentJournal.Filter filter() {
        LocalDate from = period.from();
        LocalDate to = period.to();
        boolean open = from == null && to == null;
        if (date != null && !open) {
            throw Misused.because("usage.exclusive", "--date --month --from --to");
        }
        if (open) {
            from = date == null ? desk.now().toLocalDate() : date;
            to = from;
        }
        return new PaymentJournal.Filter(from, to, method, family);
    }
}
