package fr.perisco.cli;

import fr.perisco.domain.consumption.SecondShare;
import fr.perisco.domain.registration.Registration;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.RegistrationSharing;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a second family pay for a registration. */
@Command
final class RegistrationShareCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "CHILD", descriptionKey = "arg.child")
    String child = "";

    @Parameters(index = "1", paramLabel = "ACTIVITY", descriptionKey = "arg.activity")
    String activity = "";

    @ArgGroup(multiplicity = "1")
    Payers payers = new Payers();

    static final class Payers {
        @ArgGroup(exclusive = false)
        @Nullable
        Second second;

        @Option(names = "--alone")
        boolean alone;
    }

    static final class Second {
        @Option(names = "--with", paramLabel = "FAMILY", required = true)
        String family = "";

        @Option(names = "--share", paramLabel = "even|odd|PERCENT", required = true)
        SecondShare share = RegistrationSharing.NONE;
    }

    @Option(names = "--from", paramLabel = "DAY")
    @Nullable
    LocalDate from;

    @Option(names = "--family", paramLabel = "FAMILY")
    @Nullable
    String family;

    @Mixin
    DryRun dryRun = new DryRun();

    RegistrationShareCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        String second = payers.second == null ? null : payers.second.family;
        SecondShare share = payers.second == null ? RegistrationSharing.NONE : payers.second.share;
        try (Office office = desk.open(dryRun.isSet())) {
            RegistrationSharing.Report report = new RegistrationSharing(office)
                    .share(new RegistrationSharing.Order(child, activity, family, second, share, from));
            Registration registration = report.registration();
            desk.print(Table.of("child", "activity", "from", "to", "family", "second_family", "share", "shared_from")
                    .row(
                            child,
                            activity,
                            registration.from(),
                            registration.to(),
                            report.family(),
                            second,
                            second == null ? null : share.written(),
                            report.from()));
            desk.say(report.changed() ? "registration.shared" : "registration.shared.known", child, activity);
        }
        return ExitCode.OK;
    }
}
