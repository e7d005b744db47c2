package fr.perisco.exchange.pdf;

import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfAction;
import com.lowagie.text.pdf.PdfContentByte;
import java.awt.Graphics2D;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The A4 page being drawn. Places and lengths are millimetres from its top left corner, font sizes are points. What
 * is drawn first is read first.
 */
final class Sheet {

    static final float WIDTH = 210;

    private final PdfContentByte content;
    private @Nullable Ink ink;

    Sheet(PdfContentByte content) {
        this.content = content;
    }

    /**
     * Draws a line of text that begins at {@code x}, on the baseline {@code y}. A space follows it, unseen: what
     * reads the document aloud or copies from it doesn't glue two cells together.
     */
    void text(TextLine line, float size, Ink color, float x, float y) {
        if (line.runs().isEmpty()) {
            return;
        }
        fill(color);
        content.beginText();
        content.setTextMatrix(Millimetres.toPoints(x), fromTop(y));
        for (TextLine.Run run : line.runs()) {
            content.setFontAndSize(run.font(), size);
            content.showText(run.text());
        }
        content.showText(" ");
        content.endText();
    }

    /** Draws a line of text that ends at {@code right}. */
    void textEndingAt(TextLine line, float size, Ink color, float right, float y) {
        text(line, size, color, right - line.widthAt(size), y);
    }

    /** A horizontal line. */
    void rule(Ink color, float thickness, float x, float y, float width) {
        box(color, x, y - thickness / 2, width, thickness);
    }

    /** A filled rectangle. */
    void box(Ink color, float x, float top, float width, float height) {
        fill(color);
        content.rectangle(
                Millimetres.toPoints(x),
                fromTop(top + height),
                Millimetres.toPoints(width),
                Millimetres.toPoints(height));
        content.fill();
    }

    /** The outline of a square to tick; the line is inside. */
    void frame(Ink color, float thickness, float x, float top, float side) {
        box(color, x, top, side, thickness);
        box(color, x, top + side - thickness, side, thickness);
        box(color, x, top, thickness, side);
        box(color, x + side - thickness, top, thickness, side);
    }

    /** A raster of squares, filled as one shape so that no seam shows between them; rows from the top. */
    void raster(Ink color, byte[][] rows, float x, float top, float side) {
        fill(color);
        content.saveState();
        float square = Millimetres.toPoints(side) / rows.length;
        content.concatCTM(square, 0, 0, -square, Millimetres.toPoints(x), fromTop(top));
        StringBuilder runs = new StringBuilder(rows.length * 256);
        for (int row = 0; row < rows.length; row++) {
            int column = 0;
            while (column < rows[row].length) {
                int end = column;
                while (end < rows[row].length && rows[row][end] == 1) {
                    end++;
                }
                if (end > column) {
                    runs.append(column)
                            .append(' ')
                            .append(row)
                            .append(' ')
                            .append(end - column)
                            .append(" 1 re\n");
                }
                column = end + 1;
            }
        }
        content.setLiteral(runs.toString());
        content.fill();
        content.restoreState();
    }

    /**
     * Draws a picture as lines and letters, in the fonts of the documents.
     *
     * @param picture draws in points; its origin is the place's top left corner
     */
    void picture(float x, float top, Consumer<Graphics2D> picture) {
        content.saveState();
        content.concatCTM(1, 0, 0, 1, Millimetres.toPoints(x), fromTop(top) - PageSize.A4.getHeight());
        Graphics2D graphics =
                content.createGraphics(PageSize.A4.getWidth(), PageSize.A4.getHeight(), new PictureFonts());
        picture.accept(graphics);
        graphics.dispose();
        content.restoreState();
        ink = null;
    }

    /** Makes a rectangle lead to a web address. */
    void link(String url, float x, float top, float width, float height) {
        content.setAction(
                new PdfAction(url),
                Millimetres.toPoints(x),
                fromTop(top + height),
                Millimetres.toPoints(x + width),
                fromTop(top));
    }

    private void fill(Ink color) {
        if (ink != color) {
            content.setRGBColorFill(color.red, color.green, color.blue);
            ink = color;
        }
    }

    private static float fromTop(float y) {
        return PageSize.A4.getHeight() - Millimetres.toPoints(y);
    }
}
