package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A long table for the wall or the hand: its titles and headings stand on each of its pages, with page n of m. */
final class ListPages {
    /** Draws on a row what is not text. Millimetres. */
    @FunctionalInterface
    interface Marks {
        Marks NONE = (sheet, x, top, height) -> {};

        void draw(Sheet sheet, float x, float top, float height);
    }

    /**
     * @param keptWithNext never the last one of a page
     */
    record Line(Grid.Row row, boolean keptWithNext, Marks marks) {
        static Line of(Grid.Row row) {
            return new Line(row, false, Marks.NONE);
        }
    }

    /** What is carried over from one page to the next: how many lines of the list stand before the turn. */
    interface Carried {
        Line atFoot(int lines);

        Line atHead(int lines);
    }

    /**
     * What stands above and below the table; texts may be empty.
     *
     * @param over small, above the title
     * @param legend small, at the foot
     */
    record Titles(String over, String title, List<String> lines, String legend) {
        Titles {
            lines = List.copyOf(lines);
        }
    }

    private static final float HEAD_TOP = 11;
    private static final float LINE_HEIGHT = 6.2f;
    private static final float LARGEST_HEAD = 42;

    private final Typesetter typesetter;
    private final Titles titles;
    private final Grid grid;
    private final @Nullable Carried carried;
    private final List<List<Line>> pages = new ArrayList<>();

    ListPages(Typesetter typesetter, Titles titles, Grid grid, List<Line> lines) {
        this(typesetter, titles, grid, lines, null);
    }

    /**
     * @param carried null when nothing is carried over
     */
    ListPages(Typesetter typesetter, Titles titles, Grid grid, List<Line> lines, @Nullable Carried carried) {
        this.typesetter = typesetter;
        this.titles = titles;
        this.grid = grid;
        this.carried = carried;
        paginate(lines);
    }

    int count() {
        return pages.size();
    }

    void drawTo(PdfFile file) throws IOException {
        drawTo(file, pages.size());
    }

    /**
     * @param last number of the document's last page, where others follow
     */
    void drawTo(PdfFile file, int last) throws IOException {
        LetterPaper paper = new LetterPaper(typesetter);
        for (int i = 0; i < pages.size(); i++) {
            Sheet sheet = file.nextPage();
            drawTitles(sheet);
            drawTable(sheet, pages.get(i));
            String page = DocumentWords.text("page", Integer.toString(i + 1), Integer.toString(last));
            paper.drawFooter(sheet, titles.legend(), page);
        }
    }

    private void paginate(List<Line> lines) {
        float all = LetterPaper.BOTTOM
                - tableTop()
                - grid.headingHeight()
                - (carried == null ? 0 : carried.atFoot(0).row().height());
        List<Line> page = new ArrayList<>();
        float room = all;
        int before = 0;
        for (Line line : lines) {
            if (line.row().height() > room && !page.isEmpty()) {
                List<Line> next = new ArrayList<>();
                while (page.size() > 1 && page.get(page.size() - 1).keptWithNext()) {
                    next.add(0, page.remove(page.size() - 1));
                }
                if (carried != null) {
                    page.add(carried.atFoot(before - next.size()));
                    next.add(0, carried.atHead(before - next.size()));
                }
                pages.add(page);
                page = next;
                room = all;
                for (Line kept : next) {
                    room -= kept.row().height();
                }
            }
            page.add(line);
            room -= line.row().height();
            before++;
        }
        pages.add(page);
    }

    private float tableTop() {
        return HEAD_TOP + headHeight() + 3;
    }

    private float headHeight() {
        return Math.min(LARGEST_HEAD, 14 + LINE_HEIGHT * titles.lines().size());
    }

    private void drawTitles(Sheet sheet) {
        TextBlock head = new TextBlock()
                .add(titles.over(), Typeface.REGULAR, Ink.MUTED, 9)
                .gap(0.8f)
                .add(titles.title(), Typeface.BOLD, Ink.ACCENT, 17)
                .gap(0.8f);
        titles.lines().forEach(line -> head.add(line, Typeface.BOLD, Ink.TEXT, 12));
        head.draw(sheet, typesetter, LetterPaper.LEFT, HEAD_TOP, LetterPaper.WIDTH, headHeight());
    }

    private void drawTable(Sheet sheet, List<Line> lines) {
        float y = tableTop();
        grid.drawHeading(sheet, LetterPaper.LEFT, y);
        y += grid.headingHeight();
        boolean first = true;
        for (Line line : lines) {
            grid.drawRow(sheet, line.row(), first, LetterPaper.LEFT, y);
            line.marks().draw(sheet, LetterPaper.LEFT, y, line.row().height());
            y += line.row().height();
            first = false;
        }
        sheet.rule(Ink.RULE, 0.25f, LetterPaper.LEFT, y, grid.width());
    }
}
