package fr.perisco.cli;

import fr.perisco.workflow.FamilyDossier;
import fr.perisco.workflow.Office;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows all that is known of a family. */
@Command
final class FamilyShowCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "FAMILY", descriptionKey = "arg.family")
    String family = "";

    FamilyShowCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            FamilyPage sheet = new FamilyPage(FamilyDossier.of(office, family));
            desk.print(sheet::form, () -> sheet.draw(new Page(desk)));
        }
        return ExitCode.OK;
    }
}
