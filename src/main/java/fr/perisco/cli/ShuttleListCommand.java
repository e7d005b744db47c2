package fr.perisco.cli;

import fr.perisco.workflow.Office;
import fr.perisco.workflow.ShuttleList;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists shuttles with their stops, and what is taken of their seats. */
@Command
final class ShuttleListCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "ROUTE", arity = "0..1", descriptionKey = "arg.route")
    @Nullable
    String route;

    @Option(names = "--from", paramLabel = "DAY")
    @Nullable
    LocalDate from;

    ShuttleListCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            List<ShuttleList.Line> shuttles = new ShuttleList(office).shuttles(route, from);
            if (desk.isTable()) {
                ShuttleTables.draw(desk, shuttles);
            } else {
                desk.print(ShuttleTables.stops(shuttles));
            }
        }
        return ExitCode.OK;
    }
}
