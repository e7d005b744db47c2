package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
import fr.perisco.workflow.AuditList;
import fr.perisco.workflow.Office;
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
                            ? AuditTables.acts(audit.acts(filter))
                            : AuditTables.changes(audit.changes(filter, family, child, invoice)));
        }
        return ExitCode.OK;
    }
}
