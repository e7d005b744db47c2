package fr.perisco.cli;

import fr.perisco.domain.reason.Reason;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.FamilyMerge;
import fr.perisco.workflow.Office;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Merges a family that was entered twice. */
@Command
final class FamilyMergeCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "KEEP", descriptionKey = "arg.family-kept")
    String keep = "";

    @Parameters(index = "1", paramLabel = "DUPLICATE", descriptionKey = "arg.family-duplicate")
    String duplicate = "";

    @Mixin
    Confirmation confirmation = new Confirmation();

    @Mixin
    DryRun dryRun = new DryRun();

    FamilyMergeCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            FamilyMerge families = new FamilyMerge(office);
            if (families.isDone(keep, duplicate)) {
                desk.say("merge.known", duplicate, keep);
                return ExitCode.OK;
            }
            if (confirmation.isGiven() || dryRun.isSet()) {
                show(families.merge(keep, duplicate));
            } else {
                show(families.rehearse(keep, duplicate));
                confirmation.require(desk, dryRun, Reason.of("merge.question", duplicate, keep));
                families.merge(keep, duplicate);
            }
            desk.say(dryRun.isSet() ? "merge.would" : "merge.done", duplicate, keep);
        }
        return ExitCode.OK;
    }

    private void show(FamilyMerge.Report report) {
        Table table = Table.of("what", "code", "name", "from");
        report.moves().forEach(move -> table.row(move.what(), move.code(), move.name(), move.from()));
        desk.print(table);
        if (report.keepsAccount()) {
            desk.say("merge.keeps-account", duplicate, keep);
        }
        report.lost()
                .forEach(field -> desk.warn(
                        "merge.lost",
                        duplicate,
                        field.field(),
                        orNothing(field.after()),
                        keep,
                        orNothing(field.before())));
        if (!report.alike()) {
            desk.warn("merge.unalike", keep, duplicate);
        }
        report.twice().forEach(twice -> desk.warn("merge.twice", twice.kept(), twice.other(), twice.name()));
    }

    private static Object orNothing(@Nullable Object value) {
        return value == null || value.equals("") ? "–" : value;
    }
}
