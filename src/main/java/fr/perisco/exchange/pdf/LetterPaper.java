package fr.perisco.exchange.pdf;

/**
 * The office's paper: an A4 letter that is folded in three and goes into a DL or C5/6 envelope with windows
 * (NF Z 11-001). However the sheet slides in the envelope, the window for the address, 100 x 45 mm at 20 mm from the
 * right and the bottom, shows what stands between 100 and 190 mm from the left, 45 and 79 mm from the top: the address
 * is there. It may show what stands from 90 to 200 mm, 34 to 90 mm: nothing else is there.
 */
final class LetterPaper {

    static final float LEFT = 15;
    static final float RIGHT = 195;
    static final float WIDTH = RIGHT - LEFT;

    /** Beside the window, the text must end here: at 90 mm the window may begin. */
    static final float BESIDE_WINDOW_WIDTH = 73;

    /** The first text below the window and the upper fold. */
    static final float BODY_TOP = 103;

    /** Where text ends above the footer. */
    static final float BOTTOM = 273;

    private static final float HEAD_TOP = 14;
    private static final float HEAD_HEIGHT = 33;
    private static final float WINDOW_LEFT = 105;
    private static final float WINDOW_TOP = 49;
    private static final float WINDOW_WIDTH = 84;
    private static final float WINDOW_HEIGHT = 29;
    private static final float[] FOLDS = {99, 198};
    private static final float TITLE_SIZE = 15;
    private static final float TITLE_HEIGHT = 7;
    private static final float FOOTER_BASELINE = 284;
    private static final float FOOTER_SIZE = 7.5f;

    private final Typesetter typesetter;

    LetterPaper(Typesetter typesetter) {
        this.typesetter = typesetter;
    }

    /** Who writes and to whom: the first page of a letter. */
    void drawFirstPage(Sheet sheet, OfficeHead office, Recipient recipient) {
        drawHead(sheet, office);
        TextBlock window = new TextBlock();
        recipient.lines().forEach(line -> window.add(line, Typeface.REGULAR, Ink.TEXT, 10.5f));
        window.draw(sheet, typesetter, WINDOW_LEFT, WINDOW_TOP, WINDOW_WIDTH, WINDOW_HEIGHT);
        for (float fold : FOLDS) {
            sheet.rule(Ink.RULE, 0.15f, 5, fold, 4);
        }
    }

    /** The title of a letter: at the left, as wide as there is room. */
    void drawTitle(Sheet sheet, String title, float baseline, float width) {
        new TextBlock()
                .add(title, Typeface.BOLD, Ink.ACCENT, TITLE_SIZE)
                .draw(
                        sheet,
                        typesetter,
                        LEFT,
                        baseline - Millimetres.ofPoints(TITLE_SIZE * TextBlock.ASCENT),
                        width,
                        TITLE_HEIGHT);
    }

    private void drawHead(Sheet sheet, OfficeHead office) {
        TextBlock head = new TextBlock()
                .add(office.name(), Typeface.BOLD, Ink.ACCENT, 11.5f)
                .gap(0.8f);
        office.addressLines().forEach(line -> head.add(line, Typeface.REGULAR, Ink.TEXT, 8.5f));
        head.add(office.postcodeAndCity(), Typeface.REGULAR, Ink.TEXT, 8.5f);
        if (!office.phone().isBlank()) {
            head.add(DocumentWords.text("head.phone", office.phone()), Typeface.REGULAR, Ink.MUTED, 8.5f);
        }
        head.add(office.email(), Typeface.REGULAR, Ink.MUTED, 8.5f)
                .add(office.hours(), Typeface.REGULAR, Ink.MUTED, 8.5f)
                .draw(sheet, typesetter, LEFT, HEAD_TOP, BESIDE_WINDOW_WIDTH, HEAD_HEIGHT);
    }

    /** The last line of a page. */
    void drawFooter(Sheet sheet, String left, String right) {
        sheet.rule(Ink.HAIRLINE, 0.2f, LEFT, FOOTER_BASELINE - 4.2f, WIDTH);
        TextLine end = typesetter.line(right, Typeface.REGULAR);
        float room = WIDTH - end.widthAt(FOOTER_SIZE) - 6;
        TextLine start =
                typesetter.wrap(left, Typeface.REGULAR, FOOTER_SIZE, room, 1).get(0);
        sheet.text(start, FOOTER_SIZE, Ink.MUTED, LEFT, FOOTER_BASELINE);
        sheet.textEndingAt(end, FOOTER_SIZE, Ink.MUTED, RIGHT, FOOTER_BASELINE);
    }
}
