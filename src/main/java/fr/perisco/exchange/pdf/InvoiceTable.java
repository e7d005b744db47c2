package fr.perisco.exchange.pdf;

import java.util.ArrayList;
import java.util.List;

/** The lines of an invoice in the columns of the portal's screen, cut into pages. */
final class InvoiceTable {

    private static final float LETTERS = 7.6f;
    private static final int ROWS_KEPT_WITH_TOTALS = 2;

    private final Grid grid;
    private final List<Grid.Row> rows = new ArrayList<>();

    InvoiceTable(Typesetter typesetter, List<InvoiceDocument.Line> lines) {
        grid = new Grid(
                typesetter,
                List.of(
                        column("child", 32, false),
                        column("registration", 36, false),
                        column("label", 26.5f, false),
                        column("due", 17, false),
                        column("service", 24, false),
                        column("quantity", 13, true),
                        column("unit-price", 14, true),
                        column("amount", 17.5f, true)),
                LETTERS);
        String previous = null;
        for (InvoiceDocument.Line line : lines) {
            rows.add(grid.row(cells(line), !line.child().equals(previous)));
            previous = line.child();
        }
    }

    private static Grid.Column column(String key, float width, boolean number) {
        return new Grid.Column(DocumentWords.text("invoice.column." + key), width, number);
    }

    private static List<String> cells(InvoiceDocument.Line line) {
        return List.of(
                line.child(),
                line.registration(),
                line.label(),
                FrenchForms.day(line.dueOn()),
                line.service(),
                FrenchForms.count(line.quantity()),
                FrenchForms.amount(line.unitPrice()),
                FrenchForms.amount(line.amount()));
    }

    /**
     * The rows of each page. Heights in millimetres.
     *
     * @param firstRoom for heading and rows on the first page
     * @param nextRoom the same on the following ones
     * @param tail what must follow the last row on its page
     */
    List<List<Grid.Row>> pages(float firstRoom, float nextRoom, float tail) {
        List<List<Grid.Row>> pages = new ArrayList<>();
        List<Grid.Row> page = new ArrayList<>();
        float room = firstRoom - grid.headingHeight();
        for (Grid.Row row : rows) {
            if (row.height() > room && !page.isEmpty()) {
                pages.add(page);
                page = new ArrayList<>();
                room = nextRoom - grid.headingHeight();
            }
            page.add(row);
            room -= row.height();
        }
        pages.add(page);
        if (tail > room) {
            int kept = Math.max(1, page.size() - ROWS_KEPT_WITH_TOTALS);
            pages.set(pages.size() - 1, page.subList(0, kept));
            pages.add(page.subList(kept, page.size()));
        }
        return pages;
    }

    /** Draws heading and rows; returns where they end. */
    float draw(Sheet sheet, List<Grid.Row> page, float top) {
        float y = top;
        grid.drawHeading(sheet, LetterPaper.LEFT, y);
        y += grid.headingHeight();
        boolean first = true;
        for (Grid.Row row : page) {
            grid.drawRow(sheet, row, first, LetterPaper.LEFT, y);
            y += row.height();
            first = false;
        }
        sheet.rule(Ink.RULE, 0.25f, LetterPaper.LEFT, y, LetterPaper.WIDTH);
        return y;
    }
}
