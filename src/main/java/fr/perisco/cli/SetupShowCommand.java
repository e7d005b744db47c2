package fr.perisco.cli;

import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.SetupOverview;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows the office's setup. */
@Command
final class SetupShowCommand implements Callable<Integer> {
    private final Desk desk;

    SetupShowCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            Table table = Table.of("kind", "code", "value");
            new SetupOverview(office).lines().forEach(line -> table.row(line.kind(), line.code(), line.value()));
            desk.print(table);
        }
        return ExitCode.OK;
    }
}
