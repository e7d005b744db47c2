package fr.perisco.workflow;

import fr.perisco.domain.calendar.DaySpan;
import fr.perisco.domain.family.HealthNote;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reservation.ExpectedChild;
import fr.perisco.domain.reservation.UnitScope;
import fr.perisco.exchange.pdf.HealthSheet;
import fr.perisco.exchange.pdf.HealthSheetPdf;
import fr.perisco.store.HealthStore;
import fr.perisco.store.SetupStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sheet for who must know: the children expected at a school on a day that something is to be heeded for. Its reading is recorded. */
public final class HealthReport {
    /**
     * A child and one thing to heed.
     *
     * @param where the units at which it is expected, {@code activity unit}, in their order
     */
    public record Line(ExpectedChild child, List<String> where, HealthNote note) {
        public Line {
            where = List.copyOf(where);
        }
    }

    private static final String KIND = "report health";

    private final Office office;

    public HealthReport(Office office) {
        this.office = office;
    }

    /**
     * In the order of classes and names.
     *
     * @throws Refused when the school is unknown, or the database may only be read
     */
    public List<Line> of(String school, LocalDate day) {
        return RecordedReading.of(office, KIND, journal -> {
            List<Line> lines = lines(school, day);
            lines.stream()
                    .map(line -> line.child().child())
                    .distinct()
                    .forEach(child -> journal.changed(
                            RecordedReading.SUBJECT, child, RecordedReading.FIELD, null, RecordedReading.READ));
            return lines;
        });
    }

    private List<Line> lines(String school, LocalDate day) {
        RollCall.Filter filter = new RollCall.Filter(new UnitScope(DaySpan.of(day), null, null, school), null);
        Map<String, ExpectedChild> children = new LinkedHashMap<>();
        Map<String, List<String>> where = new LinkedHashMap<>();
        new RollCall(office)
                .list(filter).stream().sorted(ExpectedChild.BY_CLASS).forEach(child -> {
                    children.putIfAbsent(child.child(), child);
                    where.computeIfAbsent(child.child(), code -> new ArrayList<>())
                            .add(child.activity() + " " + child.unit());
                });
        Map<String, List<HealthNote>> notes = new HealthStore(office.database()).inForce(day);
        List<Line> lines = new ArrayList<>();
        children.forEach((code, child) -> notes.getOrDefault(code, List.of())
                .forEach(note -> lines.add(new Line(child, where.getOrDefault(code, List.of()), note))));
        return lines;
    }

    /**
     * Prints the sheet; one with nothing on it says that there is nothing to heed.
     *
     * @param lines as {@link #of} gave them
     * @return the characters that no font has; empty when there is none
     */
    public String print(String school, LocalDate day, List<Line> lines, Path file) {
        HealthSheet sheet = office.read(() -> sheet(school, day, lines));
        return PrintedPdf.put(office, file, out -> new HealthSheetPdf().write(sheet, out))
                .missing();
    }

    private HealthSheet sheet(String school, LocalDate day, List<Line> lines) {
        SetupStore setup = new SetupStore(office.database());
        Map<String, String> labels = new LinkedHashMap<>();
        setup.units()
                .forEach(unit -> labels.put(
                        unit.activity().code() + " " + unit.code(),
                        unit.activity().label() + " – " + unit.label()));
        Optional<String> name = setup.schools().stream()
                .filter(one -> one.code().equals(school))
                .map(one -> one.name())
                .findFirst();
        return new HealthSheet(
                InvoiceDocuments.head(setup.settings()).name(),
                name.orElse(school),
                day,
                lines.stream()
                        .map(line -> new HealthSheet.Line(
                                line.child().schoolClass(),
                                line.child().name(),
                                line.where().stream()
                                        .map(code -> labels.getOrDefault(code, code))
                                        .toList(),
                                line.note().kind().code(),
                                line.note().text(),
                                line.child().phones()))
                        .toList());
    }
}
