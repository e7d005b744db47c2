package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.recovery.TreasuryList;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.TreasuryHandover;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Hands unpaid invoices over to the treasury. */
@Command
final class InvoiceTreasuryCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.pdf|FILE.csv")
    @Nullable
    String output;

    @Option(names = "--list", paramLabel = "N")
    @Nullable
    Long number;

    @Option(names = "--lists")
    boolean all;

    @Mixin
    DryRun dryRun = new DryRun();

    InvoiceTreasuryCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (all && (number != null || output != null)) {
            throw Misused.because("usage.exclusive", number == null ? "--lists --output" : "--list --lists");
        }
        requireForm(output);
        try (Office office = desk.open(dryRun.isSet())) {
            TreasuryHandover handover = new TreasuryHandover(office);
            if (all) {
                desk.print(RecoveryTables.lists(handover.lists()));
            } else if (number != null) {
                again(handover, number);
            } else if (output == null) {
                TreasuryHandover.Report report = handover.preview();
                tell(report);
                if (report.list().isPresent()) {
                    desk.inform("treasury.preview");
                }
            } else {
                handOver(handover, output);
            }
        }
        return ExitCode.OK;
    }

    private void handOver(TreasuryHandover handover, String file) {
        TreasuryHandover.Report report = handover.handOver(desk.output(file));
        tell(report);
        report.list()
                .ifPresent(list -> desk.say(
                        dryRun.isSet() ? "treasury.would" : "treasury.done",
                        list.invoices(),
                        list.debtors().size(),
                        list.total(),
                        list.id(),
                        file));
        if (report.list().isEmpty() && report.written()) {
            desk.say("treasury.written-again", file);
        }
    }

    private static void requireForm(@Nullable String output) {
        if (output != null) {
            String name = output.toLowerCase(Locale.ROOT);
            if (!name.endsWith(".pdf") && !name.endsWith(".csv")) {
                throw Misused.because("treasury.pdf-or-csv", output);
            }
        }
    }

    private void again(TreasuryHandover handover, long id) {
        TreasuryList list = handover.show(id);
        desk.print(RecoveryTables.treasury(list));
        if (output != null) {
            TreasuryHandover.Report report = handover.print(list, desk.output(output));
            warnOfMissing(report);
            desk.say(
                    dryRun.isSet() ? "invoice.pdf.would" : "invoice.pdf.done",
                    report.written() ? 1 : 0,
                    report.written() ? 0 : 1,
                    output);
        }
    }

    private void tell(TreasuryHandover.Report report) {
        desk.print(report.list().map(RecoveryTables::treasury).orElseGet(RecoveryTables::treasuryTable));
        RecoveryTables.kept(desk, report.kept());
        warnOfMissing(report);
        if (report.list().isEmpty()) {
            desk.inform("treasury.nothing");
        }
    }

    private void warnOfMissing(TreasuryHandover.Report report) {
        if (!report.missingCharacters().isEmpty()) {
            desk.warn("treasury.missing-characters", report.missingCharacters());
        }
    }
}
