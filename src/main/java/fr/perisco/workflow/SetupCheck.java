package fr.perisco.workflow;

import fr.perisco.domain.calendar.Closure;
import fr.perisco.domain.calendar.SchoolHolidays;
import fr.perisco.domain.tariff.Residency;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.SetupCsv.ActivityRow;
import fr.perisco.exchange.csv.SetupCsv.SchoolRow;
import fr.perisco.exchange.csv.SetupCsv.TariffRow;
import fr.perisco.exchange.csv.SetupCsv.UnitRow;
import fr.perisco.exchange.csv.ShuttleCsv.StopRow;
import fr.perisco.store.SetupStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Judges the files of a setup against each other and against what the office has already. */
final class SetupCheck {
    private record Period(LocalDate from, LocalDate to) {
        /** Of an activity whose days do not read. */
        static final Period UNKNOWN = new Period(LocalDate.MIN, LocalDate.MAX);

        boolean isOutside(LocalDate day) {
            return day.isBefore(from) || day.isAfter(to);
        }
    }

    private final SetupStore store;
    private final Set<String> schools = new HashSet<>();
    private final Map<String, Period> activities = new HashMap<>();
    private final Set<String> units = new HashSet<>();

    SetupCheck(SetupStore store) {
        this.store = store;
    }

    /** Fields that have a fault of their own are passed over, so that one fault does not look like two. */
    void judge(
            Optional<Parsed<SchoolRow>> schoolRows,
            Optional<Parsed<ActivityRow>> activityRows,
            Optional<Parsed<UnitRow>> unitRows,
            Optional<Parsed<TariffRow>> tariffRows,
            Optional<Parsed<Optional<SchoolHolidays>>> calendarRows,
            Optional<Parsed<Closure>> closureRows) {
        store.schools().forEach(school -> schools.add(school.code()));
        store.activities()
                .forEach(activity -> activities.put(activity.code(), new Period(activity.from(), activity.to())));
        store.units().forEach(unit -> units.add(unit.activity().code() + " " + unit.code()));
        schoolRows.ifPresent(this::judgeSchools);
        activityRows.ifPresent(this::judgeActivities);
        unitRows.ifPresent(this::judgeUnits);
        tariffRows.ifPresent(this::judgeTariffs);
        calendarRows.ifPresent(SetupCheck::judgeCalendar);
        closureRows.ifPresent(this::judgeClosures);
    }

    private void judgeSchools(Parsed<SchoolRow> file) {
        file.legibleRows().forEach(row -> schools.add(row.legible().code()));
        twice(file, SchoolRow::code);
    }

    private void judgeActivities(Parsed<ActivityRow> file) {
        twice(file, ActivityRow::code);
        for (var row : file.legibleRows()) {
            ActivityRow activity = row.legible();
            boolean hasDays = !file.isFaulty(row, "from") && !file.isFaulty(row, "to");
            activities.put(activity.code(), hasDays ? new Period(activity.from(), activity.to()) : Period.UNKNOWN);
            String school = activity.school();
            if (!file.isFaulty(row, "school") && !school.isEmpty() && !schools.contains(school)) {
                file.fault(row, "school", "setup.unknown-school", school);
            }
        }
    }

    private static <T> void twice(Parsed<T> file, Function<T, String> code) {
        Map<String, Long> seen = new HashMap<>();
        for (var row : file.legibleRows()) {
            if (!file.isFaulty(row, "code")) {
                Long before = seen.putIfAbsent(code.apply(row.legible()), row.line());
                if (before != null) {
                    file.fault(row, "code", "csv.twice", code.apply(row.legible()), before);
                }
            }
        }
    }

    private void judgeUnits(Parsed<UnitRow> file) {
        Map<String, List<Parsed.Row<UnitRow>>> before = new HashMap<>();
        for (var row : file.legibleRows()) {
            UnitRow unit = row.legible();
            judgeActivity(file, row, unit.activity());
            units.add(unit.activity() + " " + unit.code());
            Period activity = activities.get(unit.activity());
            if (!file.isRejected(row) && activity != null) {
                judgePeriod(file, row, activity);
                var same = before.computeIfAbsent(unit.activity() + " " + unit.code(), key -> new ArrayList<>());
                same.forEach(other -> judgePair(file, row, other));
                same.add(row);
            }
        }
    }

    private <T> void judgeActivity(Parsed<T> file, Parsed.Row<T> row, String activity) {
        if (!file.isFaulty(row, "activity") && !activities.containsKey(activity)) {
            file.fault(row, "activity", "setup.unknown-activity", activity);
        }
    }

    private <T> void judgeUnit(Parsed<T> file, Parsed.Row<T> row, String activity, String unit) {
        if (!file.isFaulty(row, "activity") && !file.isFaulty(row, "unit") && !units.contains(activity + " " + unit)) {
            file.fault(row, "unit", "setup.unknown-unit", unit, activity);
        }
    }

