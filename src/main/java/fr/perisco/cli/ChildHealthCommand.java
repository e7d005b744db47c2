package fr.perisco.cli;

import fr.perisco.domain.family.HealthKind;
import fr.perisco.domain.reason.Misused;
import fr.perisco.workflow.ChildHealth;
import fr.perisco.workflow.Office;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records what is to be heeded of a child's health, or ends it. */
@Command
final class ChildHealthCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "CHILD", descriptionKey = "arg.child")
    String child = "";

    @Option(names = "--pai", paramLabel = "-", arity = "0..1", fallbackValue = "")
    @Nullable
    String pai;

    @Option(names = "--allergy", paramLabel = "-", arity = "0..1", fallbackValue = "")
    @Nullable
    String allergy;

    @Option(names = "--text-file", paramLabel = "FILE")
    @Nullable
    String textFile;

    @Option(names = "--end", paramLabel = "pai|allergy|N")
    @Nullable
    String end;

    @Option(names = "--remove", paramLabel = "N")
    @Nullable
    Long remove;

    @Option(names = "--from", paramLabel = "DAY")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DAY")
    @Nullable
    LocalDate to;

    @Mixin
    DryRun dryRun = new DryRun();

    ChildHealthCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (Stream.of(pai, allergy, end, remove).filter(Objects::nonNull).count() != 1) {
            throw Misused.because("health.which");
        }
        if ((pai == null && allergy == null && (textFile != null || from != null)) || (remove != null && to != null)) {
            throw Misused.because("health.only-with-text");
        }
        String outcome;
        if (pai != null) {
            outcome = keep(HealthKind.PAI, pai);
        } else if (allergy != null) {
            outcome = keep(HealthKind.ALLERGY, allergy);
        } else {
            outcome = take();
        }
        desk.say(outcome, child);
        return ExitCode.OK;
    }

    private String keep(HealthKind kind, String source) {
        String text = text(source);
        try (Office office = desk.open(dryRun.isSet())) {
            boolean changed = new ChildHealth(office).keep(child, kind, text, from, to);
            return changed ? "health.recorded" : "health.known";
        }
    }

    /** A command line is read by whoever lists the machine's processes: no health data stands in it. */
    private String text(String source) {
        if (!source.isEmpty() && !source.equals("-")) {
            throw Misused.because("health.text-in-command");
        }
        if (textFile == null && source.isEmpty()) {
            throw Misused.because("health.text-where");
        }
        if (textFile != null && !source.isEmpty()) {
            throw Misused.because("health.text-twice");
        }
        return ChildHealth.legible(desk.content(textFile == null ? source : textFile));
    }

    private String take() {
        try (Office office = desk.open(dryRun.isSet())) {
            ChildHealth health = new ChildHealth(office);
            if (remove != null) {
                health.remove(child, remove);
                return "health.removed";
            }
            return health.end(child, String.valueOf(end), to) ? "health.ended" : "health.nothing-to-end";
        }
    }
}
