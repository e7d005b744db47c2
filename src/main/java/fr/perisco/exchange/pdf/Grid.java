package fr.perisco.exchange.pdf;

import java.util.ArrayList;
import java.util.List;

/** A table with a heading row: texts wrap in their column, numbers stand at its right edge on one line. */
final class Grid {

    private static final float PADDING = 1.2f;
    private static final float ROW_PADDING = 0.75f;
    private static final int MOST_LINES = 8;
    private static final float SMALLEST_SIZE = 4;

    /**
     * @param width in millimetres
     * @param number to the right, never broken: made smaller instead
     */
    record Column(String heading, float width, boolean number) {}

    private record Cell(List<TextLine> lines, float size) {}

    /** A row ready to be drawn; {@code opensGroup}: a stronger line above it. */
    record Row(List<Cell> cells, float height, boolean opensGroup) {}

    private final Typesetter typesetter;
    private final List<Column> columns;
    private final float size;
    private final Row heading;

    /** Size of the letters in points; those of the heading are a little smaller. */
    Grid(Typesetter typesetter, List<Column> columns, float size) {
        this.typesetter = typesetter;
        this.columns = List.copyOf(columns);
        this.size = size;
        List<Cell> cells = new ArrayList<>();
        for (Column column : columns) {
            cells.add(textCell(column.heading(), Typeface.BOLD, size * 0.94f, column.width()));
        }
        heading = sized(cells, false);
    }

    /** A row of texts, one a column; the first one bold when the row opens a group. */
    Row row(List<String> texts, boolean opensGroup) {
        List<Cell> cells = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Typeface typeface = i == 0 && opensGroup ? Typeface.BOLD : Typeface.REGULAR;
            cells.add(
                    column.number()
                            ? numberCell(texts.get(i), column.width())
                            : textCell(texts.get(i), typeface, size, column.width()));
        }
        return sized(cells, opensGroup);
    }

    float headingHeight() {
        return heading.height();
    }

    void drawHeading(Sheet sheet, float x, float top) {
        float width = 0;
        for (Column column : columns) {
            width += column.width();
        }
        sheet.box(Ink.PANEL, x, top, width, heading.height());
        drawCells(sheet, heading, Ink.ACCENT, x, top);
        sheet.rule(Ink.ACCENT, 0.35f, x, top + heading.height(), width);
    }

    /** Draws a row with the line that separates it from the one above, unless it is the first one below the heading. */
    void drawRow(Sheet sheet, Row row, boolean first, float x, float top) {
        if (!first) {
            float width = 0;
            for (Column column : columns) {
                width += column.width();
            }
            sheet.rule(row.opensGroup() ? Ink.RULE : Ink.HAIRLINE, row.opensGroup() ? 0.25f : 0.2f, x, top, width);
        }
        drawCells(sheet, row, Ink.TEXT, x, top);
    }

    private void drawCells(Sheet sheet, Row row, Ink ink, float x, float top) {
        float left = x;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Cell cell = row.cells().get(i);
            float y = top + ROW_PADDING + Millimetres.ofPoints(size * TextBlock.ASCENT);
            for (TextLine line : cell.lines()) {
                if (column.number()) {
                    sheet.textEndingAt(line, cell.size(), ink, left + column.width() - PADDING, y);
                } else {
                    sheet.text(line, cell.size(), ink, left + PADDING, y);
                }
                y += Millimetres.ofPoints(cell.size() * TextBlock.LEADING);
            }
            left += column.width();
        }
    }

    private Row sized(List<Cell> cells, boolean opensGroup) {
        float height = 0;
        for (Cell cell : cells) {
            height = Math.max(height, cell.lines().size() * Millimetres.ofPoints(cell.size() * TextBlock.LEADING));
        }
        return new Row(cells, height + 2 * ROW_PADDING, opensGroup);
    }

    private Cell textCell(String text, Typeface typeface, float letters, float width) {
        return new Cell(typesetter.wrap(text, typeface, letters, width - 2 * PADDING, MOST_LINES), letters);
    }

    private Cell numberCell(String text, float width) {
        TextLine line = typesetter.line(text, Typeface.REGULAR);
        float room = width - 2 * PADDING;
        float letters = size;
        while (line.widthAt(letters) > room && letters > SMALLEST_SIZE) {
            letters -= 0.25f;
        }
        return new Cell(List.of(line), letters);
    }
}
