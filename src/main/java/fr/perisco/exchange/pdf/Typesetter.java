package fr.perisco.exchange.pdf;

import com.lowagie.text.pdf.BaseFont;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Turns text into lines of known width, and remembers the characters that no font has: {@code □} is printed for each.
 * One a document.
 */
final class Typesetter {

    private static final int MISSING_MARK = '\u25A1';
    private static final String ELLIPSIS = "…";

    private final TreeSet<Integer> missing = new TreeSet<>();

    MissingCharacters missingCharacters() {
        return new MissingCharacters(missing);
    }

    TextLine line(CharSequence text, Typeface typeface) {
        Glyphs glyphs = glyphs(text, typeface);
        return glyphs.line(0, glyphs.count());
    }

    /**
     * Breaks text at spaces, and inside a word that is longer than a line.
     *
     * @param size in points
     * @param width of a line, in millimetres
     * @param maxLines at least 1; what is left over then ends in an ellipsis
     * @return at least one line, which may be empty
     */
    List<TextLine> wrap(String text, Typeface typeface, float size, float width, int maxLines) {
        int room = (int) (Millimetres.toPoints(width) * 1000f / size);
        Glyphs glyphs = glyphs(text, typeface);
        List<TextLine> lines = new ArrayList<>();
        int start = glyphs.skipSpaces(0);
        do {
            int end = glyphs.endOfLine(start, room);
            int next = glyphs.skipSpaces(end);
            if (lines.size() == maxLines - 1 && next < glyphs.count()) {
                lines.add(cut(glyphs, start, end, typeface, room));
                return lines;
            }
            lines.add(glyphs.line(start, end));
            start = next;
        } while (start < glyphs.count());
        return lines;
    }

    private TextLine cut(Glyphs glyphs, int start, int end, Typeface typeface, int room) {
        TextLine ellipsis = line(ELLIPSIS, typeface);
        int shorter = end;
        while (shorter > start && glyphs.width(start, shorter) + ellipsis.width() > room) {
            shorter--;
        }
        TextLine kept = glyphs.line(start, shorter);
        List<TextLine.Run> runs = new ArrayList<>(kept.runs());
        runs.addAll(ellipsis.runs());
        return new TextLine(runs, kept.width() + ellipsis.width());
    }

    private Glyphs glyphs(CharSequence text, Typeface typeface) {
        int[] codePoints = PrintableText.of(text).codePoints().toArray();
        BaseFont[] fonts = new BaseFont[codePoints.length];
        int[] widths = new int[codePoints.length];
        for (int i = 0; i < codePoints.length; i++) {
            BaseFont font = isRightToLeft(codePoints[i]) ? null : typeface.fontFor(codePoints[i]);
            if (font == null) {
                missing.add(codePoints[i]);
                codePoints[i] = MISSING_MARK;
                font = FontFile.SANS.font();
            }
            fonts[i] = font;
            widths[i] = font.getWidth(codePoints[i]);
        }
        return new Glyphs(codePoints, fonts, widths);
    }

    /** Letters that would be printed in the wrong order: a visible mark is better than a name read backwards. */
    private static boolean isRightToLeft(int codePoint) {
        if (codePoint < 0x590) {
            return false;
        }
        byte direction = Character.getDirectionality(codePoint);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
