package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
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

/** Shows the months of children as the portal does. */
@Command
final class CalendarShowCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(arity = "0..*", paramLabel = "CHILD", descriptionKey = "arg.children")
    List<String> children = List.of();

    @Option(names = "--family", paramLabel = "FAMILY")
    @Nullable
    String family;

    @Option(names = "--month", paramLabel = "MONTH")
    @Nullable
    YearMonth named;

    CalendarShowCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        YearMonth month = named == null ? YearMonth.from(desk.now()) : named;
        if (children.isEmpty() == (family == null)) {
            throw Misused.because("calendar.children-or-family");
        }
        try (Office office = desk.open()) {
            ChildCalendar calendar = new ChildCalendar(office);
            List<ChildCalendar.Sheet> sheets =
                    family == null ? calendar.of(children, month) : calendar.ofFamily(family, month);
            if (desk.isTable()) {
                new MonthGrid(desk, month).draw(sheets);
            } else {
                desk.print(listed(sheets, month));
            }
        }
        return ExitCode.OK;
    }

    private static Table listed(List<ChildCalendar.Sheet> sheets, YearMonth month) {
        Table table = Table.of("child", "activity", "unit", "date", "state");
        sheets.forEach(sheet -> sheet.rows()
                .forEach(row -> month.atDay(1)
                        .datesUntil(month.plusMonths(1).atDay(1))
                        .forEach(day -> table.row(
                                sheet.child(),
                                row.activity(),
                                row.unit(),
                                day,
                                MonthGrid.Cell.of(row, day.getDayOfMonth()).code()))));
        return table;
    }
}
