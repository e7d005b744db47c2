package fr.perisco.cli;

import fr.perisco.domain.calendar.DaySpan;
import fr.perisco.domain.reason.Misused;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.ShuttlePassengers;
import fr.perisco.workflow.ShuttlePrint;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists who rides in a shuttle on a day, or on each day of a week; on paper too. */
@Command
final class ShuttlePassengersCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "ROUTE", descriptionKey = "arg.route")
    String route = "";

    @Option(names = "--date", paramLabel = "DAY")
    @Nullable
    LocalDate date;

    @Option(names = "--week", paramLabel = "DAY")
    @Nullable
    LocalDate week;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE")
    @Nullable
    String output;

    @Mixin
    DryRun dryRun = new DryRun();

    ShuttlePassengersCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (date != null && week != null) {
            throw Misused.because("usage.exclusive", "--date --week");
        }
        if ("-".equals(output)) {
            throw Misused.because("pdf.not-on-stdout");
        }
        DaySpan days = week != null
                ? DaySpan.ofWeek(week)
                : DaySpan.of(date == null ? desk.now().toLocalDate() : date);
        try (Office office = desk.open(dryRun.isSet())) {
            ShuttlePassengers.Report report = new ShuttlePassengers(office).of(route, days);
            if (output == null) {
                ShuttleTables.passengers(desk, report.lists());
            } else {
                new ShuttlePrint(office)
                        .print(report.lists(), desk.output(output))
                        .ifPresent(desk::warn);
                desk.say(
                        dryRun.isSet() ? "shuttle.pdf.would" : "shuttle.pdf.done",
                        report.lists().size(),
                        output);
            }
            report.without()
                    .forEach(reason ->
                            desk.inform(reason.code(), reason.details().toArray()));
        }
        return ExitCode.OK;
    }
}
