package fr.perisco.exchange.pdf;

import com.lowagie.text.DocumentException;
import com.lowagie.text.Image;
import com.lowagie.text.ImgRaw;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfAction;
import com.lowagie.text.pdf.PdfContentByte;
import java.awt.Graphics2D;
import java.io.IOException;
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

    /**
     * A raster of squares, painted as one stencil so that no seam shows between them.
     *
     * @param rows as many as columns, from the top; 1 is painted
     * @param side of the whole, in millimetres
     * @throws IOException when the stream can't be written: the stencil goes there at once
     */
    void raster(Ink color, byte[][] rows, float x, float top, float side) throws IOException {
        fill(color);
        float edge = Millimetres.toPoints(side);
        try {
            content.addImage(stencil(rows), edge, 0, 0, edge, Millimetres.toPoints(x), fromTop(top + side));
        } catch (DocumentException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e);
        }
    }

    /** A bit for each square, the first one the highest, 0 where it is painted; every row begins with a byte of its own. */
    private static Image stencil(byte[][] rows) throws DocumentException {
        int rowBytes = (rows.length + 7) / 8;
        byte[] bits = new byte[rows.length * rowBytes];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length; column++) {
                if (rows[row][column] == 0) {
                    bits[row * rowBytes + column / 8] |= (byte) (0x80 >> column % 8);
                }
            }
        }
        Image stencil = new ImgRaw(rows.length, rows.length, 1, 1, bits);
        stencil.makeMask();
        stencil.setCompressionLevel(PdfFile.COMPRESSION);
        return stencil;
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
