package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.reservation.UnitScope;
import fr.perisco.workflow.MealOrdering;
import fr.perisco.workflow.MealReport;
import fr.perisco.workflow.Office;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Counts the children who are expected, for the kitchen; records what was ordered, and shows what changed since. */
@Command
final class ReportMealsCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    ReportScope scope = new ReportScope();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE")
    @Nullable
    String output;

    @Option(names = "--order")
    boolean order;

    @Option(names = "--sent-to", paramLabel = "NAME")
    @Nullable
    String sentTo;

    @Option(names = "--note", paramLabel = "TEXT")
    @Nullable
    String note;

    @Option(names = "--changes")
    boolean changes;

    @Mixin
    DryRun dryRun = new DryRun();

    ReportMealsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (!order && (sentTo != null || note != null)) {
            throw Misused.because("report.meals.without-order");
        }
        UnitScope about = scope.against(desk.now().toLocalDate());
        try (Office office = desk.open(dryRun.isSet())) {
            MealOutput meals = new MealOutput(desk, office, output);
            if (order) {
                MealOrdering.Report done = new MealOrdering(office)
                        .order(
                                about,
                                Objects.requireNonNullElse(sentTo, "").strip(),
                                Objects.requireNonNullElse(note, "").strip(),
                                report -> show(meals, report));
                meals.tellOrder(done);
            } else if (changes) {
                MealOrdering.Report found = new MealOrdering(office).compare(about);
                show(meals, found);
                meals.tellChanges(found.comparison());
            } else {
                meals.counts(new MealReport(office).of(about));
            }
        }
        return ExitCode.OK;
    }

    private void show(MealOutput meals, MealOrdering.Report report) {
        if (changes) {
            meals.changes(report.comparison().changes());
        } else {
            meals.counts(report.counts());
        }
    }
}
