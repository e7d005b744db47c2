package fr.perisco.workflow;

import fr.perisco.domain.activity.Activity;
import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.activity.UnitOpening;
import fr.perisco.domain.calendar.Closure;
import fr.perisco.domain.calendar.SchoolHolidays;
import fr.perisco.domain.family.School;
import fr.perisco.domain.office.OfficeSettings;
import fr.perisco.domain.reason.InputFault;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.recovery.ReminderLevel;
import fr.perisco.domain.tariff.Tariff;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.PropertiesText;
import fr.perisco.exchange.csv.ReminderCsv;
import fr.perisco.exchange.csv.SetupCsv;
import fr.perisco.exchange.csv.SetupCsv.ActivityRow;
import fr.perisco.exchange.csv.SetupCsv.SchoolRow;
import fr.perisco.exchange.csv.SetupCsv.TariffRow;
import fr.perisco.exchange.csv.SetupCsv.UnitRow;
import fr.perisco.exchange.csv.ShuttleCsv;
import fr.perisco.exchange.csv.ShuttleCsv.StopRow;
import fr.perisco.store.AdjustmentStore;
import fr.perisco.store.Journal;
import fr.perisco.store.SetupStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Loads a setup folder: all of its files are judged, against each other too, before anything is written. */
public final class SetupLoad {
    private final Office office;
    private final SetupStore store;
    private final Faults faults = new Faults();
    private final List<SetupReport.Counts> counts = new ArrayList<>();

    public SetupLoad(Office office) {
        this.office = office;
        this.store = new SetupStore(office.database());
    }

    /**
     * @throws fr.perisco.domain.reason.BadInput with every fault of every file
     */
    public SetupReport load(Path path) {
        SetupFolder folder = new SetupFolder(path);
        folder.requireSomething();
        return office.act("setup load", null, journal -> {
            Optional<SortedMap<String, String>> settings = readSettings(folder);
            Optional<Parsed<SchoolRow>> schools = read(folder, SetupFolder.SCHOOLS, SetupCsv::schools);
            Optional<Parsed<ActivityRow>> activities = read(folder, SetupFolder.ACTIVITIES, SetupCsv::activities);
            Optional<Parsed<UnitRow>> units = read(folder, SetupFolder.UNITS, SetupCsv::units);
            Optional<Parsed<TariffRow>> tariffs = read(folder, SetupFolder.TARIFFS, SetupCsv::tariffs);
            String zone = zone(settings);
            Optional<Parsed<Optional<SchoolHolidays>>> calendar =
                    read(folder, SetupFolder.CALENDAR, (bytes, source) -> SetupCsv.calendar(bytes, source, zone));
            Optional<Parsed<Closure>> closures = read(folder, SetupFolder.CLOSURES, SetupCsv::closures);
            Optional<Parsed<StopRow>> shuttles = read(folder, SetupFolder.SHUTTLES, ShuttleCsv::read);
            Optional<Parsed<ReminderLevel>> reminders = read(folder, SetupFolder.REMINDERS, ReminderCsv::read);

            SetupCheck check = new SetupCheck(store);
            check.judge(schools, activities, units, tariffs, calendar, closures);
            shuttles.ifPresent(check::judgeShuttles);
            shuttles.ifPresent(file -> new ShuttleFileCheck(office, file).judge());
            reminders.ifPresent(ReminderSetup::judge);
            List.of(schools, activities, units, tariffs, calendar, closures, shuttles, reminders)
                    .forEach(file -> file.ifPresent(faults::add));
            calendar.filter(file -> !file.goodRows().isEmpty()
                            && file.goodRows().stream()
                                    .allMatch(row -> row.good().isEmpty()))
                    .ifPresent(file -> faults.add(List.of(new InputFault(
                            folder.name(SetupFolder.CALENDAR), 0, 0, Reason.of("setup.other-zones", zone)))));
            faults.throwIfAny();

            OpeningWatch openings = new OpeningWatch(office);
            settings.ifPresent(values -> saveSettings(values, journal));
            schools.ifPresent(rows -> saveSchools(rows, journal));
            activities.ifPresent(rows -> saveActivities(rows, journal));
            units.ifPresent(rows -> saveUnits(rows, journal));
            tariffs.ifPresent(rows -> saveTariffs(rows, journal));
            calendar.ifPresent(rows -> saveCalendar(rows, journal));
            closures.ifPresent(rows -> saveClosures(rows, journal));
            shuttles.ifPresent(file -> counts.add(new ShuttleSetup(office).save(file, journal)));
            reminders.ifPresent(file -> counts.add(new ReminderSetup(office).save(file, journal)));
            return new SetupReport(counts, openings.note(), openings.hasMorePlacesToGive());
        });
    }

