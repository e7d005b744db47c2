package fr.perisco.exchange.pdf;

import com.lowagie.text.pdf.BaseFont;
import java.util.ArrayList;
import java.util.List;

/** The characters of a text with the font and the width of each; positions count characters, ends are exclusive. */
final class Glyphs {

    private final int[] codePoints;
    private final BaseFont[] fonts;
    private final int[] widths;

    /** Takes the arrays over; widths in thousandths of the font size. */
    Glyphs(int[] codePoints, BaseFont[] fonts, int[] widths) {
        this.codePoints = codePoints;
        this.fonts = fonts;
        this.widths = widths;
    }

    int count() {
        return codePoints.length;
    }

    int skipSpaces(int from) {
        int i = from;
        while (i < codePoints.length && codePoints[i] == ' ') {
            i++;
        }
        return i;
    }

    /**
     * Where the line that begins at {@code start} ends: after a whole word if one fits; at least one character
     * further.
     */
    int endOfLine(int start, int room) {
        int width = 0;
        int lastBreak = start;
        for (int i = start; i < codePoints.length; i++) {
            if (codePoints[i] == ' ') {
                lastBreak = i;
            }
            width += widths[i];
            if (width > room && codePoints[i] != ' ') {
                return lastBreak > start ? lastBreak : insideWord(start, i);
            }
            if (codePoints[i] == '-') {
                lastBreak = i + 1;
            }
        }
        return codePoints.length;
    }

    /** Never between a letter and the accent that combines with it. */
    private int insideWord(int start, int end) {
        int i = end;
        while (i > start && Character.getType(codePoints[i]) == Character.NON_SPACING_MARK) {
            i--;
        }
        return i > start ? i : Math.max(end, start + 1);
    }

    int width(int start, int end) {
        int width = 0;
        for (int i = start; i < end; i++) {
            width += widths[i];
        }
        return width;
    }

    /**
     * The line without trailing spaces; a no-break space has done its work and is drawn, and copied, as a plain one.
     */
    TextLine line(int start, int end) {
        int last = end;
        while (last > start && codePoints[last - 1] == ' ') {
            last--;
        }
        List<TextLine.Run> runs = new ArrayList<>(1);
        int from = start;
        for (int i = start; i < last; i++) {
            if (i + 1 == last || fonts[i + 1] != fonts[i]) {
                String text = new String(codePoints, from, i + 1 - from);
                runs.add(new TextLine.Run(fonts[i], text.replace(PrintableText.NO_BREAK_SPACE, ' ')));
                from = i + 1;
            }
        }
        return new TextLine(runs, width(start, last));
    }
}
