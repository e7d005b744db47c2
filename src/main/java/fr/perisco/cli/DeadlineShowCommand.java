package fr.perisco.cli;

import fr.perisco.domain.calendar.Deadline;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Deadlines;
import fr.perisco.workflow.Office;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the last moments for adding and cancelling. */
@Command
final class DeadlineShowCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--activity", paramLabel = "ACTIVITY", descriptionKey = "filter.activity")
    @Nullable
    String activity;

    @Option(names = "--date", paramLabel = "DAY", descriptionKey = "filter.date")
    @Nullable
    LocalDate date;

    @Mixin
    Period period = new Period();

    DeadlineShowCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            Table table = Table.of("activity", "date", "deadline", "cancel_deadline");
            new Deadlines(office)
                    .show(activity, date == null ? period.from() : date, date == null ? period.to() : date)
                    .forEach(row -> table.row(
                            row.activity(),
                            row.day(),
                            row.add().map(Deadline::moment).orElse(null),
                            row.cancel().map(Deadline::moment).orElse(null)));
            desk.print(table);
        }
        return ExitCode.OK;
    }
}
