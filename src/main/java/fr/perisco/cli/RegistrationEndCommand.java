package fr.perisco.cli;

import fr.perisco.workflow.Office;
import fr.perisco.workflow.RegistrationEnd;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends a registration, and settles what was booked after it. */
@Command
final class RegistrationEndCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "CHILD", descriptionKey = "arg.child")
    String child = "";

    @Parameters(index = "1", paramLabel = "ACTIVITY", descriptionKey = "arg.activity")
    String activity = "";

    @Option(names = "--on", paramLabel = "DAY", required = true)
    LocalDate lastDay = LocalDate.EPOCH;

    @Option(names = "--family", paramLabel = "FAMILY")
    @Nullable
    String family;

    @Option(names = "--waive", paramLabel = "REASON")
    @Nullable
    String waive;

    @Mixin
    DryRun dryRun = new DryRun();

    RegistrationEndCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            RegistrationEnd.Order order = new RegistrationEnd.Order(child, activity, lastDay, family, waive);
            RegistrationEnd.Report report = new RegistrationEnd(office).end(order);
            RegistrationTables.ended(desk, order, report);
            WaitingTables.told(desk, report.offers());
        }
        return ExitCode.OK;
    }
}
