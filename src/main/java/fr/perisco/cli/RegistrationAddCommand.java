package fr.perisco.cli;

import fr.perisco.domain.registration.RegistrationState;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.RegistrationEntry;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Registers a child for an activity. */
@Command
final class RegistrationAddCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "CHILD", descriptionKey = "arg.child")
    String child = "";

    @Parameters(index = "1", paramLabel = "ACTIVITY", descriptionKey = "arg.activity")
    String activity = "";

    @Option(names = "--from", paramLabel = "DAY")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DAY")
    @Nullable
    LocalDate to;

    @Option(names = "--family", paramLabel = "FAMILY")
    @Nullable
    String family;

    @Option(names = "--pending")
    boolean pending;

    @Option(names = "--override", paramLabel = "REASON")
    @Nullable
    String override;

    @Mixin
    DryRun dryRun = new DryRun();

    RegistrationAddCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Period.requireOrder(from, to);
        try (Office office = desk.open(dryRun.isSet())) {
            RegistrationTables.added(
                    desk,
                    new RegistrationEntry(office)
                            .add(new RegistrationEntry.Order(
                                    child,
                                    activity,
                                    from,
                                    to,
                                    family,
                                    pending ? RegistrationState.PENDING : RegistrationState.ACCEPTED,
                                    override)));
        }
        return ExitCode.OK;
    }
}
