package fr.perisco.workflow;

import fr.perisco.domain.recovery.ReminderLevel;
import fr.perisco.domain.recovery.ReminderLevels;
import fr.perisco.exchange.csv.CsvWriter;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.ReminderCsv;
import fr.perisco.store.Journal;
import fr.perisco.store.ReminderStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The levels of reminding of a setup: kept as their file says, written as it says them, and told in a line each. */
final class ReminderSetup {
    private final ReminderStore store;

    ReminderSetup(Office office) {
        this.store = new ReminderStore(office.database());
    }

    /** Levels run from 1 without a gap, each later than the one before. */
    static void judge(Parsed<ReminderLevel> file) {
        List<Parsed.Row<ReminderLevel>> rows = new ArrayList<>(file.legibleRows().stream()
                .filter(row -> !file.isFaulty(row, "level"))
                .sorted(Comparator.comparingInt(row -> row.legible().level()))
                .toList());
        for (int i = 0; i < rows.size(); i++) {
            Parsed.Row<ReminderLevel> row = rows.get(i);
            int before = i == 0 ? 0 : rows.get(i - 1).legible().level();
            if (row.legible().level() == before) {
                file.fault(row, "level", "csv.twice", before, rows.get(i - 1).line());
            } else if (row.legible().level() != before + 1) {
                file.fault(row, "level", "setup.reminder-gap", row.legible().level(), before + 1);
            } else if (i > 0
                    && !file.isFaulty(row, "days")
                    && !file.isFaulty(rows.get(i - 1), "days")
                    && row.legible().days() <= rows.get(i - 1).legible().days()) {
                file.fault(
                        row,
                        "days",
                        "setup.reminder-days",
                        row.legible().days(),
                        rows.get(i - 1).legible().days(),
                        rows.get(i - 1).line());
            }
        }
    }

    /** The file replaces all levels; reminders that were sent keep their words. */
    SetupReport.Counts save(Parsed<ReminderLevel> file, Journal journal) {
        ReminderLevels after = new ReminderLevels(file.goodRows().stream()
                .map(Parsed.Row::good)
                .sorted(Comparator.comparingInt(ReminderLevel::level))
                .toList());
        Map<Integer, ReminderLevel> before = new HashMap<>();
        store.levels().levels().forEach(level -> before.put(level.level(), level));
        Tally tally = new Tally(SetupFolder.REMINDERS, journal);
        boolean changed = false;
        for (ReminderLevel level : after.levels()) {
            changed |= tally.compare(
                    "reminder-level",
                    Integer.toString(level.level()),
                    "definition",
                    before.remove(level.level()),
                    level);
        }
        for (ReminderLevel gone : before.values()) {
            journal.changed("reminder-level", Integer.toString(gone.level()), "definition", gone, null);
            changed = true;
        }
        if (changed) {
            store.replaceLevels(after);
        }
        return tally.counts(before.size());
    }

    void export(CsvWriter writer) {
        store.levels()
                .levels()
                .forEach(level -> writer.row(List.of(
                        level.level(),
                        level.days(),
                        level.minimum(),
                        level.title(),
                        ReminderCsv.written(level.text()))));
    }

    List<SetupOverview.Line> lines() {
        return store.levels().levels().stream()
                .map(level -> new SetupOverview.Line(
                        "reminder",
                        Integer.toString(level.level()),
                        "%d days, from %s, %s".formatted(level.days(), level.minimum(), level.title())))
                .toList();
    }
}
