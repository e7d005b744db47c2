package fr.perisco.cli;

import fr.perisco.domain.calendar.DaySpan;
import fr.perisco.domain.reason.Misused;
import fr.perisco.workflow.DayCancellation;
import fr.perisco.workflow.GroupCancellation;
import fr.perisco.workflow.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Cancels days. */
@Command
final class ReservationCancelCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(
            arity = "0..*",
            paramLabel = "[CHILD ACTIVITY UNIT] [DAY…]",
            hideParamSyntax = true,
            descriptionKey = "arg.cancelled")
    List<String> words = List.of();

    @Option(names = "--school", paramLabel = "SCHOOL", descriptionKey = "option.cancel-school")
    @Nullable
    String school;

    @Option(names = "--class", paramLabel = "CLASS", descriptionKey = "option.cancel-class")
    @Nullable
    String schoolClass;

    @Option(names = "--from", paramLabel = "DAY", descriptionKey = "filter.from")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", descriptionKey = "filter.to")
    @Nullable
    LocalDate to;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "option.payer")
    @Nullable
    String family;

    @ArgGroup
    CancelOptions how = new CancelOptions();

    @Option(names = "--allowed-only", descriptionKey = "option.allowed-only")
    boolean allowedOnly;

    @Mixin
    DryRun dryRun = new DryRun();

    ReservationCancelCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (schoolClass != null && school == null) {
            throw Misused.because("cancel.class-without-school");
        }
        CancelledWords read = CancelledWords.read(words, school != null);
        if ((from == null) != (to == null) || read.days().isEmpty() == (from == null)) {
            throw Misused.because("cancel.days-or-period");
        }
        if (school == null ? schoolClass != null : family != null) {
            throw Misused.because("cancel.school-or-child");
        }
        Period.requireOrder(from, to);
        try (Office office = desk.open(dryRun.isSet())) {
            return school == null ? ofChild(office, read) : ofGroup(office, school, read);
        }
    }

    private int ofChild(Office office, CancelledWords read) {
        return ReservationTables.verdicts(
                desk,
                new DayCancellation(office)
                        .cancel(new DayCancellation.Order(
                                read.code(0),
                                read.code(1),
                                read.code(2),
                                read.days(),
                                from,
                                to,
                                family,
                                how.manner(),
                                how.reason(),
                                allowedOnly)));
    }

    private int ofGroup(Office office, String ofSchool, CancelledWords read) {
        List<LocalDate> days =
                from != null && to != null ? new DaySpan(from, to).days().toList() : read.days();
        return ReservationTables.verdictsOfGroup(
                desk,
                new GroupCancellation(office)
                        .cancel(new GroupCancellation.Order(
                                ofSchool,
                                schoolClass,
                                read.codeOrAll(0),
                                read.codeOrAll(1),
                                days,
                                how.manner(),
                                how.reason(),
                                allowedOnly)));
    }
}
