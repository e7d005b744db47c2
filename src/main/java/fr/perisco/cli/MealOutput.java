package fr.perisco.cli;

import fr.perisco.domain.reservation.MealChange;
import fr.perisco.domain.reservation.MealComparison;
import fr.perisco.domain.reservation.MealCount;
import fr.perisco.domain.reservation.UnorderedMeals;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.KitchenPrint;
import fr.perisco.workflow.MealOrdering;
import fr.perisco.workflow.Office;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows meals on the terminal, or writes them to a file: a PDF to print when its name says so, else a list for scripts. */
final class MealOutput {
    private final Desk desk;
    private final Office office;
    private final ListOutput output;

    /**
     * @param output null or {@code -} for the terminal
     */
    MealOutput(Desk desk, Office office, @Nullable String output) {
        this.desk = desk;
        this.office = office;
        this.output = new ListOutput(desk, output);
    }

    void counts(List<MealCount> counts) {
        Table table = Table.of("date", "activity", "unit", "school", "diet", "meals");
        counts.forEach(count ->
                table.row(count.day(), count.activity(), count.unit(), count.school(), count.diet(), count.meals()));
        int meals = counts.stream().mapToInt(MealCount::meals).sum();
        put(table.totals("", "", "", "", "", meals), file -> new KitchenPrint(office).weeks(counts, file));
    }

    void changes(List<MealChange> changes) {
        Table table = Table.of("date", "activity", "unit", "school", "diet", "ordered", "now", "difference", "since");
        changes.forEach(change -> table.row(
                change.day(),
                change.activity(),
                change.unit(),
                change.school(),
                change.diet(),
                change.ordered(),
                change.now(),
                change.difference(),
                change.since()));
        if (output.isOnTerminal() && desk.isTable() && changes.isEmpty()) {
            return;
        }
        put(table, file -> new KitchenPrint(office).changes(changes, file));
    }

    private void put(Table table, Function<Path, String> pdf) {
        if (output.isPdf() && table.isEmpty()) {
            output.tellNothing();
        } else {
            output.put(table, pdf);
        }
    }

    void tellChanges(MealComparison comparison) {
        comparison.unordered().forEach(this::tellUnordered);
        if (comparison.last().isEmpty() && comparison.unordered().isEmpty()) {
            desk.say("report.meals.nothing-ordered");
        } else if (comparison.last().isPresent() && comparison.changes().isEmpty()) {
            desk.say(
                    "report.meals.no-change",
                    comparison.last().orElseThrow().sentAt(),
                    comparison.last().orElseThrow().number());
        }
    }

    private void tellUnordered(UnorderedMeals meals) {
        String days = meals.days().stream().map(desk.words()::day).collect(Collectors.joining(", "));
        if (meals.school() == null) {
            desk.warn("report.meals.unordered", meals.activity(), meals.unit(), days);
        } else {
            desk.warn("report.meals.unordered-school", meals.activity(), meals.unit(), days, meals.school());
        }
    }

    void tellOrder(MealOrdering.Report done) {
        if (done.number().isPresent()) {
            int meals = done.counts().stream().mapToInt(MealCount::meals).sum();
            desk.say("report.meals.ordered", done.number().getAsLong(), meals);
        } else if (done.comparison().last().isPresent()) {
            desk.say(
                    "report.meals.ordered-already",
                    done.comparison().last().orElseThrow().sentAt(),
                    done.comparison().last().orElseThrow().number());
        } else {
            desk.say("report.meals.nobody");
        }
    }
}