    /** A unit that is told only when it begins, or only when it ends, runs as long as its activity at the other end. */
    private static void judgePeriod(Parsed<UnitRow> file, Parsed.Row<UnitRow> row, Period activity) {
        UnitRow unit = row.good();
        boolean beginsTooLate =
                unit.from() != null && unit.to() == null && unit.from().isAfter(activity.to());
        boolean endsTooEarly =
                unit.to() != null && unit.from() == null && unit.to().isBefore(activity.from());
        if (beginsTooLate || endsTooEarly) {
            file.fault(
                    row,
                    beginsTooLate ? "from" : "to",
                    "import.outside-activity",
                    unit.activity(),
                    activity.from(),
                    activity.to());
        }
    }

    private static void judgePair(Parsed<UnitRow> file, Parsed.Row<UnitRow> row, Parsed.Row<UnitRow> other) {
        UnitRow unit = row.good();
        UnitRow before = other.good();
        if (overlap(unit, before)) {
            file.fault(row, "from", "setup.unit-overlap", unit.code(), other.line());
        }
        if (!unit.label().equals(before.label()) || unit.taxEligible() != before.taxEligible()) {
            file.fault(row, "label", "setup.unit-differs", unit.code(), other.line());
        }
    }

    private static boolean overlap(UnitRow one, UnitRow other) {
        return !later(one.from(), other.to()) && !later(other.from(), one.to());
    }

    private static boolean later(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from != null && to != null && from.isAfter(to);
    }

    private void judgeTariffs(Parsed<TariffRow> file) {
        Map<String, List<Parsed.Row<TariffRow>>> before = new HashMap<>();
        for (var row : file.legibleRows()) {
            TariffRow tariff = row.legible();
            String unit = tariff.activity() + " " + tariff.unit();
            judgeActivity(file, row, tariff.activity());
            judgeUnit(file, row, tariff.activity(), tariff.unit());
            if (file.isRejected(row)) {
                continue;
            }
            var same = before.computeIfAbsent(
                    unit + " " + tariff.validFrom() + " " + tariff.quotientFrom(), key -> new ArrayList<>());
            same.stream()
                    .filter(other -> meet(tariff.residency(), other.good().residency())
                            && tariff.conditions().meet(other.good().conditions()))
                    .findFirst()
                    .ifPresent(other -> file.fault(row, "resident", "setup.tariff-overlap", other.line()));
            same.add(row);
        }
    }

    private static boolean meet(Residency one, Residency other) {
        return one == other || one == Residency.BOTH || other == Residency.BOTH;
    }

    /** The ministry repeats holidays for each academy of a zone: the same ones twice are one, but they end on one day. */
    private static void judgeCalendar(Parsed<Optional<SchoolHolidays>> file) {
        Map<String, Parsed.Row<Optional<SchoolHolidays>>> before = new HashMap<>();
        for (var row : file.goodRows()) {
            row.good().ifPresent(holidays -> {
                String key = holidays.schoolYear() + " " + holidays.startsOn() + " " + holidays.description();
                var first = before.putIfAbsent(key, row);
                if (first != null && !first.good().equals(row.good())) {
                    file.fault(row, "end_date", "setup.holidays-differ", first.line());
                }
            });
        }
    }

    private void judgeClosures(Parsed<Closure> file) {
        Map<String, Parsed.Row<Closure>> before = new HashMap<>();
        for (var row : file.legibleRows()) {
            Closure closure = row.legible();
            String scope = closure.scope();
            if (!file.isFaulty(row, "scope")
                    && !scope.equals(Closure.ALL)
                    && !scope.equals(Closure.SCHOOL)
                    && !activities.containsKey(scope)) {
                file.fault(row, "scope", "setup.unknown-scope", scope);
            }
            if (!file.isRejected(row)) {
                String key = closure.from() + " " + closure.to() + " " + closure.opens() + " " + scope;
                var first = before.putIfAbsent(key, row);
                if (first != null && !first.good().equals(closure)) {
                    file.fault(row, "reason", "setup.closure-differs", first.line());
                }
            }
        }
    }

    /** The activities, units and periods of shuttles, once all other files are judged. */
    void judgeShuttles(Parsed<StopRow> file) {
        for (var row : file.legibleRows()) {
            StopRow stop = row.legible();
            judgeActivity(file, row, stop.activity());
            judgeUnit(file, row, stop.activity(), stop.unit());
            Period activity = activities.get(stop.activity());
            if (activity == null || file.isFaulty(row, "activity")) {
                continue;
            }
            LocalDate from = stop.from();
            LocalDate to = stop.to();
            if (from != null && !file.isFaulty(row, "from") && activity.isOutside(from)) {
                file.fault(row, "from", "import.outside-activity", stop.activity(), activity.from(), activity.to());
            }
            if (to != null && !file.isFaulty(row, "to") && activity.isOutside(to)) {
                file.fault(row, "to", "import.outside-activity", stop.activity(), activity.from(), activity.to());
            }
        }
    }
}
