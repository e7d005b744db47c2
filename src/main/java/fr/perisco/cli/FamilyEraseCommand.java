package fr.perisco.cli;

import fr.perisco.domain.reason.Reason;
import fr.perisco.workflow.FamilyErasure;
import fr.perisco.workflow.Office;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Erases a family's names, contacts and health data. */
@Command
final class FamilyEraseCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "FAMILY", descriptionKey = "arg.family")
    String family = "";

    @Mixin
    Confirmation confirmation = new Confirmation();

    @Mixin
    DryRun dryRun = new DryRun();

    FamilyEraseCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            FamilyErasure erasure = new FamilyErasure(office);
            erasure.requireDay(family);
            FamilyErasure.Report preview = erasure.preview(family);
            if (!preview.erased()) {
                erasure.finish();
                desk.say("family.erase.known", family);
                return ExitCode.OK;
            }
            if (!dryRun.isSet()) {
                confirmation.require(
                        desk, dryRun, Reason.of("family.erase.question", family, preview.children(), preview.kept()));
            }
            FamilyErasure.Report report = erasure.erase(family);
            desk.say(
                    dryRun.isSet() ? "family.erase.would" : "family.erase.done",
                    family,
                    report.children(),
                    report.kept());
            if (!report.duplicates().isEmpty()) {
                desk.say(
                        dryRun.isSet() ? "family.erase.would-duplicates" : "family.erase.duplicates",
                        family,
                        String.join(" ", report.duplicates()));
            }
        }
        return ExitCode.OK;
    }
}
