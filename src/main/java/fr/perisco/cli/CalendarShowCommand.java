package fr.perisco.cli;

import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.ChildCalendar;
import fr.perisco.workflow.Office;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a child's month as the portal does. */
@Command
final class CalendarShowCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "CHILD", descriptionKey = "arg.child")
    String child = "";

    @Option(names = "--month", paramLabel = "MONTH")
    @Nullable
    YearMonth named;

    CalendarShowCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        YearMonth month = named == null ? YearMonth.from(desk.now()) : named;
        try (Office office = desk.open()) {
            List<ChildCalendar.Row> rows = new ChildCalendar(office).of(child, month);
            if (desk.isTable()) {
                new MonthGrid(desk, month).draw(rows);
            } else {
                desk.print(listed(rows, month));
            }
        }
        return ExitCode.OK;
    }

    private Table listed(List<ChildCalendar.Row> rows, YearMonth month) {
        Table table = Table.of("child", "activity", "unit", "date", "state");
        for (ChildCalendar.Row row : rows) {
            month.atDay(1)
                    .datesUntil(month.plusMonths(1).atDay(1))
                    .forEach(day -> table.row(
                            child,
                            row.activity(),
                            row.unit(),
                            day,
                            MonthGrid.Cell.of(row, day.getDayOfMonth()).code()));
        }
        return table;
    }
}
