package fr.perisco.exchange.pdf;

import fr.perisco.domain.reservation.MealGrid;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A week of meals: letters as large as one page allows, then more pages. */
final class KitchenWeekPages {
    private static final float LARGEST = 16;
    private static final float SMALLEST = 8;
    private static final float TOTAL = 22;
    private static final float WIDEST_DAY = 26;

    private final KitchenWeek week;
    private final MealGrid meals;
    private final List<LocalDate> days;
    private final Typesetter typesetter = new Typesetter();

    KitchenWeekPages(KitchenWeek week) {
        this.week = week;
        meals = week.meals();
        days = meals.days();
    }

    MissingCharacters drawTo(PdfFile file) throws IOException {
        ListPages pages = pages(LARGEST);
        for (float letters = LARGEST - 1; pages.count() > 1 && letters >= SMALLEST; letters--) {
            pages = pages(letters);
        }
        pages.drawTo(file);
        return typesetter.missingCharacters();
    }

    private ListPages pages(float letters) {
        Grid grid = new Grid(typesetter, columns(), letters, 0);
        List<ListPages.Line> lines = new ArrayList<>();
        for (String school : meals.schools()) {
            add(lines, grid, schoolName(school), school);
        }
        add(lines, grid, DocumentWords.text("kitchen.all-schools"), null);
        return new ListPages(typesetter, titles(), grid, lines);
    }

    private List<Grid.Column> columns() {
        float day = Math.min(WIDEST_DAY, (LetterPaper.WIDTH - TOTAL) * 0.72f / days.size());
        List<Grid.Column> columns = new ArrayList<>();
        columns.add(new Grid.Column(
                DocumentWords.text("kitchen.column.school"), LetterPaper.WIDTH - TOTAL - day * days.size(), false));
        days.forEach(date -> columns.add(new Grid.Column(FrenchForms.weekday(date), day, false, true)));
        columns.add(new Grid.Column(DocumentWords.text("kitchen.column.total"), TOTAL, false, true));
        return columns;
    }

    private ListPages.Titles titles() {
        LocalDate first = days.get(0);
        LocalDate last = days.get(days.size() - 1);
        String when = days.size() == 1
                ? FrenchForms.dayInWords(first)
                : DocumentWords.text("roll-call.week", FrenchForms.dayWithoutYear(first), FrenchForms.dayInWords(last));
        return new ListPages.Titles(
                week.office(),
                when,
                List.of(week.activity() + " – " + week.unit()),
                DocumentWords.text("kitchen.title"));
    }

    private String schoolName(String code) {
        return code.isEmpty()
                ? DocumentWords.text("roll-call.no-school")
                : week.schoolNames().getOrDefault(code, code);
    }

    /** A school's total, then its diets. */
    private void add(List<ListPages.Line> lines, Grid grid, String label, @Nullable String school) {
        lines.add(new ListPages.Line(grid.strongRow(cells(label, school, null)), true, ListPages.Marks.NONE));
        for (String diet : meals.diets(school)) {
            String name = diet.isEmpty() ? DocumentWords.text("kitchen.standard") : diet;
            lines.add(ListPages.Line.of(grid.row(cells("– " + name, school, diet), false)));
        }
    }

    private List<String> cells(String label, @Nullable String school, @Nullable String diet) {
        List<String> cells = new ArrayList<>();
        cells.add(label);
        days.forEach(day -> cells.add(count(meals.meals(school, diet, day))));
        cells.add(count(meals.meals(school, diet, null)));
        return cells;
    }

    private static String count(int meals) {
        return meals == 0 ? "–" : FrenchForms.count(meals);
    }
}
