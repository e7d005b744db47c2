package fr.perisco.workflow;

import fr.perisco.domain.activity.Activity;
import fr.perisco.domain.calendar.Closure;
import fr.perisco.domain.family.School;
import fr.perisco.domain.tariff.Residency;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.SetupCsv.ActivityRow;
import fr.perisco.exchange.csv.SetupCsv.SchoolRow;
import fr.perisco.exchange.csv.SetupCsv.TariffRow;
import fr.perisco.exchange.csv.SetupCsv.UnitRow;
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
    private final SetupStore store;

    SetupCheck(SetupStore store) {
        this.store = store;
    }

    void judge(
            Optional<Parsed<SchoolRow>> schools,
            Optional<Parsed<ActivityRow>> activities,
            Optional<Parsed<UnitRow>> units,
            Optional<Parsed<TariffRow>> tariffs,
            Optional<Parsed<Closure>> closures) {
        Set<String> schoolCodes = new HashSet<>();
        store.schools().stream().map(School::code).forEach(schoolCodes::add);
        schools.ifPresent(rows -> {
            rows.goodRows().forEach(row -> schoolCodes.add(row.good().code()));
            twice(rows, "code", SchoolRow::code);
        });
        Set<String> activityCodes = new HashSet<>();
        store.activities().stream().map(Activity::code).forEach(activityCodes::add);
        activities.ifPresent(rows -> {
            rows.goodRows().forEach(row -> activityCodes.add(row.good().code()));
            twice(rows, "code", ActivityRow::code);
            for (var row : rows.goodRows()) {
                String school = row.good().school();
                if (!school.isEmpty() && !schoolCodes.contains(school)) {
                    rows.fault(row, "school", "setup.unknown-school", school);
                }
            }
        });
        Set<String> unitNames = new HashSet<>();
        store.units().forEach(unit -> unitNames.add(unit.activity().code() + " " + unit.code()));
        units.ifPresent(rows -> {
            rows.goodRows()
                    .forEach(row -> unitNames.add(
                            row.good().activity() + " " + row.good().code()));
            judgeUnits(rows, activityCodes);
        });
        tariffs.ifPresent(rows -> judgeTariffs(rows, activityCodes, unitNames));
        closures.ifPresent(rows -> {
            for (var row : rows.goodRows()) {
                String scope = row.good().scope();
                if (!scope.equals(Closure.ALL) && !scope.equals(Closure.SCHOOL) && !activityCodes.contains(scope)) {
                    rows.fault(row, "scope", "setup.unknown-scope", scope);
                }
            }
        });
    }

    private static <T> void twice(Parsed<T> rows, String column, Function<T, String> key) {
        Map<String, Long> seen = new HashMap<>();
        for (var row : rows.goodRows()) {
            Long before = seen.putIfAbsent(key.apply(row.good()), row.line());
            if (before != null) {
                rows.fault(row, column, "csv.twice", key.apply(row.good()), before);
            }
        }
    }

    private static void judgeUnits(Parsed<UnitRow> rows, Set<String> activityCodes) {
        Map<String, List<Parsed.Row<UnitRow>>> before = new HashMap<>();
        for (var row : rows.goodRows()) {
            UnitRow unit = row.good();
            if (!activityCodes.contains(unit.activity())) {
                rows.fault(row, "activity", "setup.unknown-activity", unit.activity());
            }
            var same = before.computeIfAbsent(unit.activity() + " " + unit.code(), key -> new ArrayList<>());
            for (var other : same) {
                if (overlap(unit, other.good())) {
                    rows.fault(row, "from", "setup.unit-overlap", unit.code(), other.line());
                }
                if (!unit.label().equals(other.good().label())
                        || unit.taxEligible() != other.good().taxEligible()) {
                    rows.fault(row, "label", "setup.unit-differs", unit.code(), other.line());
                }
            }
            same.add(row);
        }
    }

    private static boolean overlap(UnitRow one, UnitRow other) {
        return !later(one.from(), other.to()) && !later(other.from(), one.to());
    }

    private static boolean later(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from != null && to != null && from.isAfter(to);
    }

    private static void judgeTariffs(Parsed<TariffRow> rows, Set<String> activityCodes, Set<String> unitNames) {
        Map<String, List<Parsed.Row<TariffRow>>> before = new HashMap<>();
        for (var row : rows.goodRows()) {
            TariffRow tariff = row.good();
            String unit = tariff.activity() + " " + tariff.unit();
            if (!activityCodes.contains(tariff.activity())) {
                rows.fault(row, "activity", "setup.unknown-activity", tariff.activity());
            } else if (!unitNames.contains(unit)) {
                rows.fault(row, "unit", "setup.unknown-unit", tariff.unit(), tariff.activity());
            }
            var same = before.computeIfAbsent(
                    unit + " " + tariff.validFrom() + " " + tariff.quotientFrom(), key -> new ArrayList<>());
            for (var other : same) {
                Residency residency = other.good().residency();
                if (residency == tariff.residency()
                        || residency == Residency.BOTH
                        || tariff.residency() == Residency.BOTH) {
                    rows.fault(row, "resident", "setup.tariff-overlap", other.line());
                    break;
                }
            }
            same.add(row);
        }
    }
}
