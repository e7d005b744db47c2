package fr.perisco.cli;

import fr.perisco.workflow.ChildDossier;
import fr.perisco.workflow.ChildHealth;
import fr.perisco.workflow.Office;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows all that is known of a child. */
@Command
final class ChildShowCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "CHILD", descriptionKey = "arg.child")
    String child = "";

    @Option(names = "--health")
    boolean health;

    ChildShowCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            ChildDossier dossier = ChildDossier.of(office, child);
            ChildPage sheet = new ChildPage(dossier, health ? new ChildHealth(office).read(child) : null);
            desk.print(sheet::form, () -> sheet.draw(new Page(desk)));
        }
        return ExitCode.OK;
    }
}
