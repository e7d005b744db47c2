package fr.perisco.cli;

import fr.perisco.domain.office.ControlTotals;
import fr.perisco.domain.reason.Reason;
import fr.perisco.exchange.table.Form;
import fr.perisco.workflow.Restoration;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts a backup in the place of the database. */
@Command
final class DbRestoreCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "BACKUP", descriptionKey = "arg.restore")
    String backup = "";

    @Mixin
    Confirmation confirmation = new Confirmation();

    @Mixin
    DryRun dryRun = new DryRun();

    DbRestoreCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        String database = desk.databaseFile().toString();
        try (Restoration restoration =
                new Restoration(desk.file(backup), desk.databaseFile(), desk.acting(dryRun.isSet()))) {
            Restoration.Contents contents = restoration.contents();
            Object lastAct = contents.lastAct().<Object>map(moment -> moment).orElse("-");
            contents.findings().forEach(desk::warn);
            if (!contents.isStamped()) {
                desk.warn("restore.no-digest", backup);
            }
            if (contents.isOfAnother()) {
                desk.warn("restore.of-another", backup, database);
            }
            if (contents.doubtfulMails() > 0) {
                desk.warn("restore.mails", contents.doubtfulMails());
            }
            if (dryRun.isSet()) {
                report(database, contents, lastAct, Optional.empty());
            } else {
                confirmation.require(desk, dryRun, Reason.of("restore.question", database, backup, lastAct));
                restoration.replace(kept -> {
                    report(database, contents, lastAct, kept);
                    return desk.isDeliveredOrTakenBack();
                });
            }
        }
        return ExitCode.OK;
    }

    private void report(String database, Restoration.Contents contents, Object lastAct, Optional<Path> kept) {
        desk.print(() -> form(database, contents, kept), () -> tell(database, contents, lastAct, kept));
    }

    private void tell(String database, Restoration.Contents contents, Object lastAct, Optional<Path> kept) {
        ControlTotals totals = contents.totals();
        desk.say(
                dryRun.isSet() ? "restore.would" : "restore.done",
                database,
                backup,
                lastAct,
                DatabaseTotals.words(desk, totals));
        if (contents.migrations() > 0) {
            desk.say("restore.upgraded", contents.migrations());
        }
        kept.ifPresent(file -> desk.say("restore.kept", file.toString()));
    }

    private Form form(String database, Restoration.Contents contents, Optional<Path> kept) {
        return DatabaseTotals.fields(Form.of("restored", backup), contents.totals())
                .field("database", database)
                .field("digest", contents.isStamped())
                .field("migrations", contents.migrations())
                .field("of_another_database", contents.isOfAnother())
                .field("doubtful_mails", contents.doubtfulMails())
                .field("kept", kept.map(Path::toString).orElse(""));
    }
}
