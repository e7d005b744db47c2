package fr.perisco.cli;

import fr.perisco.domain.calendar.DaySpan;
import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.reservation.MealCount;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.MealReport;
import fr.perisco.workflow.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Counts the children who are expected, for the kitchen. */
@Command
final class ReportMealsCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--date", paramLabel = "DAY")
    @Nullable
    LocalDate date;

    @Option(names = "--week", paramLabel = "DAY")
    @Nullable
    LocalDate week;

    @Mixin
    Period period = new Period();

    @Option(names = "--activity", paramLabel = "ACTIVITY", descriptionKey = "filter.activity")
    @Nullable
    String activity;

    @Option(names = "--unit", paramLabel = "UNIT", descriptionKey = "filter.unit")
    @Nullable
    String unit;

    @Option(names = "--school", paramLabel = "SCHOOL", descriptionKey = "filter.school")
    @Nullable
    String school;

    ReportMealsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        MealReport.Filter filter = new MealReport.Filter(days(), activity, unit, school);
        try (Office office = desk.open()) {
            List<MealCount> counts = new MealReport(office).of(filter);
            Table table = Table.of("date", "activity", "unit", "school", "diet", "meals");
            counts.forEach(count -> table.row(
                    count.day(), count.activity(), count.unit(), count.school(), count.diet(), count.meals()));
            desk.print(table.totals(
                    "",
                    "",
                    "",
                    "",
                    "",
                    counts.stream().mapToInt(MealCount::meals).sum()));
        }
        return ExitCode.OK;
    }

    private DaySpan days() {
        LocalDate from = period.from();
        LocalDate to = period.to();
        long given = Stream.of(date, week, from).filter(Objects::nonNull).count();
        if ((from == null) != (to == null) || given > 1 || (from != null && to != null && from.isAfter(to))) {
            throw Misused.because("report.meals.period");
        }
        if (from != null && to != null) {
            return new DaySpan(from, to);
        }
        if (week != null) {
            return DaySpan.ofWeek(week);
        }
        return DaySpan.of(date == null ? desk.now().toLocalDate() : date);
    }
}
