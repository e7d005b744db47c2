package fr.perisco.cli;

import fr.perisco.domain.family.Family;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.FamilySeparation;
import fr.perisco.workflow.Office;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a family's second guardian a family of its own. */
@Command
final class FamilySeparateCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "FAMILY", descriptionKey = "arg.family")
    String family = "";

    @Option(names = "--code", paramLabel = "CODE")
    @Nullable
    String code;

    @Option(names = "--from", paramLabel = "DAY")
    @Nullable
    LocalDate from;

    @Option(names = "--address", paramLabel = "TEXT", descriptionKey = "perisco.family.move.address")
    @Nullable
    String address;

    @Option(names = "--postcode", paramLabel = "CODE", descriptionKey = "perisco.family.move.postcode")
    @Nullable
    String postcode;

    @Option(names = "--city", paramLabel = "NAME", descriptionKey = "perisco.family.move.city")
    @Nullable
    String city;

    @Option(names = "--resident", paramLabel = "yes|no")
    FamilyMoveCommand.@Nullable Residence resident;

    @Mixin
    DryRun dryRun = new DryRun();

    FamilySeparateCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            Boolean lives = resident == null ? null : resident == FamilyMoveCommand.Residence.yes;
            show(new FamilySeparation(office)
                    .separate(new FamilySeparation.Order(family, code, from, address, postcode, city, lives)));
        }
        return ExitCode.OK;
    }

    /** What nobody said, and what the command took it to be. */
    private void sayWhatWasTakenOn(FamilySeparation.Report report) {
        String made = report.family().code();
        if (from == null) {
            desk.say("separate.today", made, report.from());
        }
        if (resident == null) {
            desk.say(report.resident() ? "separate.resident" : "separate.outside", made, family);
        }
        desk.say("separate.no-quotient", made);
        report.children()
                .forEach(child -> desk.say(
                        "separate.child",
                        child.code(),
                        child.fullName(),
                        family,
                        made,
                        report.from(),
                        report.from().toString()));
    }

    private void show(FamilySeparation.Report report) {
        Family made = report.family();
        Table table = Table.of("family", "name", "guardian", "login", "resident", "child", "child_name", "from");
        report.children()
                .forEach(child -> table.row(
                        made.code(),
                        made.name(),
                        made.guardian().fullName(),
                        made.login(),
                        report.resident() ? "yes" : "no",
                        child.code(),
                        child.fullName(),
                        report.from()));
        desk.print(table);
        desk.say(
                dryRun.isSet() ? "separate.would" : "separate.done",
                made.guardian().fullName(),
                family,
                made.code(),
                report.from(),
                report.children().size());
        sayWhatWasTakenOn(report);
        if (report.takenBy() != null) {
            desk.warn("separate.login-taken", report.email(), report.takenBy(), made.code());
        } else if (made.login().isEmpty()) {
            desk.warn("separate.no-login", made.code());
        }
        if (made.recipient().equals(made.guardian().fullName())) {
            desk.warn("separate.no-address", made.code());
        }
        if (report.mayKnowPassword()) {
            desk.warn("separate.password", made.guardian().fullName(), family);
        }
        if (!report.paid().isEmpty()) {
            desk.say("separate.pays", family);
        }
        report.paid()
                .forEach(paid -> desk.say(
                        "separate.share",
                        paid.child(),
                        paid.activity(),
                        made.code(),
                        paid.from().toString()));
    }
}
