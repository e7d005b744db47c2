package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
import fr.perisco.workflow.FamilyContacts;
import fr.perisco.workflow.Office;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Notes that a family moves. */
@Command
final class FamilyMoveCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "FAMILY", descriptionKey = "arg.family")
    String family = "";

    @Option(names = "--address", paramLabel = "TEXT")
    @Nullable
    String address;

    @Option(names = "--postcode", paramLabel = "TEXT")
    @Nullable
    String postcode;

    @Option(names = "--city", paramLabel = "TEXT")
    @Nullable
    String city;

    @Option(names = "--resident", paramLabel = "yes|no")
    @Nullable
    Residence resident;

    @Option(names = "--from", paramLabel = "DAY")
    @Nullable
    LocalDate from;

    enum Residence {
        yes,
        no;

        static Optional<Residence> parse(String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "yes", "oui" -> Optional.of(yes);
                case "no", "non" -> Optional.of(no);
                default -> Optional.empty();
            };
        }
    }

    @Mixin
    DryRun dryRun = new DryRun();

    FamilyMoveCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (Stream.of(address, postcode, city, resident).allMatch(Objects::isNull)) {
            throw Misused.because("move.nothing");
        }
        try (Office office = desk.open(dryRun.isSet())) {
            FamilyContacts.Home home = new FamilyContacts.Home(
                    address, postcode, city, resident == null ? null : resident == Residence.yes, from);
            FamilyTables.changed(desk, family, new FamilyContacts(office).move(family, home));
        }
        return ExitCode.OK;
    }
}
