package fr.perisco.cli;

import fr.perisco.exchange.table.Form;
import fr.perisco.exchange.table.TableWriter;
import fr.perisco.workflow.FamilyHoldings;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.WholeFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    FamilyExportCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            FamilyHoldings holdings = new FamilyHoldings(office);
            String small = output.toLowerCase(Locale.ROOT);
            Form form = holdings.form(family);
            if (output.equals("-")) {
                TableWriter.json(form, desk.out());
            } else if (small.endsWith(".pdf")) {
                print(holdings, output);
            } else if (small.endsWith(".json")) {
                write(form, output);
            } else {
                write(form, Path.of(output, family + ".json").toString());
                print(holdings, Path.of(output, family + ".pdf").toString());
            }
            desk.inform("family.export.done", family, output);
        }
        return ExitCode.OK;
    }

    private void print(FamilyHoldings holdings, String file) {
        String missing = holdings.print(family, desk.file(file));
        if (!missing.isEmpty()) {
            desk.warn("report.missing-characters", missing);
        }
    }

    private void write(Form form, String file) {
        WholeFile.write(desk.file(file), out -> TableWriter.json(form, out));
    }
}
