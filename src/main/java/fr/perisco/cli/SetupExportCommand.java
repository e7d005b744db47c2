package fr.perisco.cli;

import fr.perisco.workflow.Office;
import fr.perisco.workflow.SetupExport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes the office's setup as a folder that can be loaded again. */
@Command
final class SetupExportCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "DIR", descriptionKey = "arg.setup-folder")
    String folder = "";

    @Mixin
    DryRun dryRun = new DryRun();

    SetupExportCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            int files = new SetupExport(office).export(desk.output(folder)).size();
            desk.say("files.written", files, folder);
        }
        return ExitCode.OK;
    }
}
