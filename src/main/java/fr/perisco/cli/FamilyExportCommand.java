package fr.perisco.cli;

import fr.perisco.exchange.table.TableWriter;
import fr.perisco.workflow.FamilyHoldings;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.WholeFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes all that is held of a family, for the person who asks for it. */
@Command
final class FamilyExportCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "FAMILY", descriptionKey = "arg.family")
    String family = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR|FILE",
            required = true)
    String output = "";

    @Mixin
    DryRun dryRun = new DryRun();

    FamilyExportCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            FamilyHoldings holdings = FamilyHoldings.handOut(office, family, this::writeFiles);
            if (output.equals("-") && !dryRun.isSet()) {
                TableWriter.json(holdings.form(), desk.out());
            }
            desk.inform(dryRun.isSet() ? "family.export.would" : "family.export.done", family, output);
        }
        return ExitCode.OK;
    }

    private void writeFiles(FamilyHoldings holdings) {
        String small = output.toLowerCase(Locale.ROOT);
        if (output.equals("-")) {
            return;
        }
        if (small.endsWith(".pdf")) {
            print(holdings, output);
        } else if (small.endsWith(".json")) {
            write(holdings, output);
        } else {
            write(holdings, Path.of(output, family + ".json").toString());
            print(holdings, Path.of(output, family + ".pdf").toString());
        }
    }

    private void print(FamilyHoldings holdings, String file) {
        String missing = holdings.print(desk.output(file));
        if (!missing.isEmpty()) {
            desk.warn("report.missing-characters", missing);
        }
    }

    private void write(FamilyHoldings holdings, String file) {
        if (!dryRun.isSet()) {
            WholeFile.write(desk.output(file), out -> TableWriter.json(holdings.form(), out));
        }
    }
}
