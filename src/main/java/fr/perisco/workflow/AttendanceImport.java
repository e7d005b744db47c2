package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.registration.Registration;
import fr.perisco.exchange.csv.AttendanceCsv;
import fr.perisco.exchange.csv.AttendanceCsv.AttendanceRow;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.RollStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Loads an attendance file: who came, who did not, who came without booking. */
public final class AttendanceImport {
    private record Place(String child, String unit, LocalDate day) {}

    private final Office office;

    public AttendanceImport(Office office) {
        this.office = office;
    }

    /**
     * @throws fr.perisco.domain.reason.BadInput with every fault, unless the rows that have any may be set aside
     */
    public ImportReport load(ImportFile file) {
        Parsed<AttendanceRow> parsed = AttendanceCsv.read(file.content(), file.source(), file.charset());
        return office.act("import attendance", null, journal -> {
            AttendanceSheets sheets = new AttendanceSheets(office, null);
            Roll roll = new Roll(sheets.units());
            judge(parsed, sheets, roll);
            file.requireLoadable(parsed);

            Map<AttendanceSheets.Outcome, Integer> outcomes = new EnumMap<>(AttendanceSheets.Outcome.class);
            List<ImportReport.Difference> differences = new ArrayList<>();
            for (Parsed.Row<AttendanceRow> row : parsed.acceptedRows()) {
                AttendanceRow read = row.good();
                AttendanceSheets.Outcome outcome =
                        sheets.keep(roll.registrationsOf(read), roll.unitOf(read), read.date(), read.status());
                outcomes.merge(outcome, 1, Integer::sum);
                if (outcome != AttendanceSheets.Outcome.UNCHANGED) {
                    differences.add(difference(read, outcome));
                }
            }
            sheets.save(journal);
            file.writeRejected(parsed, office);
            return new ImportReport(
                    List.of(new ImportReport.Counts(
                            "attendance",
                            outcomes.getOrDefault(AttendanceSheets.Outcome.NEW, 0),
                            outcomes.getOrDefault(AttendanceSheets.Outcome.CHANGED, 0),
                            outcomes.getOrDefault(AttendanceSheets.Outcome.UNCHANGED, 0),
                            0,
                            parsed.rejectedRows().size())),
                    differences,
                    parsed.faults(),
                    parsed.unknownColumns());
        });
    }

    private static ImportReport.Difference difference(AttendanceRow row, AttendanceSheets.Outcome outcome) {
        return new ImportReport.Difference(
                outcome == AttendanceSheets.Outcome.NEW ? ImportReport.Difference.NEW : ImportReport.Difference.CHANGED,
                "attendance",
                String.join(
                        " ", row.child(), row.activity(), row.unit(), row.date().toString()),
                "status",
                null,
                row.status().code());
    }

    private static void judge(Parsed<AttendanceRow> parsed, AttendanceSheets sheets, Roll roll) {
        Map<Place, Parsed.Row<AttendanceRow>> seen = new HashMap<>();
        for (Parsed.Row<AttendanceRow> row : parsed.goodRows()) {
            AttendanceRow read = row.good();
            if (!roll.children.containsKey(read.child())) {
                parsed.fault(row, "child", "import.unknown-child", read.child());
            }
            if (!roll.units.containsKey(Roll.nameOfUnit(read))) {
                parsed.fault(row, "unit", "import.unknown-unit", read.unit(), read.activity());
            }
            if (parsed.isRejected(row)) {
                continue;
            }
            Parsed.Row<AttendanceRow> before =
                    seen.putIfAbsent(new Place(read.child(), Roll.nameOfUnit(read), read.date()), row);
            if (before != null && before.good().status() != read.status()) {
                parsed.fault(row, "status", "import.attendance-differs", before.line());
            }
            sheets.objection(read.child(), roll.registrationsOf(read), roll.unitOf(read), read.date(), read.status())
                    .ifPresent(reason -> parsed.fault(row, "date", "import.because", reason));
        }
    }

    /** The codes that the file's rows name. */
    private final class Roll {
        private final Map<String, Long> children = new RollStore(office.database()).children();
        private final Map<Long, List<Registration>> registrations = new RegistrationStore(office.database()).byChild();
        private final Map<String, Unit> units = new HashMap<>();

        Roll(List<Unit> known) {
            known.forEach(unit -> units.put(unit.activity().code() + " " + unit.code(), unit));
        }

        static String nameOfUnit(AttendanceRow row) {
            return row.activity() + " " + row.unit();
        }

        Unit unitOf(AttendanceRow row) {
            return Objects.requireNonNull(units.get(nameOfUnit(row)));
        }

        List<Registration> registrationsOf(AttendanceRow row) {
            return registrations.getOrDefault(Objects.requireNonNull(children.get(row.child())), List.of());
        }
    }
}
