package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySpan;
import fr.perisco.domain.family.School;
import fr.perisco.domain.reservation.MealChange;
import fr.perisco.domain.reservation.MealCount;
import fr.perisco.domain.reservation.MealGrid;
import fr.perisco.exchange.pdf.KitchenPdf;
import fr.perisco.exchange.pdf.KitchenWeek;
import fr.perisco.exchange.pdf.MealCorrection;
import fr.perisco.exchange.pdf.MissingCharacters;
import fr.perisco.store.SetupStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints what the kitchen pins to its wall. Nobody expected, nothing changed: no file. */
public final class KitchenPrint {
    @FunctionalInterface
    private interface Content {
        MissingCharacters write(OutputStream out) throws IOException;
    }

    private record Page(LocalDate monday, String activity, String unit) {}

    private final Office office;
    private final SetupStore setup;
    private final KitchenPdf pdf = new KitchenPdf();

    public KitchenPrint(Office office) {
        this.office = office;
        this.setup = new SetupStore(office.database());
    }

    /**
     * A page a week and unit.
     *
     * @return the characters that no font has; empty when there is none
     */
    public String weeks(List<MealCount> counts, Path file) {
        if (counts.isEmpty()) {
            return "";
        }
        Map<Page, List<MealCount>> pages = new LinkedHashMap<>();
        counts.stream()
                .sorted((one, other) -> monday(one).compareTo(monday(other)))
                .forEach(count -> pages.computeIfAbsent(
                                new Page(monday(count), count.activity(), count.unit()), key -> new ArrayList<>())
                        .add(count));
        List<KitchenWeek> weeks = new ArrayList<>();
        for (Unit unit : setup.units()) {
            pages.forEach((page, meals) -> {
                if (page.activity().equals(unit.activity().code())
                        && page.unit().equals(unit.code())) {
                    weeks.add(new KitchenWeek(
                            officeName(), unit.activity().label(), unit.label(), new MealGrid(meals), schoolNames()));
                }
            });
        }
        LocalDate firstDay = counts.get(0).day();
        return write(file, out -> pdf.write(weeks, out, firstDay));
    }

    /**
     * What changed since the order.
     *
     * @return the characters that no font has; empty when there is none
     */
    public String changes(List<MealChange> changes, Path file) {
        if (changes.isEmpty()) {
            return "";
        }
        Map<String, String> labels = new HashMap<>();
        setup.units()
                .forEach(unit -> labels.put(
                        unit.activity().code() + " " + unit.code(),
                        unit.activity().label() + " – " + unit.label()));
        return write(file, out -> pdf.write(new MealCorrection(officeName(), changes, labels, schoolNames()), out));
    }

    private static LocalDate monday(MealCount count) {
        return DaySpan.ofWeek(count.day()).from();
    }

    private String officeName() {
        return InvoiceDocuments.head(setup.settings()).name();
    }

    private Map<String, String> schoolNames() {
        Map<String, String> names = new HashMap<>();
        for (School school : setup.schools()) {
            names.put(school.code(), school.name());
        }
        return names;
    }

    private String write(Path file, Content content) {
        StringBuilder missing = new StringBuilder();
        if (office.isRehearsal()) {
            missing.append(written(content, OutputStream.nullOutputStream()));
        } else {
            WholeFile.write(file, out -> missing.append(written(content, out)));
        }
        return missing.toString();
    }

    private static MissingCharacters written(Content content, OutputStream out) {
        try {
            return content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
