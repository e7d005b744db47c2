package fr.perisco.cli;

import fr.perisco.workflow.ImportFile;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.RegistrationImport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Imports registrations. */
@Command
final class ImportRegistrationsCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    ImportOptions options = new ImportOptions();

    @Mixin
    FaultReport faults = new FaultReport();

    @Mixin
    DryRun dryRun = new DryRun();

    ImportRegistrationsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        ImportFile file = options.read(desk);
        try (Office office = desk.open(dryRun.isSet())) {
            RegistrationImport.Report report = faults.following(
                    desk,
                    office,
                    () -> new RegistrationImport(office).load(file),
                    loaded -> loaded.registrations().faults());
            int code = new ImportSummary(desk, options, dryRun).print(report.registrations());
            RegistrationTables.recap(desk, report.afterEnd());
            WaitingTables.told(desk, report.offers());
            return code;
        }
    }
}
