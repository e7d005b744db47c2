package fr.perisco.cli;

import fr.perisco.domain.calendar.Deadline;
import fr.perisco.domain.reason.Reason;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.RequestProcess;
import fr.perisco.workflow.RequestProcess.Judged;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Judges what families asked for through the portal. */
@Command
final class ReservationProcessCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    DryRun dryRun = new DryRun();

    ReservationProcessCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            RequestProcess.Report report = new RequestProcess(office).run();
            if (desk.wantsList(report.requests().isEmpty())) {
                desk.print(table(report.requests()));
            }
            WaitingTables.told(desk, report.offers());
            if (report.requests().isEmpty() && report.offers().isEmpty()) {
                desk.say("process.nothing");
            }
            if (report.later() > 0) {
                desk.inform("process.later", report.later());
            }
            if (report.documents() > 0) {
                desk.inform("process.documents", report.documents());
            }
        }
        return ExitCode.OK;
    }

    private Table table(List<Judged> requests) {
        Table table = Table.of(
                "submitted_at",
                "child",
                "activity",
                "unit",
                "date",
                "action",
                "verdict",
                "deadline",
                "login",
                "reason");
        requests.forEach(judged -> {
            Deadline deadline = judged.outcome().deadline();
            Reason reason = judged.outcome().reason();
            table.row(
                    judged.submittedAt(),
                    judged.child(),
                    judged.activity(),
                    judged.unit(),
                    judged.day(),
                    judged.action(),
                    judged.outcome().verdict().code(),
                    deadline == null ? null : deadline.moment(),
                    judged.login(),
                    reason == null ? "" : desk.words().say(reason));
        });
        return table;
    }
}
