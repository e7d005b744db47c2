package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A box at the end of a letter: a title, short texts each with a word before it, and perhaps a QR code at the right.
 */
final class NoticePanel {

    private static final float LETTERS = 8.5f;
    private static final float PADDING = 4.5f;
    private static final float TITLE_SIZE = 10.5f;
    private static final float TITLE_HEIGHT = 6.5f;
    private static final float LEAD_WIDTH = 26;
    private static final float PARAGRAPH_GAP = 1;
    private static final float CODE_SIDE = 35;
    private static final float CODE_GAP = 6;
    private static final int MOST_LINES = 8;
    private static final float LINE_HEIGHT = Millimetres.ofPoints(LETTERS * TextBlock.LEADING);

    private record Paragraph(TextLine lead, List<TextLine> lines, Optional<String> url) {

        float height() {
            return lines.size() * LINE_HEIGHT + PARAGRAPH_GAP;
        }
    }

    private final Typesetter typesetter;
    private final TextLine title;
    private final Optional<String> codeUrl;
    private final List<Paragraph> paragraphs = new ArrayList<>();

    /** With {@code codeUrl}, the address is shown as a QR code. */
    NoticePanel(Typesetter typesetter, String title, Optional<String> codeUrl) {
        this.typesetter = typesetter;
        this.title = typesetter.line(title, Typeface.BOLD);
        this.codeUrl = codeUrl;
    }

    NoticePanel add(String lead, String text) {
        return add(lead, text, Optional.empty());
    }

    /** A text that leads to a web address when clicked. */
    NoticePanel addLink(String lead, String text, String url) {
        return add(lead, text, Optional.of(url));
    }

    private NoticePanel add(String lead, String text, Optional<String> url) {
        float room = LetterPaper.WIDTH - 2 * PADDING - LEAD_WIDTH - (codeUrl.isPresent() ? CODE_SIDE + CODE_GAP : 0);
        paragraphs.add(new Paragraph(
                typesetter.wrap(lead, Typeface.BOLD, LETTERS, LEAD_WIDTH - 2, 1).get(0),
                typesetter.wrap(text, Typeface.REGULAR, LETTERS, room, MOST_LINES),
                url));
        return this;
    }

    /** Millimetres from top to bottom. */
    float height() {
        float text = TITLE_HEIGHT - PARAGRAPH_GAP;
        for (Paragraph paragraph : paragraphs) {
            text += paragraph.height();
        }
        return Math.max(text, codeUrl.isPresent() ? CODE_SIDE : 0) + 2 * PADDING;
    }

    void draw(Sheet sheet, float top) throws IOException {
        sheet.box(Ink.PANEL, LetterPaper.LEFT, top, LetterPaper.WIDTH, height());
        sheet.box(Ink.ACCENT, LetterPaper.LEFT, top, 0.8f, height());
        float left = LetterPaper.LEFT + PADDING;
        float y = top + PADDING;
        sheet.text(title, TITLE_SIZE, Ink.ACCENT, left, y + Millimetres.ofPoints(TITLE_SIZE * 0.8f));
        y += TITLE_HEIGHT;
        for (Paragraph paragraph : paragraphs) {
            float baseline = y + Millimetres.ofPoints(LETTERS * TextBlock.ASCENT);
            sheet.text(paragraph.lead(), LETTERS, Ink.TEXT, left, baseline);
            Ink ink = paragraph.url().isPresent() ? Ink.ACCENT : Ink.TEXT;
            for (TextLine line : paragraph.lines()) {
                sheet.text(line, LETTERS, ink, left + LEAD_WIDTH, baseline);
                if (paragraph.url().isPresent()) {
                    sheet.link(
                            paragraph.url().get(),
                            left + LEAD_WIDTH,
                            baseline - LINE_HEIGHT * 0.8f,
                            line.widthAt(LETTERS),
                            LINE_HEIGHT);
                }
                baseline += LINE_HEIGHT;
            }
            y += paragraph.height();
        }
        if (codeUrl.isPresent()) {
            new QrSymbol(codeUrl.get())
                    .draw(
                            sheet,
                            codeUrl.get(),
                            LetterPaper.RIGHT - PADDING - CODE_SIDE,
                            top + (height() - CODE_SIDE) / 2,
                            CODE_SIDE);
        }
    }
}
