package fr.perisco.exchange.pdf;

import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.DueVaccines;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.Guardian;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The children whose vaccines are due: a title a class, and in the end how many they are. */
final class VaccineListPages {
    private static final float LETTERS = 8.5f;

    private final VaccineListDocument document;
    private final Typesetter typesetter = new Typesetter();

    VaccineListPages(VaccineListDocument document) {
        this.document = document;
    }

    MissingCharacters drawTo(PdfFile file) throws IOException {
        Grid grid = new Grid(
                typesetter,
                List.of(
                        column("name", 52, false),
                        column("birth", 21, false),
                        column("until", 25, false),
                        column("contact", 82, false)),
                LETTERS);
        List<ListPages.Line> lines = new ArrayList<>();
        String group = "";
        for (DueVaccines due : document.children()) {
            String its = group(due);
            if (!its.equals(group)) {
                lines.add(new ListPages.Line(grid.wideRow(its, ""), true, ListPages.Marks.NONE));
                group = its;
            }
            lines.add(ListPages.Line.of(grid.row(cells(due), false)));
        }
        int count = document.children().size();
        String total = count == 0
                ? DocumentWords.text("vaccines.nobody")
                : DocumentWords.text(count == 1 ? "vaccines.total.one" : "vaccines.total", FrenchForms.count(count));
        lines.add(ListPages.Line.of(grid.wideRow(total, "")));
        ListPages.Titles titles = new ListPages.Titles(
                document.office(),
                DocumentWords.text("vaccines.title"),
                List.of(DocumentWords.text("vaccines.by", FrenchForms.dayInWords(document.by()))),
                DocumentWords.text("vaccines.legend"));
        new ListPages(typesetter, titles, grid, lines).drawTo(file);
        return typesetter.missingCharacters();
    }

    private static String group(DueVaccines due) {
        String school = due.schoolName().isEmpty() ? DocumentWords.text("roll-call.no-school") : due.schoolName();
        return school + " – "
                + (due.schoolClass().isEmpty() ? DocumentWords.text("roll-call.no-class") : due.schoolClass());
    }

    private static List<String> cells(DueVaccines due) {
        Child child = due.child();
        LocalDate birth = child.birthOn();
        LocalDate until = child.vaccinesUntil();
        return List.of(
                child.fullName(),
                birth == null ? "" : FrenchForms.day(birth),
                until == null ? DocumentWords.text("vaccines.unknown") : FrenchForms.day(until),
                due.families().stream().map(VaccineListPages::contact).collect(Collectors.joining(" ; ")));
    }

    private static String contact(Family family) {
        Guardian guardian = family.guardian();
        String phone = FrenchForms.phone(family.phone()).replace(' ', PrintableText.NO_BREAK_SPACE);
        return Stream.of(guardian.fullName(), phone, guardian.email())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" – "));
    }

    private static Grid.Column column(String key, float width, boolean number) {
        return new Grid.Column(DocumentWords.text("vaccines.column." + key), width, number);
    }
}
