package fr.perisco.cli;

import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.SetupLoad;
import fr.perisco.workflow.SetupReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Loads the office's setup from a folder. */
@Command
final class SetupLoadCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "DIR", descriptionKey = "arg.setup-folder")
    String folder = "";

    @Mixin
    DryRun dryRun = new DryRun();

    SetupLoadCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            SetupReport report = new SetupLoad(office).load(desk.file(folder));
            print(desk, report);
            report.firstMoved()
                    .filter(day -> !dryRun.isSet())
                    .ifPresent(day -> desk.inform("setup.moved", day, day.toString()));
            if (report.morePlaces()) {
                desk.inform("setup.places-added");
            }
        }
        return ExitCode.OK;
    }

    static void print(Desk desk, SetupReport report) {
        Table table = Table.of("file", "new", "changed", "unchanged", "vanished");
        report.files()
                .forEach(file ->
                        table.row(file.file(), file.added(), file.changed(), file.unchanged(), file.vanished()));
        desk.print(table);
    }
}
