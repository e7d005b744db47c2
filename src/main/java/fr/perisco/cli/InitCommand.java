package fr.perisco.cli;

import fr.perisco.workflow.OfficeSetup;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates or upgrades the database. */
@Command
final class InitCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--setup", paramLabel = "DIR")
    @Nullable
    String setup;

    @Mixin
    DryRun dryRun = new DryRun();

    InitCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        OfficeSetup.init(
                        desk.database(),
                        desk.acting(dryRun.isSet()),
                        setup == null ? null : desk.file(setup),
                        this::isTold)
                .ifPresent(report -> SetupLoadCommand.print(desk, report));
        return ExitCode.OK;
    }

    private boolean isTold(int migrations) {
        desk.say(
                migrations == 0 ? "init.up-to-date" : "init.done",
                desk.database().name(),
                migrations);
        return desk.isDeliveredOrTakenBack();
    }
}
