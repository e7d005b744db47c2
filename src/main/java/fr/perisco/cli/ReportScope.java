package fr.perisco.cli;

import fr.perisco.domain.calendar.DaySpan;
import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.reservation.UnitScope;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a report is about: a day, a week or a period, and perhaps one activity, unit or school. */
final class ReportScope {
    @Option(names = "--date", paramLabel = "DAY", descriptionKey = "report.date")
    @Nullable
    LocalDate date;

    @Option(names = "--week", paramLabel = "DAY", descriptionKey = "report.week")
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

    /**
     * @param today what counts when no day is given
     */
    UnitScope against(LocalDate today) {
        return new UnitScope(days(today), activity, unit, school);
    }

    boolean isWeek() {
        return week != null;
    }

    private DaySpan days(LocalDate today) {
        LocalDate from = period.from();
        LocalDate to = period.to();
        long given = Stream.of(date, week, from).filter(Objects::nonNull).count();
        if ((from == null) != (to == null) || given > 1) {
            throw Misused.because("report.period");
        }
        if (from != null && to != null) {
            return new DaySpan(from, to);
        }
        if (week != null) {
            return DaySpan.ofWeek(week);
        }
        return DaySpan.of(date == null ? today : date);
    }
}
