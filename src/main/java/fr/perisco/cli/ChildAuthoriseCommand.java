package fr.perisco.cli;

import fr.perisco.workflow.AuthorisedPersons;
import fr.perisco.workflow.Office;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Notes who may fetch a child besides its guardians. */
@Command
final class ChildAuthoriseCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "CHILD", descriptionKey = "arg.child")
    String child = "";

    @Parameters(index = "1", paramLabel = "NAME", descriptionKey = "arg.authorised")
    String name = "";

    @Option(names = "--phone", paramLabel = "PHONE", required = true)
    String phone = "";

    @Option(names = "--relation", paramLabel = "TEXT")
    @Nullable
    String relation;

    @Option(names = "--from", paramLabel = "DAY")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DAY")
    @Nullable
    LocalDate to;

    @Mixin
    DryRun dryRun = new DryRun();

    ChildAuthoriseCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            AuthorisedPersons.Report report = new AuthorisedPersons(office)
                    .authorise(new AuthorisedPersons.Order(child, name, phone, relation, from, to));
            FamilyTables.authorised(desk, report);
            String done = dryRun.isSet() ? "authorise.would" : "authorise.done";
            desk.say(
                    report.changed() ? done : "authorise.known", report.person().name(), child);
        }
        return ExitCode.OK;
    }
}
