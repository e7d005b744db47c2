package fr.perisco.exchange.pdf;

import com.lowagie.text.pdf.BaseFont;
import java.util.List;

/**
 * One line of text, each run in a font that has all its characters.
 *
 * @param width in thousandths of the font size
 */
record TextLine(List<Run> runs, int width) {

    /** Neighbouring characters in the same font. */
    record Run(BaseFont font, String text) {}

    TextLine {
        runs = List.copyOf(runs);
    }

    /** Width in millimetres at a size in points. */
    float widthAt(float size) {
        return Millimetres.ofPoints(width * size / 1000f);
    }
}
