package fr.perisco.cli;

import fr.perisco.workflow.ImportFile;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.RequestImport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Imports what families asked for through the portal. */
@Command
final class ImportRequestsCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    ImportOptions options = new ImportOptions();

    @Mixin
    FaultReport faults = new FaultReport();

    @Mixin
    DryRun dryRun = new DryRun();

    ImportRequestsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        ImportFile file = options.read(desk);
        try (Office office = desk.open(dryRun.isSet())) {
            RequestImport.Report report = faults.following(
                    desk,
                    office,
                    () -> new RequestImport(office).load(file),
                    loaded -> loaded.requests().faults());
            int code = new ImportSummary(desk, options, dryRun).print(report.requests());
            if (report.waiting() > 0) {
                desk.inform("requests.waiting", report.waiting());
            }
            return code;
        }
    }
}
