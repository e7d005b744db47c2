package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
import fr.perisco.workflow.FamilyContacts;
import fr.perisco.workflow.Office;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes how a guardian is reached. */
@Command
final class FamilyContactCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "FAMILY", descriptionKey = "arg.family")
    String family = "";

    @Option(names = "--guardian", paramLabel = "1|2")
    int guardian = 1;

    @Option(names = "--email", paramLabel = "EMAIL")
    @Nullable
    String email;

    @Option(names = "--phone", paramLabel = "PHONE")
    @Nullable
    String phone;

    @Option(names = "--civility", paramLabel = "TEXT")
    @Nullable
    String civility;

    @Option(names = "--last-name", paramLabel = "NAME")
    @Nullable
    String lastName;

    @Option(names = "--first-name", paramLabel = "NAME")
    @Nullable
    String firstName;

    @Mixin
    DryRun dryRun = new DryRun();

    FamilyContactCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (guardian < 1 || guardian > 2) {
            throw Misused.because("contact.guardian", guardian);
        }
        if (Stream.of(email, phone, civility, lastName, firstName).allMatch(Objects::isNull)) {
            throw Misused.because("contact.nothing");
        }
        try (Office office = desk.open(dryRun.isSet())) {
            FamilyContacts.Contact contact = new FamilyContacts.Contact(civility, lastName, firstName, email, phone);
            FamilyTables.changed(desk, family, new FamilyContacts(office).reach(family, guardian, contact));
        }
        return ExitCode.OK;
    }
}
