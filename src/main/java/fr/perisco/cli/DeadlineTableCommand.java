package fr.perisco.cli;

import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Deadlines;
import fr.perisco.workflow.Office;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The table that families are given: until when each day of a week can be cancelled. */
@Command
final class DeadlineTableCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--activity", paramLabel = "ACTIVITY", descriptionKey = "filter.activity")
    @Nullable
    String activity;

    @Option(names = "--week", paramLabel = "DAY")
    @Nullable
    LocalDate week;

    DeadlineTableCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            Deadlines deadlines = new Deadlines(office);
            Deadlines.Week shown = deadlines.table(
                    activity == null ? deadlines.firstActivity() : activity,
                    week == null ? desk.now().toLocalDate() : week);
            Table table = Table.of("date", "weekday", "deadline", "deadline_weekday", "activity");
            shown.days()
                    .forEach(row -> table.row(
                            row.day(),
                            desk.weekday(row.day().getDayOfWeek()),
                            row.deadline().moment(),
                            weekday(row.deadline().moment()),
                            row.activity().code()));
            shown.notLoaded().ifPresent(desk::warn);
            desk.print(table);
        }
        return ExitCode.OK;
    }

    private String weekday(@Nullable LocalDateTime moment) {
        return moment == null ? "" : desk.weekday(moment.getDayOfWeek());
    }
}
