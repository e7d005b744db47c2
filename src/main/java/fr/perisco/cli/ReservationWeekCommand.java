package fr.perisco.cli;

import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.reservation.WeekParity;
import fr.perisco.domain.reservation.WeekRecap;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.WeekBooking;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Books by typical week. */
@Command
final class ReservationWeekCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "CHILD", descriptionKey = "arg.child")
    String child = "";

    @Parameters(index = "1", paramLabel = "ACTIVITY", descriptionKey = "arg.activity")
    String activity = "";

    @Option(names = "--unit", paramLabel = "UNIT", required = true)
    String unit = "";

    @Option(names = "--days", paramLabel = "WEEKDAYS", required = true)
    Weekdays days = Weekdays.MONDAY_TO_FRIDAY;

    @Option(names = "--from", paramLabel = "DAY", required = true)
    LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", paramLabel = "DAY", required = true)
    LocalDate to = LocalDate.EPOCH;

    @Option(names = "--weeks", paramLabel = "all|even|odd", defaultValue = "all")
    WeekParity weeks = WeekParity.ALL;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "option.payer")
    @Nullable
    String family;

    @Option(names = "--override", paramLabel = "REASON")
    @Nullable
    String override;

    @Option(names = "--no-wait", descriptionKey = "option.no-wait")
    boolean noWait;

    @Mixin
    DryRun dryRun = new DryRun();

    ReservationWeekCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Period.requireOrder(from, to);
        try (Office office = desk.open(dryRun.isSet())) {
            WeekBooking.Report report = new WeekBooking(office)
                    .book(new WeekBooking.Order(
                            child, activity, unit, days, from, to, weeks, family, !noWait, override));
            WeekRecap recap = report.days();
            desk.print(Table.of(
                            "booked",
                            "already_booked",
                            "closed",
                            "too_late",
                            "waiting",
                            "full",
                            "left_cancelled",
                            "taken_back",
                            "held_back",
                            "debt")
                    .row(
                            recap.booked(),
                            recap.alreadyBooked(),
                            recap.closed(),
                            recap.tooLate(),
                            recap.waiting(),
                            recap.full(),
                            recap.keptCancelled(),
                            recap.takenBack(),
                            recap.heldBack(),
                            recap.debt()));
            WaitingTables.told(desk, report.offers());
        }
        return ExitCode.OK;
    }
}
