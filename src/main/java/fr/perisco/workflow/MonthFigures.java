package fr.perisco.workflow;

import fr.perisco.domain.activity.Activity;
import fr.perisco.domain.activity.OpenDays;
import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.calendar.SchoolCalendar;
import fr.perisco.domain.invoice.LineKind;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.report.Accounts;
import fr.perisco.domain.report.ActivityDays;
import fr.perisco.domain.report.BilledCell;
import fr.perisco.domain.report.DayCounts;
import fr.perisco.domain.report.Figure;
import fr.perisco.domain.report.MonthReport;
import fr.perisco.domain.report.MonthScope;
import fr.perisco.domain.report.TariffRevenue;
import fr.perisco.domain.tariff.Tariff;
import fr.perisco.store.MonthDaysStore;
import fr.perisco.store.MonthDaysStore.People;
import fr.perisco.store.MonthMoneyStore;
import fr.perisco.store.SetupStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a month in figures. */
public final class MonthFigures {
    private record TariffUse(long unitId, long tariffId, boolean surcharge) {}

    private final Office office;

    public MonthFigures(Office office) {
        this.office = office;
    }

    /**
     * The month as the database stands; open invoices are aged on the office's day.
     *
     * @throws Refused when a code names nothing
     */
    public MonthReport of(MonthScope scope) {
        return office.read(() -> {
            SetupStore setup = new SetupStore(office.database());
            Units.requireKnown(setup.units(), scope.activity(), null);
            Schools.requireKnown(setup, scope.school());
            List<Unit> units = setup.units().stream()
                    .filter(unit ->
                            scope.activity() == null || unit.activity().code().equals(scope.activity()))
                    .toList();
            List<Long> unitIds = units.stream().map(Unit::id).toList();
            MonthMoneyStore money = new MonthMoneyStore(office.database());
            MonthMoneyStore.Lines lines = new MonthMoneyStore.Lines(scope.month(), unitIds, scope.school());
            List<BilledCell> cells = money.cells(lines);
            Days days = new Days(
                    scope,
                    units,
                    new MonthDaysStore(office.database(), scope.month(), unitIds, scope.school()),
                    setup.calendar());
            return new MonthReport(
                    scope,
                    office.today(),
                    days.whole(),
                    days.activities(),
                    money.documents(lines),
                    parts(cells),
                    activities(units, cells),
                    tariffs(setup, units, cells),
                    scope.isWhole()
                            ? new Accounts(money.balances(office.today()), money.payments(scope.month()))
                            : null);
        });
    }

    private static List<Figure> parts(List<BilledCell> cells) {
        Map<String, Figure> parts = Figure.blank(
                Stream.concat(Stream.of(LineKind.values()).map(LineKind::code), Stream.of(BilledCell.CANCELLATION))
                        .toList());
        cells.forEach(
                cell -> parts.computeIfPresent(cell.part(), (part, sum) -> sum.plus(cell.quantity(), cell.amount())));
        return List.copyOf(parts.values());
    }

    private static List<Figure> activities(List<Unit> units, List<BilledCell> cells) {
        Map<String, Figure> sums = new LinkedHashMap<>();
        for (Unit unit : units) {
            for (BilledCell cell : cells) {
                if (cell.unitId() == unit.id()) {
                    Activity activity = unit.activity();
                    Figure none = new Figure(activity.code(), activity.label(), 0, Money.ZERO);
                    sums.put(
                            activity.code(),
                            sums.getOrDefault(activity.code(), none)
                                    .plus(cell.surcharge() ? 0 : cell.quantity(), cell.amount()));
                }
            }
        }
        return List.copyOf(sums.values());
    }

    private static List<TariffRevenue> tariffs(SetupStore setup, List<Unit> units, List<BilledCell> cells) {
        Map<Long, Tariff> tariffs = new HashMap<>();
        setup.allTariffs().forEach(tariff -> tariffs.put(tariff.id(), tariff));
        Map<Long, Unit> known = new HashMap<>();
        units.forEach(unit -> known.put(unit.id(), unit));
        Map<TariffUse, TariffRevenue> sums = new LinkedHashMap<>();
        for (BilledCell cell : cells) {
            sums.merge(
                    new TariffUse(cell.unitId(), cell.tariffId(), cell.surcharge()),
                    new TariffRevenue(
                            Objects.requireNonNull(known.get(cell.unitId())),
                            Objects.requireNonNull(tariffs.get(cell.tariffId())),
                            cell.surcharge(),
                            cell.surcharge() ? 0 : cell.quantity(),
                            cell.amount()),
                    TariffRevenue::plus);
        }
        return List.copyOf(sums.values());
    }

    /** The days of a month, activity by activity. */
    private static final class Days {
        private final MonthScope scope;
        private final List<Unit> units;
        private final MonthDaysStore store;
        private final SchoolCalendar calendar;
        private final OpenDays openDays;
        private final DayCounts all = new DayCounts();
        private final Map<Long, DayCounts> counts = new HashMap<>();

        Days(MonthScope scope, List<Unit> units, MonthDaysStore store, SchoolCalendar calendar) {
            this.scope = scope;
            this.units = units;
            this.store = store;
            this.calendar = calendar;
            this.openDays = new OpenDays(calendar);
            Map<Long, Long> activities = new HashMap<>();
            units.forEach(unit -> activities.put(unit.id(), unit.activity().id()));
            store.eachPattern((sets, times) -> {
                all.add(sets, times);
                counts.computeIfAbsent(activities.get(sets.unitId()), activity -> new DayCounts())
                        .add(sets, times);
            });
        }

        ActivityDays whole() {
            People people = store.people();
            return new ActivityDays("", "", open(this::isForSchool), people.children(), people.families(), all);
        }

        List<ActivityDays> activities() {
            Map<Long, People> people = store.peopleOfActivities();
            List<ActivityDays> rows = new ArrayList<>();
            for (Activity activity :
                    units.stream().map(Unit::activity).distinct().toList()) {
                People ofIt = people.getOrDefault(activity.id(), People.NONE);
                rows.add(new ActivityDays(
                        activity.code(),
                        activity.label(),
                        open(unit -> isForSchool(unit) && unit.activity().id() == activity.id()),
                        ofIt.children(),
                        ofIt.families(),
                        counts.getOrDefault(activity.id(), new DayCounts())));
            }
            return rows.stream().filter(row -> !row.isIdle()).toList();
        }

        private boolean isForSchool(Unit unit) {
            String own = unit.activity().schoolCode();
            return scope.school() == null || own == null || own.equals(scope.school());
        }

        private @Nullable Integer open(Predicate<Unit> which) {
            if (!calendar.isLoaded(scope.month().atDay(1))) {
                return null;
            }
            return units.stream()
                    .filter(which)
                    .map(unit -> openDays.in(unit, scope.month()))
                    .reduce(DaySet.EMPTY, DaySet::union)
                    .size();
        }
    }
}
