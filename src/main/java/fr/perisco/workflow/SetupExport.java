package fr.perisco.workflow;

import fr.perisco.domain.activity.Activity;
import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.activity.UnitOpening;
import fr.perisco.domain.tariff.Residency;
import fr.perisco.domain.tariff.Tariff;
import fr.perisco.exchange.csv.Column;
import fr.perisco.exchange.csv.CsvWriter;
import fr.perisco.exchange.csv.ReminderCsv;
import fr.perisco.exchange.csv.SetupCsv;
import fr.perisco.exchange.csv.ShuttleCsv;
import fr.perisco.store.SetupStore;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the office's setup as a folder that can be loaded again. */
public final class SetupExport {
    private final Office office;
    private final SetupStore store;

    public SetupExport(Office office) {
        this.office = office;
        this.store = new SetupStore(office.database());
    }

    /** Writes the folder's files, each replaced as a whole. */
    public List<Path> export(Path folder) {
        return office.read(() -> {
            write(folder, SetupFolder.PROPERTIES, this::settings);
            csv(folder, SetupFolder.SCHOOLS, SetupCsv.SCHOOLS, this::schools);
            csv(folder, SetupFolder.ACTIVITIES, SetupCsv.ACTIVITIES, this::activities);
            csv(folder, SetupFolder.UNITS, SetupCsv.UNITS, this::units);
            csv(folder, SetupFolder.TARIFFS, SetupCsv.TARIFFS, this::tariffs);
            csv(folder, SetupFolder.CALENDAR, SetupCsv.CALENDAR, this::calendar);
            csv(folder, SetupFolder.CLOSURES, SetupCsv.CLOSURES, this::closures);
            csv(folder, SetupFolder.SHUTTLES, ShuttleCsv.COLUMNS, new ShuttleSetup(office)::export);
            csv(folder, SetupFolder.REMINDERS, ReminderCsv.COLUMNS, new ReminderSetup(office)::export);
            return SetupFolder.FILES.stream().map(folder::resolve).toList();
        });
    }

    private void write(Path folder, String file, Consumer<OutputStream> content) {
        if (!office.isRehearsal()) {
            WholeFile.write(folder.resolve(file), content);
        }
    }

    private void csv(Path folder, String file, List<Column> columns, Consumer<CsvWriter> rows) {
        write(folder, file, out -> {
            try (CsvWriter writer =
                    new CsvWriter(out, columns.stream().map(Column::name).toList())) {
                rows.accept(writer);
            }
        });
    }

    private void settings(OutputStream out) {
        StringBuilder text = new StringBuilder();
        store.settings()
                .values()
                .forEach((name, value) -> text.append(name)
                        .append('=')
                        .append(value.replace("\\", "\\\\"))
                        .append('\n'));
        WholeFile.put(out, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void schools(CsvWriter writer) {
        store.schools().forEach(school -> row(writer, school.code(), school.name()));
    }

    private void activities(CsvWriter writer) {
        for (Activity activity : store.activities()) {
            row(
                    writer,
                    activity.code(),
                    activity.label(),
                    activity.service(),
                    activity.schoolCode(),
                    activity.from(),
                    activity.to(),
                    activity.notice(),
                    activity.cancelNotice().equals(activity.notice()) ? null : activity.cancelNotice(),
                    activity.ages().lowest(),
                    activity.ages().highest());
        }
    }

    private void units(CsvWriter writer) {
        for (Unit unit : store.units()) {
            for (UnitOpening opening : unit.openings()) {
                row(
                        writer,
                        unit.activity().code(),
                        unit.code(),
                        unit.label(),
                        opening.weekdays(),
                        opening.term().code(),
                        opening.capacity(),
                        yesNo(unit.taxEligible()),
                        opening.from(),
                        opening.to());
            }
        }
    }

    private static @Nullable String yesNo(@Nullable Boolean value) {
        return value == null ? null : value ? "yes" : "no";
    }

    private void tariffs(CsvWriter writer) {
        Map<Long, Unit> units = new HashMap<>();
        store.units().forEach(unit -> units.put(unit.id(), unit));
        for (Tariff tariff : store.tariffs()) {
            Unit unit = Objects.requireNonNull(units.get(tariff.unitId()));
            row(
                    writer,
                    unit.activity().code(),
                    unit.code(),
                    tariff.validFrom(),
                    tariff.quotientFrom(),
                    tariff.residency() == Residency.BOTH
                            ? null
                            : tariff.residency().code(),
                    tariff.price(),
                    tariff.ratePercent().orElse(null),
                    tariff.min(),
                    tariff.max(),
                    tariff.unbookedSurcharge(),
                    tariff.conditions().ages().lowest(),
                    tariff.conditions().ages().highest(),
                    tariff.conditions().writtenLevels(),
                    tariff.conditions().ranks().lowest(),
                    tariff.conditions().ranks().highest(),
                    yesNo(tariff.conditions().ownMeal()));
        }
    }

    private void calendar(CsvWriter writer) {
        store.holidays()
                .forEach(row -> row(
                        writer,
                        row.description(),
                        "-",
                        row.startsOn(),
                        row.endsOn(),
                        null,
                        row.zone(),
                        row.schoolYear()));
    }

    private void closures(CsvWriter writer) {
        store.closures()
                .forEach(row ->
                        row(writer, row.from(), row.to(), row.scope(), row.opens() ? "open" : "closed", row.reason()));
    }

    private static void row(CsvWriter writer, @Nullable Object... values) {
        writer.row(Arrays.asList(values));
    }
}
