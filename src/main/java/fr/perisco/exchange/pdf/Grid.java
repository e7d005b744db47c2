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
     * @param centred heading and numbers stand in the middle
     */
    record Column(String heading, float width, boolean number, boolean centred) {
        Column(String heading, float width, boolean number) {
            this(heading, width, number, false);
        }
    }

    private record Cell(List<TextLine> lines, float size) {}

    /**
     * A row ready to be drawn.
     *
     * @param opensGroup a stronger line above it
     * @param wide whether its first text goes over the columns that follow
     */
    record Row(List<Cell> cells, float height, float slack, boolean opensGroup, boolean wide) {}

    private final Typesetter typesetter;
    private final List<Column> columns;
    private final float size;
    private final float leastHeight;
    private final Row heading;

    /** Size of the letters in points; those of the heading are a little smaller. */
    Grid(Typesetter typesetter, List<Column> columns, float size) {
        this(typesetter, columns, size, 0);
    }

    /**
     * @param size of the letters in points; those of the heading are a little smaller
     * @param leastHeight of a row, in millimetres
     */
    Grid(Typesetter typesetter, List<Column> columns, float size, float leastHeight) {
        this.typesetter = typesetter;
        this.columns = List.copyOf(columns);
        this.size = size;
        this.leastHeight = leastHeight;
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
            cells.add(cell(texts.get(i), i == 0 && opensGroup ? Typeface.BOLD : Typeface.REGULAR, columns.get(i)));
        }
        return sized(cells, opensGroup);
    }

    /** A row of texts that are all bold and open a group, such as a total. */
    Row strongRow(List<String> texts) {
        List<Cell> cells = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            cells.add(cell(texts.get(i), Typeface.BOLD, columns.get(i)));
        }
        return sized(cells, true);
    }

    /** A row of one bold text over all columns but the last, which holds another one, or nothing; opens a group. */
    Row wideRow(String text, String last) {
        int end = columns.size() - 1;
        float room = width() - (last.isEmpty() ? 0 : widthOf(end)) - 2 * PADDING;
        List<Cell> cells = new ArrayList<>(columns.size());
        cells.add(new Cell(typesetter.wrap(text, Typeface.BOLD, size, room, 1), size));
        for (int i = 1; i < end; i++) {
            cells.add(cell("", Typeface.BOLD, columns.get(i)));
        }
        cells.add(cell(last, Typeface.BOLD, columns.get(end)));
        Row row = sized(cells, true);
        return new Row(row.cells(), row.height(), row.slack(), true, true);
    }

    private Cell cell(String text, Typeface typeface, Column column) {
        return column.number()
                ? numberCell(text, typeface, column.width())
                : textCell(text, typeface, size, column.width());
    }

    /** Width of all columns, in millimetres. */
    float width() {
        float width = 0;
        for (Column column : columns) {
            width += column.width();
        }
        return width;
    }

    private float widthOf(int column) {
        return columns.get(column).width();
    }

    /** Where a column's middle is, from the grid's left edge, in millimetres. */
    float middleOf(int column) {
        float left = 0;
        for (int i = 0; i < column; i++) {
            left += columns.get(i).width();
        }
        return left + columns.get(column).width() / 2;
    }

    float headingHeight() {
        return heading.height();
    }

    void drawHeading(Sheet sheet, float x, float top) {
        float width = width();
        sheet.box(Ink.PANEL, x, top, width, heading.height());
        drawCells(sheet, heading, Ink.ACCENT, x, top);
        sheet.rule(Ink.ACCENT, 0.35f, x, top + heading.height(), width);
    }

    /** Draws a row with the line that separates it from the one above, unless it is the first one below the heading. */
    void drawRow(Sheet sheet, Row row, boolean first, float x, float top) {
        if (!first) {
            sheet.rule(row.opensGroup() ? Ink.RULE : Ink.HAIRLINE, row.opensGroup() ? 0.25f : 0.2f, x, top, width());
        }
        drawCells(sheet, row, Ink.TEXT, x, top);
    }

    private void drawCells(Sheet sheet, Row row, Ink ink, float x, float top) {
        float left = x;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Cell cell = row.cells().get(i);
            float y = top + row.slack() / 2 + ROW_PADDING + Millimetres.ofPoints(size * TextBlock.ASCENT);
            for (TextLine line : cell.lines()) {
                if (row.wide() && i == 0) {
                    sheet.text(line, cell.size(), ink, left + PADDING, y);
                } else if (column.centred()) {
                    sheet.text(line, cell.size(), ink, left + (column.width() - line.widthAt(cell.size())) / 2, y);
                } else if (column.number()) {
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
        height += 2 * ROW_PADDING;
        return new Row(cells, Math.max(height, leastHeight), Math.max(0, leastHeight - height), opensGroup, false);
    }

    private Cell textCell(String text, Typeface typeface, float letters, float width) {
        return new Cell(typesetter.wrap(text, typeface, letters, width - 2 * PADDING, MOST_LINES), letters);
    }

    private Cell numberCell(String text, Typeface typeface, float width) {
        TextLine line = typesetter.line(text, typeface);
        float room = width - 2 * PADDING;
        float letters = size;
        while (line.widthAt(letters) > room && letters > SMALLEST_SIZE) {
            letters -= 0.25f;
        }
        return new Cell(List.of(line), letters);
    }
}
