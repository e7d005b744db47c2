package fr.perisco.cli;

import fr.perisco.workflow.DayExplanation;
import fr.perisco.workflow.Office;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells how a day came to what it is. */
@Command
final class ReservationExplainCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "CHILD", descriptionKey = "arg.child")
    String child = "";

    @Parameters(index = "1", paramLabel = "ACTIVITY", descriptionKey = "arg.activity")
    String activity = "";

    @Parameters(index = "2", paramLabel = "UNIT", descriptionKey = "arg.unit")
    String unit = "";

    @Parameters(index = "3", paramLabel = "DAY", descriptionKey = "arg.day")
    LocalDate day = LocalDate.EPOCH;

    ReservationExplainCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            DayPage page = new DayPage(new DayExplanation(office).of(child, activity, unit, day), desk.words());
            desk.print(page::form, () -> page.draw(new Page(desk)));
        }
        return ExitCode.OK;
    }
}
