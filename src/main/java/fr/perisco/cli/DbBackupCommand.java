package fr.perisco.cli;

import fr.perisco.workflow.Backup;
import fr.perisco.workflow.Office;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes a checked copy of the database. */
@Command
final class DbBackupCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "FILE", descriptionKey = "arg.backup")
    String file = "";

    @Mixin
    DryRun dryRun = new DryRun();

    DbBackupCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            new Backup(office).writeTo(desk.file(file));
            desk.say(dryRun.isSet() ? "backup.would" : "backup.done", file);
        }
        return ExitCode.OK;
    }
}
