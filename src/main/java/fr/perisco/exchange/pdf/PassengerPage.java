package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The passenger list of one run: a page under the office's name. Letters are smaller when there are many passengers; what
 * still does not fit goes on the next page.
 */
final class PassengerPage {

    private static final float HEAD_TOP = 14;
    private static final float HEAD_HEIGHT = 12;
    private static final float TITLE_BASELINE = 36;
    private static final float LINE_TOP = 40;
    private static final float TABLE_TOP = 52;
    private static final float LARGEST_LETTERS = 9.5f;
    private static final float SMALLEST_LETTERS = 6.5f;
    private static final float TOTALS_HEIGHT = 12;
    private static final float BOX = 3.4f;
    private static final float STOP_COLUMN = 47;
    private static final float BOX_COLUMN = 7;

    /** A row; {@code ticked}: a box to tick off stands before it. */
    private record Entry(Grid.Row row, boolean ticked) {}

    private final PassengerSheet list;
    private final Typesetter typesetter = new Typesetter();
    private final LetterPaper paper = new LetterPaper(typesetter);

    PassengerPage(PassengerSheet list) {
        this.list = list;
    }

    MissingCharacters drawTo(PdfFile file) throws IOException {
        float room = LetterPaper.BOTTOM - TABLE_TOP - TOTALS_HEIGHT;
        float letters = LARGEST_LETTERS;
        Grid grid = grid(letters);
        List<Entry> entries = entries(grid);
        while (height(grid, entries) > room && letters > SMALLEST_LETTERS) {
            letters -= 0.5f;
            grid = grid(letters);
            entries = entries(grid);
        }
        List<List<Entry>> pages = pages(grid, entries, room);
        for (int i = 0; i < pages.size(); i++) {
            Sheet sheet = file.nextPage();
            drawHead(sheet);
            float y = drawTable(sheet, grid, pages.get(i));
            if (i == pages.size() - 1) {
                drawTotals(sheet, y);
            }
            paper.drawFooter(
                    sheet,
                    list.office().name() + " – " + title(),
                    DocumentWords.text("page", Integer.toString(i + 1), Integer.toString(pages.size())));
        }
        return typesetter.missingCharacters();
    }

    private Grid grid(float letters) {
        return new Grid(
                typesetter,
                List.of(
                        column("stop", STOP_COLUMN),
                        new Grid.Column("", BOX_COLUMN, false),
                        column("child", 47),
                        column("school", 39),
                        column("class", 15),
                        column("phone", 25)),
                letters);
    }

    private static Grid.Column column(String key, float width) {
        return new Grid.Column(DocumentWords.text("passengers.column." + key), width, false);
    }

    private List<Entry> entries(Grid grid) {
        List<Entry> entries = new ArrayList<>();
        for (PassengerSheet.Stop stop : list.stops()) {
            String place = FrenchForms.time(stop.time()) + "  " + stop.label();
            if (stop.passengers().isEmpty()) {
                String nobody = DocumentWords.text("passengers.nobody");
                entries.add(new Entry(grid.row(List.of(place, "", nobody, "", "", ""), true), false));
            }
            boolean first = true;
            for (PassengerSheet.Passenger child : stop.passengers()) {
                String name = child.over() ? DocumentWords.text("passengers.over", child.name()) : child.name();
                entries.add(new Entry(
                        grid.row(
                                List.of(
                                        first ? place : "",
                                        "",
                                        name,
                                        child.school(),
                                        child.schoolClass(),
                                        child.phone()),
                                first),
                        true));
                first = false;
            }
        }
        return entries;
    }

    private static float height(Grid grid, List<Entry> entries) {
        float height = grid.headingHeight();
        for (Entry entry : entries) {
            height += entry.row().height();
        }
        return height;
    }

    private static List<List<Entry>> pages(Grid grid, List<Entry> entries, float room) {
        List<List<Entry>> pages = new ArrayList<>();
        List<Entry> page = new ArrayList<>();
        float left = room - grid.headingHeight();
        for (Entry entry : entries) {
            if (entry.row().height() > left && !page.isEmpty()) {
                pages.add(page);
                page = new ArrayList<>();
                left = room - grid.headingHeight();
            }
            page.add(entry);
            left -= entry.row().height();
        }
        pages.add(page);
        return pages;
    }

    private String title() {
        return DocumentWords.text("passengers.title", list.label(), FrenchForms.dayInWords(list.day()));
    }

    private void drawHead(Sheet sheet) {
        new TextBlock()
                .add(list.office().name(), Typeface.BOLD, Ink.ACCENT, 11.5f)
                .gap(0.8f)
                .add(list.office().contactInOneLine(), Typeface.REGULAR, Ink.MUTED, 8.5f)
                .draw(sheet, typesetter, LetterPaper.LEFT, HEAD_TOP, LetterPaper.WIDTH, HEAD_HEIGHT);
        paper.drawTitle(sheet, title(), TITLE_BASELINE, LetterPaper.WIDTH);
        new TextBlock()
                .add(
                        DocumentWords.text("passengers.route", list.route(), list.unit()),
                        Typeface.REGULAR,
                        Ink.TEXT,
                        9.5f)
                .draw(sheet, typesetter, LetterPaper.LEFT, LINE_TOP, LetterPaper.WIDTH, TABLE_TOP - LINE_TOP - 2);
    }

    private float drawTable(Sheet sheet, Grid grid, List<Entry> page) {
        float y = TABLE_TOP;
        grid.drawHeading(sheet, LetterPaper.LEFT, y);
        y += grid.headingHeight();
        boolean first = true;
        for (Entry entry : page) {
            grid.drawRow(sheet, entry.row(), first, LetterPaper.LEFT, y);
            if (entry.ticked()) {
                drawBox(sheet, LetterPaper.LEFT + STOP_COLUMN + (BOX_COLUMN - BOX) / 2, y + 0.9f);
            }
            y += entry.row().height();
            first = false;
        }
        sheet.rule(Ink.RULE, 0.25f, LetterPaper.LEFT, y, LetterPaper.WIDTH);
        return y;
    }

    private static void drawBox(Sheet sheet, float x, float top) {
        sheet.box(Ink.TEXT, x, top, BOX, BOX);
        sheet.box(Ink.PAPER, x + 0.25f, top + 0.25f, BOX - 0.5f, BOX - 0.5f);
    }

    private void drawTotals(Sheet sheet, float top) {
        TextBlock totals = new TextBlock()
                .add(
                        DocumentWords.text(
                                "passengers.total",
                                FrenchForms.count(list.passengers()),
                                FrenchForms.count(list.seats()),
                                FrenchForms.count(list.free())),
                        Typeface.BOLD,
                        Ink.TEXT,
                        10);
        if (list.over() > 0) {
            totals.add(
                    DocumentWords.text("passengers.total-over", FrenchForms.count(list.over())),
                    Typeface.BOLD,
                    Ink.ACCENT,
                    10);
        }
        totals.draw(sheet, typesetter, LetterPaper.LEFT, top + 2.5f, LetterPaper.WIDTH, TOTALS_HEIGHT - 2.5f);
    }
}
