package fr.perisco.cli;

import fr.perisco.workflow.ImportFile;
import fr.perisco.workflow.ImportReport;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.QuotientImport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Imports dated family quotients. */
@Command
final class ImportQuotientsCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    ImportOptions options = new ImportOptions();

    @Option(names = "--retroactive")
    boolean retroactive;

    @Mixin
    FaultReport faults = new FaultReport();

    @Mixin
    DryRun dryRun = new DryRun();

    ImportQuotientsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        ImportFile file = options.read(desk);
        try (Office office = desk.open(dryRun.isSet())) {
            return new ImportSummary(desk, options, dryRun)
                    .print(faults.following(
                            desk,
                            office,
                            () -> new QuotientImport(office).load(file, retroactive),
                            ImportReport::faults));
        }
    }
}
