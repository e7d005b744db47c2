package fr.perisco.cli;

import fr.perisco.domain.calendar.DayKind;
import fr.perisco.domain.calendar.DayStatus;
import fr.perisco.domain.calendar.NoticePeriod;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Deadlines;
import fr.perisco.workflow.Office;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains how a deadline is counted. */
@Command
final class DeadlineExplainCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "ACTIVITY", descriptionKey = "arg.activity")
    String activity = "";

    @Parameters(index = "1", paramLabel = "DAY", descriptionKey = "arg.day")
    LocalDate day = LocalDate.EPOCH;

    @Option(names = "--cancel")
    boolean forCancelling;

    DeadlineExplainCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            Deadlines.Explanation explanation = new Deadlines(office).explain(activity, day, forCancelling);
            Table table = Table.of("date", "weekday", "counted", "kind", "detail");
            int counted = 0;
            for (NoticePeriod.Step step : explanation.steps()) {
                counted += step.counted() ? 1 : 0;
                table.row(
                        step.day(),
                        desk.weekday(step.day().getDayOfWeek()),
                        step.counted() ? Integer.toString(counted) : "-",
                        step.status().kind().code(),
                        detail(step.status()));
            }
            desk.print(about(explanation), table);
            if (explanation.deadline().moment() == null) {
                desk.say("deadline.explain.none", activity, day);
            } else {
                desk.say(
                        "deadline.explain.until",
                        activity,
                        day,
                        explanation.deadline().moment());
            }
        }
        return ExitCode.OK;
    }

    private Map<String, Object> about(Deadlines.Explanation explanation) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("activity", activity);
        about.put("date", day);
        about.put("deadline", explanation.deadline().moment());
        return about;
    }

    private String detail(DayStatus status) {
        return status.kind() == DayKind.PUBLIC_HOLIDAY
                ? desk.words().say("public-holiday." + status.detail())
                : status.detail();
    }
}
