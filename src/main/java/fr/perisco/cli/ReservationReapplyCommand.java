package fr.perisco.cli;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reservation.WeekEffect;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.WeekReapplication;
import fr.perisco.workflow.WeekReapplication.Report;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Applies typical weeks to the days that the setup opened or closed. */
@Command
final class ReservationReapplyCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--from", paramLabel = "DAY")
    @Nullable
    LocalDate from;

    @Option(names = "--days")
    boolean eachDay;

    @Mixin
    Confirmation confirmation = new Confirmation();

    @Mixin
    DryRun dryRun = new DryRun();

    ReservationReapplyCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            WeekReapplication weeks = new WeekReapplication(office);
            if (confirmation.isGiven() || dryRun.isSet()) {
                Report report = weeks.apply(from);
                ReapplyTables.print(desk, report, eachDay);
                WaitingTables.told(desk, report.offers());
            } else {
                ask(weeks);
            }
        }
        return ExitCode.OK;
    }

    private void ask(WeekReapplication weeks) {
        Report shown = weeks.rehearse(from);
        ReapplyTables.print(desk, shown, eachDay);
        if (!shown.changesNothing()) {
            confirmation.require(desk, dryRun, question(shown));
            WaitingTables.told(desk, weeks.apply(from, shown).offers());
            desk.say("reapply.done");
        }
    }

    private static Reason question(Report report) {
        return Reason.of(
                "reapply.question",
                report.count(WeekEffect.BOOKED),
                report.count(WeekEffect.TAKEN_BACK),
                report.children());
    }
}
