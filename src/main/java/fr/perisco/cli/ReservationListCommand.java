package fr.perisco.cli;

import fr.perisco.domain.reservation.DayState;
import fr.perisco.domain.reservation.ListedDay;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.ReservationList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists reservations day by day. */
@Command
final class ReservationListCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--child", paramLabel = "CHILD", descriptionKey = "filter.child")
    @Nullable
    String child;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    @Option(names = "--school", paramLabel = "SCHOOL", descriptionKey = "filter.school")
    @Nullable
    String school;

    @Option(names = "--activity", paramLabel = "ACTIVITY", descriptionKey = "filter.activity")
    @Nullable
    String activity;

    @Option(names = "--unit", paramLabel = "UNIT", descriptionKey = "filter.unit")
    @Nullable
    String unit;

    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "filter.state")
    @Nullable
    DayState state;

    @Mixin
    Period period = new Period();

    ReservationListCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            List<ListedDay> days = new ReservationList(office)
                    .of(new ReservationList.Filter(
                            child, family, school, activity, unit, period.from(), period.to(), state));
            Table table = Table.of(
                    "child", "activity", "unit", "date", "state", "attendance", "family", "child_name", "reason");
            days.forEach(day -> table.row(
                    day.child(),
                    day.activity(),
                    day.unit(),
                    day.day(),
                    day.state().code(),
                    day.attendance(),
                    day.family(),
                    day.childName(),
                    day.reason() == null ? "" : desk.words().say(day.reason())));
            desk.print(table.totals(days.size(), "", "", null, "", "", "", "", ""));
        }
        return ExitCode.OK;
    }
}
