package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** The table of a certificate and what stands below it: on the letter's first page, and on as many more as they need. */
final class CertificatePages {
    private static final float NEXT_TABLE_TOP = 25;
    private static final float END_GAP = 6;

    private final PdfFile file;
    private final Grid grid;
    private final Consumer<Sheet> footer;
    private Sheet sheet;
    private float y;

    /** On a first page that is drawn already, its footer too. */
    CertificatePages(PdfFile file, Sheet first, Grid grid, Consumer<Sheet> footer) {
        this.file = file;
        this.sheet = first;
        this.grid = grid;
        this.footer = footer;
    }

    void drawTable(List<Grid.Row> rows, float top) throws IOException {
        drawHeading(top);
        boolean first = true;
        for (Grid.Row row : rows) {
            if (y + row.height() > LetterPaper.BOTTOM) {
                turn();
                drawHeading(NEXT_TABLE_TOP);
                first = true;
            }
            grid.drawRow(sheet, row, first, LetterPaper.LEFT, y);
            y += row.height();
            first = false;
        }
    }

    void drawEnd(CertificateEnd end, String purpose, OfficeHead office, LocalDate issuedOn) throws IOException {
        if (y + END_GAP + CertificateEnd.HEIGHT > LetterPaper.BOTTOM) {
            turn();
            y = NEXT_TABLE_TOP;
        }
        end.draw(sheet, purpose, office, issuedOn, y + END_GAP);
    }

    private void turn() throws IOException {
        sheet = file.nextPage();
        footer.accept(sheet);
    }

    private void drawHeading(float top) {
        grid.drawHeading(sheet, LetterPaper.LEFT, top);
        y = top + grid.headingHeight();
    }
}
