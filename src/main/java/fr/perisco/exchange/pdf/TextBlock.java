package fr.perisco.exchange.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Short texts one under another that stay inside a rectangle whatever their length, such as an address in the window
 * of an envelope: smaller letters first, then cut lines, at last fewer lines.
 */
final class TextBlock {

    /** Leading, in font sizes. */
    static final float LEADING = 1.28f;

    /** From the top of a line to its baseline, in font sizes. */
    static final float ASCENT = 0.95f;

    private static final float SMALLEST_SCALE = 0.6f;
    private static final float STEP = 0.05f;
    private static final int UNLIMITED = 40;

    private record Entry(String text, Typeface typeface, Ink ink, float size, float gap) {}

    private record Placed(TextLine line, Ink ink, float size, float gap) {

        float height() {
            return gap + Millimetres.ofPoints(size * LEADING);
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private float pendingGap;

    /** Adds a text below the others; a blank one is left out. Size in points. */
    TextBlock add(String text, Typeface typeface, Ink ink, float size) {
        if (!text.isBlank()) {
            entries.add(new Entry(text, typeface, ink, size, pendingGap));
            pendingGap = 0;
        }
        return this;
    }

    /** Leaves millimetres free above the next text. */
    TextBlock gap(float height) {
        pendingGap = height;
        return this;
    }

    void draw(Sheet sheet, Typesetter typesetter, float x, float top, float width, float height) {
        float y = top;
        for (Placed placed : fitting(typesetter, width, height)) {
            float baseline = y + placed.gap() + Millimetres.ofPoints(placed.size() * ASCENT);
            sheet.text(placed.line(), placed.size(), placed.ink(), x, baseline);
            y += placed.height();
        }
    }

    private List<Placed> fitting(Typesetter typesetter, float width, float height) {
        for (float scale = 1; scale > SMALLEST_SCALE; scale -= STEP) {
            List<Placed> lines = lines(typesetter, width, scale, UNLIMITED);
            if (height(lines) <= height) {
                return lines;
            }
        }
        List<Placed> lines = lines(typesetter, width, SMALLEST_SCALE, 1);
        while (height(lines) > height) {
            lines.remove(lines.size() / 2);
        }
        return lines;
    }

    private List<Placed> lines(Typesetter typesetter, float width, float scale, int linesEach) {
        List<Placed> lines = new ArrayList<>();
        for (Entry entry : entries) {
            float size = entry.size() * scale;
            float gap = entry.gap() * scale;
            for (TextLine line : typesetter.wrap(entry.text(), entry.typeface(), size, width, linesEach)) {
                lines.add(new Placed(line, entry.ink(), size, gap));
                gap = 0;
            }
        }
        return lines;
    }

    private static float height(List<Placed> lines) {
        float height = 0;
        for (Placed line : lines) {
            height += line.height();
        }
        return height;
    }
}
