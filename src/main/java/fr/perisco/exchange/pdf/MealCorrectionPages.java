package fr.perisco.exchange.pdf;

import fr.perisco.domain.reservation.MealChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What changed since meals were ordered, a line each. */
final class MealCorrectionPages {
    private static final float LETTERS = 9.5f;

    private final MealCorrection correction;
    private final Typesetter typesetter = new Typesetter();

    MealCorrectionPages(MealCorrection correction) {
        this.correction = correction;
    }

    MissingCharacters drawTo(PdfFile file) throws IOException {
        Grid grid = new Grid(
                typesetter,
                List.of(
                        column("day", 29, false),
                        column("unit", 31, false),
                        column("school", 34, false),
                        column("diet", 25, false),
                        column("since", 22, false),
                        column("ordered", 13, true),
                        column("now", 13, true),
                        column("difference", 13, true)),
                LETTERS);
        List<ListPages.Line> lines = new ArrayList<>();
        MealChange before = null;
        for (MealChange change : correction.changes()) {
            boolean opensDay = before == null || !before.day().equals(change.day());
            lines.add(ListPages.Line.of(grid.row(cells(change, opensDay), opensDay)));
            before = change;
        }
        new ListPages(typesetter, titles(), grid, lines).drawTo(file);
        return typesetter.missingCharacters();
    }

    private static Grid.Column column(String key, float width, boolean number) {
        return new Grid.Column(DocumentWords.text("correction.column." + key), width, number, number);
    }

    private List<String> cells(MealChange change, boolean opensDay) {
        String code = change.activity() + " " + change.unit();
        return List.of(
                opensDay ? FrenchForms.dayWithoutYear(change.day()) : "",
                correction.unitLabels().getOrDefault(code, code),
                change.school().isEmpty()
                        ? DocumentWords.text("roll-call.no-school")
                        : correction.schoolNames().getOrDefault(change.school(), change.school()),
                change.diet().isEmpty() ? DocumentWords.text("kitchen.standard") : change.diet(),
                FrenchForms.day(change.since().toLocalDate()),
                FrenchForms.count(change.ordered()),
                FrenchForms.count(change.now()),
                (change.difference() > 0 ? "+" : "") + FrenchForms.count(change.difference()));
    }

    private ListPages.Titles titles() {
        MealChange first = correction.changes().get(0);
        MealChange last = correction.changes().get(correction.changes().size() - 1);
        String when = first.day().equals(last.day())
                ? FrenchForms.dayInWords(first.day())
                : DocumentWords.text(
                        "roll-call.week", FrenchForms.dayWithoutYear(first.day()), FrenchForms.dayInWords(last.day()));
        String since = FrenchForms.moment(correction.changes().stream()
                .map(MealChange::since)
                .max((one, other) -> one.compareTo(other))
                .orElseThrow());
        return new ListPages.Titles(
                correction.office(),
                DocumentWords.text("correction.title"),
                List.of(when, DocumentWords.text("correction.since", since)),
                DocumentWords.text("correction.legend"));
    }
}
