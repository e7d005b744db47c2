package fr.perisco.cli;

import fr.perisco.domain.office.ControlTotals;
import fr.perisco.domain.office.DatabaseAddress;
import fr.perisco.domain.reason.Misused;
import fr.perisco.exchange.table.Form;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.OfficeMove;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies an office into an empty database, of whatever kind. */
@Command
final class DbCopyCommand implements Callable<Integer> {
    private static final String PLACE = "FILE|JDBC-URL";

    private final Desk desk;

    @Option(names = "--from", paramLabel = PLACE)
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = PLACE, required = true)
    String to = "";

    @Mixin
    DryRun dryRun = new DryRun();

    DbCopyCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (to.isBlank()) {
            throw Misused.because("copy.nowhere");
        }
        DatabaseAddress source = from == null ? desk.database() : desk.database(from);
        DatabaseAddress target = desk.database(to);
        try (Office office = desk.open(source, dryRun.isSet())) {
            OfficeMove.Report report = copied(office, target);
            report.findings()
                    .forEach(finding ->
                            desk.complain(finding.code(), finding.details().toArray()));
            if (!report.findings().isEmpty()) {
                desk.complain("copy.does-not-hold", source.name());
                return ExitCode.BAD_DATA;
            }
            desk.print(() -> form(target, report.totals()), () -> tell(source, target, report.totals()));
        }
        return ExitCode.OK;
    }

    private OfficeMove.Report copied(Office office, DatabaseAddress target) {
        try (Progress progress = Progress.of(desk)) {
            return new OfficeMove(office, target).copy(progress);
        }
    }

    private Form form(DatabaseAddress target, ControlTotals totals) {
        return DatabaseTotals.fields(Form.of("copy", target.name()), totals).field("copied", !dryRun.isSet());
    }

    private void tell(DatabaseAddress source, DatabaseAddress target, ControlTotals totals) {
        desk.say(dryRun.isSet() ? "copy.would" : "copy.done", target.name(), DatabaseTotals.words(desk, totals));
        if (!dryRun.isSet()) {
            desk.say("copy.from-now-on", source.name(), target.name());
        }
    }
}
