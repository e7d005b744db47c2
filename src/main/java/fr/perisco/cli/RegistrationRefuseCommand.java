package fr.perisco.cli;

import fr.perisco.workflow.Office;
import fr.perisco.workflow.RegistrationAnswer;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Refuses a registration that waits for a decision. */
@Command
final class RegistrationRefuseCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "CHILD", descriptionKey = "arg.child")
    String child = "";

    @Parameters(index = "1", paramLabel = "ACTIVITY", descriptionKey = "arg.activity")
    String activity = "";

    @Option(names = "--from", paramLabel = "DAY")
    @Nullable
    LocalDate from;

    @Option(names = "--family", paramLabel = "FAMILY")
    @Nullable
    String family;

    @Option(names = "--reason", paramLabel = "REASON", required = true)
    String reason = "";

    @Mixin
    DryRun dryRun = new DryRun();

    RegistrationRefuseCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            RegistrationTables.answered(
                    desk,
                    child,
                    activity,
                    new RegistrationAnswer(office)
                            .refuse(new RegistrationAnswer.Order(child, activity, from, family), reason));
        }
        return ExitCode.OK;
    }
}
