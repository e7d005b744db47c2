package fr.perisco.cli;

import fr.perisco.domain.office.AuditedAct;
import fr.perisco.domain.office.AuditedChange;
import fr.perisco.domain.reason.Misused;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.AuditList;
import fr.perisco.workflow.Office;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists who did what when. */
@Command
final class AuditListCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    @Option(names = "--child", paramLabel = "CHILD", descriptionKey = "filter.child")
    @Nullable
    String child;

    @Option(names = "--invoice", paramLabel = "NUMBER")
    @Nullable
    String invoice;

    @Option(names = "--act", paramLabel = "N")
    @Nullable
    Long act;

    @Option(names = "--by", paramLabel = "NAME")
    @Nullable
    String by;

    @Option(names = "--kind", paramLabel = "COMMAND")
    @Nullable
    String kind;

    @Mixin
    Period period = new Period();

    AuditListCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        long concerns =
                Stream.of(family, child, invoice).filter(Objects::nonNull).count();
        if (concerns > 1) {
            throw Misused.because("usage.exclusive", "--family --child --invoice");
        }
        AuditList.Filter filter = new AuditList.Filter(act, by, kind, period.from(), period.to());
        try (Office office = desk.open()) {
            AuditList audit = new AuditList(office);
            desk.print(
                    concerns == 0 && act == null
                            ? acts(audit.acts(filter))
                            : changes(audit.changes(filter, family, child, invoice)));
        }
        return ExitCode.OK;
    }

    private static Table acts(List<AuditedAct> acts) {
        Table table = Table.of("act", "recorded_at", "effective_at", "by", "kind", "reason");
        acts.forEach(done ->
                table.row(done.id(), done.recordedAt(), done.effectiveAt(), done.actor(), done.kind(), done.reason()));
        return table.totals(acts.size(), null, null, "", "", "");
    }

    private static Table changes(List<AuditedChange> changes) {
        Table table = Table.of(
                "act",
                "recorded_at",
                "effective_at",
                "by",
                "kind",
                "subject",
                "code",
                "field",
                "before",
                "after",
                "reason");
        changes.forEach(change -> table.row(
                change.act().id(),
                change.act().recordedAt(),
                change.act().effectiveAt(),
                change.act().actor(),
                change.act().kind(),
                change.subject(),
                change.code(),
                change.field(),
                change.before(),
                change.after(),
                change.act().reason()));
        return table;
    }
}
