package fr.perisco.cli;

import fr.perisco.workflow.AttendanceImport;
import fr.perisco.workflow.ImportFile;
import fr.perisco.workflow.ImportReport;
import fr.perisco.workflow.Office;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Imports attendance. */
@Command
final class ImportAttendanceCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    ImportOptions options = new ImportOptions();

    @Mixin
    FaultReport faults = new FaultReport();

    @Mixin
    DryRun dryRun = new DryRun();

    ImportAttendanceCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        ImportFile file = options.read(desk);
        try (Office office = desk.open(dryRun.isSet())) {
            return new ImportSummary(desk, options, dryRun)
                    .print(faults.following(
                            desk, office, () -> new AttendanceImport(office).load(file), ImportReport::faults));
        }
    }
}
