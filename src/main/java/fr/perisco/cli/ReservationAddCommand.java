package fr.perisco.cli;

import fr.perisco.workflow.DayBooking;
import fr.perisco.workflow.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Books days. */
@Command
final class ReservationAddCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "CHILD", descriptionKey = "arg.child")
    String child = "";

    @Parameters(index = "1", paramLabel = "ACTIVITY", descriptionKey = "arg.activity")
    String activity = "";

    @Parameters(index = "2", paramLabel = "UNIT", descriptionKey = "arg.unit")
    String unit = "";

    @Parameters(index = "3..*", arity = "1..*", paramLabel = "DAY", descriptionKey = "arg.day")
    List<LocalDate> days = List.of();

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "option.payer")
    @Nullable
    String family;

    @Option(names = "--override", paramLabel = "REASON", descriptionKey = "option.override")
    @Nullable
    String override;

    @Option(names = "--allowed-only", descriptionKey = "option.allowed-only")
    boolean allowedOnly;

    @Option(names = "--no-wait", descriptionKey = "option.no-wait")
    boolean noWait;

    @Mixin
    DryRun dryRun = new DryRun();

    ReservationAddCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            return ReservationTables.verdicts(
                    desk,
                    new DayBooking(office)
                            .add(new DayBooking.Order(
                                    child, activity, unit, days, family, override, allowedOnly, !noWait)));
        }
    }
}