    private Optional<SortedMap<String, String>> readSettings(SetupFolder folder) {
        return folder.content(SetupFolder.PROPERTIES).map(bytes -> {
            String source = folder.name(SetupFolder.PROPERTIES);
            PropertiesText text = PropertiesText.read(bytes, source);
            SortedMap<String, String> merged = new TreeMap<>(store.settings().values());
            text.values().forEach((name, entry) -> merged.put(name, entry.value()));
            List<InputFault> found = new ArrayList<>(text.faults());
            text.values().forEach((name, entry) -> {
                if (!OfficeSettings.isKnown(name)) {
                    Reason unknown = Reason.of("setup.unknown-setting", name);
                    found.add(new InputFault(source, entry.line(), PropertiesText.NAME, unknown));
                } else {
                    OfficeSettings.faultOf(name, entry.value(), merged.getOrDefault("office.code", ""))
                            .map(fault -> new InputFault(source, entry.line(), PropertiesText.VALUE, fault))
                            .ifPresent(found::add);
                }
            });
            faults.add(found);
            return merged;
        });
    }

    /** A zone that does not read is passed over, so that the calendar is judged all the same. */
    private String zone(Optional<SortedMap<String, String>> settings) {
        return settings.map(OfficeSettings::new)
                .filter(read -> OfficeSettings.faultOf("office.zone", read.get("office.zone"), "")
                        .isEmpty())
                .orElseGet(store::settings)
                .zone();
    }

    private static <T> Optional<T> read(SetupFolder folder, String file, Reader<T> reader) {
        return folder.content(file).map(bytes -> reader.read(bytes, folder.name(file)));
    }

    private interface Reader<T> {
        T read(byte[] bytes, String source);
    }

    private void saveSettings(SortedMap<String, String> values, Journal journal) {
        Map<String, String> before = store.settings().values();
        Tally tally = new Tally(SetupFolder.PROPERTIES, journal);
        values.forEach((name, value) -> {
            if (tally.compare("setting", name, "value", before.get(name), value)) {
                store.save(name, value);
            }
        });
        counts.add(tally.counts(0));
    }

    private void saveSchools(Parsed<SchoolRow> rows, Journal journal) {
        Map<String, School> known = byKey(store.schools(), School::code);
        Tally tally = new Tally(SetupFolder.SCHOOLS, journal);
        for (var row : rows.goodRows()) {
            SchoolRow school = row.good();
            School before = known.remove(school.code());
            if (tally.compare("school", school.code(), "name", before == null ? null : before.name(), school.name())) {
                if (before == null) {
                    store.insert(school.code(), school.name());
                } else {
                    store.update(new School(before.id(), school.code(), school.name()));
                }
            }
        }
        counts.add(tally.counts(known.size()));
    }

    private void saveActivities(Parsed<ActivityRow> rows, Journal journal) {
        Map<String, Long> schools = store.schools().stream().collect(Collectors.toMap(School::code, School::id));
        Map<String, Activity> known = byKey(store.activities(), Activity::code);
        Tally tally = new Tally(SetupFolder.ACTIVITIES, journal);
        for (var row : rows.goodRows()) {
            ActivityRow read = row.good();
            Activity before = known.remove(read.code());
            Activity after = new Activity(
                    before == null ? 0 : before.id(),
                    read.code(),
                    read.label(),
                    read.service(),
                    read.school().isEmpty() ? null : read.school(),
                    read.from(),
                    read.to(),
                    read.deadline(),
                    read.cancelDeadline() == null ? read.deadline() : read.cancelDeadline(),
                    read.ages());
            if (tally.compare("activity", read.code(), "definition", before, after)) {
                Long schoolId = schools.get(read.school());
                if (before == null) {
                    store.insert(after, schoolId);
                } else {
                    store.update(after, schoolId);
                }
            }
        }
        counts.add(tally.counts(known.size()));
    }

    private void saveUnits(Parsed<UnitRow> rows, Journal journal) {
        Map<String, Activity> activities = byKey(store.activities(), Activity::code);
        Map<String, Unit> known = byKey(store.units(), SetupLoad::nameOf);
        Map<String, List<UnitRow>> periods = new LinkedHashMap<>();
        rows.goodRows()
                .forEach(row -> periods.computeIfAbsent(
                                row.good().activity() + " " + row.good().code(), key -> new ArrayList<>())
                        .add(row.good()));
        Tally tally = new Tally(SetupFolder.UNITS, journal);
        periods.forEach((name, unitRows) -> {
            UnitRow first = unitRows.get(0);
            Activity activity = Objects.requireNonNull(activities.get(first.activity()));
            Unit before = known.remove(name);
            Unit after = new Unit(
                    before == null ? 0 : before.id(),
                    activity,
                    first.code(),
                    first.label(),
                    first.taxEligible(),
                    unitRows.stream().map(row -> opening(row, activity)).toList());
            if (tally.compare("unit", name, "definition", before, after)) {
                if (before == null) {
                    store.insert(after);
                } else {
                    store.update(after);
                }
            }
        });
        counts.add(tally.counts(known.size()));
    }

