package fr.perisco.cli;

import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.WaitingList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists who waits for a place. */
@Command
final class WaitingListCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--activity", paramLabel = "ACTIVITY", descriptionKey = "filter.activity")
    @Nullable
    String activity;

    @Option(names = "--unit", paramLabel = "UNIT", descriptionKey = "filter.unit")
    @Nullable
    String unit;

    @Option(names = "--child", paramLabel = "CHILD", descriptionKey = "filter.child")
    @Nullable
    String child;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    @Option(names = "--school", paramLabel = "SCHOOL", descriptionKey = "filter.school")
    @Nullable
    String school;

    @Mixin
    Period period = new Period();

    WaitingListCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            Table table = Table.of("activity", "unit", "date", "rank", "child", "requested_at", "family", "child_name");
            new WaitingList(office)
                    .of(new WaitingList.Filter(activity, unit, period.from(), period.to()), child, family, school)
                    .forEach(waiter -> table.row(
                            waiter.activity(),
                            waiter.unit(),
                            waiter.day(),
                            waiter.rank(),
                            waiter.child(),
                            waiter.requestedAt(),
                            waiter.family(),
                            waiter.childName()));
            desk.print(table);
        }
        return ExitCode.OK;
    }
}
