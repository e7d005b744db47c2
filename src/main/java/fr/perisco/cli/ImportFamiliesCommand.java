package fr.perisco.cli;

import fr.perisco.workflow.FamilyImport;
import fr.perisco.workflow.FamilyReport;
import fr.perisco.workflow.ImportFile;
import fr.perisco.workflow.Office;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Imports families and their children. */
@Command
final class ImportFamiliesCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    ImportOptions options = new ImportOptions();

    @Option(names = "--retroactive")
    boolean retroactive;

    @Mixin
    FaultReport faults = new FaultReport();

    @Mixin
    DryRun dryRun = new DryRun();

    ImportFamiliesCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        ImportFile file = options.read(desk);
        try (Office office = desk.open(dryRun.isSet())) {
            FamilyReport report = faults.following(
                    desk,
                    office,
                    () -> new FamilyImport(office).load(file, retroactive),
                    loaded -> loaded.changes().faults());
            desk.list(report.notices());
            return new ImportSummary(desk, options, dryRun).print(report.changes());
        }
    }
}
