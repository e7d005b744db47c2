package fr.perisco.cli;

import fr.perisco.domain.reason.Reason;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.Retention;
import fr.perisco.workflow.Retention.Action;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets go what need not be held any longer. */
@Command
final class DbRetentionCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    Confirmation confirmation = new Confirmation();

    @Mixin
    DryRun dryRun = new DryRun();

    DbRetentionCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            Retention retention = new Retention(office);
            retention.requireDay();
            Retention.Report report = retention.preview();
            if (!report.isEmpty() && !dryRun.isSet()) {
                confirmation.require(
                        desk,
                        dryRun,
                        Reason.of("retention.question", report.count(Action.ERASE), report.count(Action.NAMES)));
            }
            if (!report.isEmpty()) {
                report = retention.apply();
            } else {
                retention.finish();
            }
            show(report);
        }
        return ExitCode.OK;
    }

    private void show(Retention.Report report) {
        Table table = Table.of("action", "family", "child", "name", "last_seen", "children", "documents", "reason");
        report.items()
                .forEach(item -> table.row(
                        item.action().code(),
                        item.family(),
                        item.child(),
                        item.name(),
                        item.lastSeen(),
                        item.children(),
                        item.documents(),
                        desk.isTable()
                                ? desk.words().say(item.reason())
                                : item.reason().code().substring("retention.".length())));
        if (!desk.isTable() || !report.items().isEmpty()) {
            desk.print(table);
        }
        desk.inform("retention.since", report.familiesBefore(), report.documentsBefore(), report.active());
        desk.inform(
                report.isEmpty() ? "retention.nothing" : dryRun.isSet() ? "retention.would" : "retention.done",
                report.count(Action.ERASE),
                report.count(Action.NAMES),
                report.count(Action.HEALTH),
                report.count(Action.KEEP));
    }
}