    private static UnitOpening opening(UnitRow row, Activity activity) {
        return new UnitOpening(
                row.from() == null ? activity.from() : row.from(),
                row.to() == null ? activity.to() : row.to(),
                row.days(),
                row.term(),
                row.capacity());
    }

    private static String nameOf(Unit unit) {
        return unit.activity().code() + " " + unit.code();
    }

    private void saveTariffs(Parsed<TariffRow> rows, Journal journal) {
        Map<String, Unit> units = byKey(store.units(), SetupLoad::nameOf);
        Set<Tariff> retired = new HashSet<>(store.tariffs());
        Map<Tariff, Tariff> known = new HashMap<>();
        retired.forEach(tariff -> known.put(withoutId(tariff), tariff));
        List<Tariff> added = new ArrayList<>();
        int unchanged = 0;
        for (var row : rows.goodRows()) {
            TariffRow read = row.good();
            Unit unit = Objects.requireNonNull(units.get(read.activity() + " " + read.unit()));
            Tariff tariff = new Tariff(
                    0,
                    unit.id(),
                    read.validFrom(),
                    read.quotientFrom(),
                    read.residency(),
                    read.conditions(),
                    read.price(),
                    read.ratePpm(),
                    read.min(),
                    read.max(),
                    read.unbookedSurcharge());
            Tariff before = known.get(tariff);
            if (before == null) {
                added.add(tariff);
            } else {
                retired.remove(before);
                unchanged++;
            }
        }
        retired.stream().sorted(Comparator.comparingLong(Tariff::id)).forEach(tariff -> {
            store.retire(tariff, journal);
            journal.changed("tariff", Long.toString(tariff.id()), "retired", tariff, null);
        });
        added.forEach(tariff -> store.insert(tariff, journal));
        if (!added.isEmpty() || !retired.isEmpty()) {
            new AdjustmentStore(office.database()).tariffsChanged(journal);
        }
        counts.add(new SetupReport.Counts(SetupFolder.TARIFFS, added.size(), 0, unchanged, retired.size()));
    }

    private static Tariff withoutId(Tariff tariff) {
        return new Tariff(
                0,
                tariff.unitId(),
                tariff.validFrom(),
                tariff.quotientFrom(),
                tariff.residency(),
                tariff.conditions(),
                tariff.price(),
                tariff.ratePpm(),
                tariff.min(),
                tariff.max(),
                tariff.unbookedSurcharge());
    }

    private void saveCalendar(Parsed<Optional<SchoolHolidays>> rows, Journal journal) {
        List<SchoolHolidays> after = rows.goodRows().stream()
                .flatMap(row -> row.good().stream())
                .distinct()
                .toList();
        if (replace(SetupFolder.CALENDAR, "calendar", store.holidays(), after, journal)) {
            store.replaceHolidays(after);
        }
    }

    private void saveClosures(Parsed<Closure> rows, Journal journal) {
        List<Closure> after =
                rows.goodRows().stream().map(Parsed.Row::good).distinct().toList();
        if (replace(SetupFolder.CLOSURES, "closures", store.closures(), after, journal)) {
            store.replaceClosures(after);
        }
    }

    private <T> boolean replace(String file, String subject, List<T> before, List<T> after, Journal journal) {
        Set<T> kept = new HashSet<>(before);
        kept.retainAll(after);
        List<T> added = after.stream().filter(row -> !kept.contains(row)).toList();
        List<T> removed = before.stream().filter(row -> !kept.contains(row)).toList();
        removed.forEach(row -> journal.changed(subject, file, "removed", row, null));
        added.forEach(row -> journal.changed(subject, file, "added", null, row));
        counts.add(new SetupReport.Counts(file, added.size(), 0, kept.size(), removed.size()));
        return !added.isEmpty() || !removed.isEmpty();
    }

    private static <T> Map<String, T> byKey(List<T> values, Function<T, String> key) {
        Map<String, T> map = new LinkedHashMap<>();
        values.forEach(value -> map.put(key.apply(value), value));
        return map;
    }
}
