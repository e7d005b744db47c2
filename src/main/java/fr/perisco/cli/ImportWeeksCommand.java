package fr.perisco.cli;

import fr.perisco.domain.reservation.WeekRecap;
import fr.perisco.workflow.ImportFile;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.WeekImport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Imports typical weeks and books what they name. */
@Command
final class ImportWeeksCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    ImportOptions options = new ImportOptions();

    @Mixin
    FaultReport faults = new FaultReport();

    @Mixin
    DryRun dryRun = new DryRun();

    ImportWeeksCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        ImportFile file = options.read(desk);
        try (Office office = desk.open(dryRun.isSet())) {
            WeekImport.Report report = faults.following(
                    desk,
                    office,
                    () -> new WeekImport(office).load(file),
                    loaded -> loaded.rules().faults());
            int code = new ImportSummary(desk, options, dryRun).print(report.rules(), report.isUnchanged());
            if (report.requested() == 0 || !report.days().equals(WeekRecap.NOTHING)) {
                ReservationTables.recap(desk, report.days());
            }
            ReservationTables.debts(desk, report.days(), report.debts());
            if (report.requested() > 0) {
                desk.inform("requests.waiting", report.requested());
            }
            WaitingTables.told(desk, report.offers());
            return code;
        }
    }
}
