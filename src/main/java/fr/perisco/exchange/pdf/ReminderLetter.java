package fr.perisco.exchange.pdf;

import fr.perisco.domain.recovery.ReminderText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A reminder as a letter: the office's words, the unpaid invoices with their total, and how to pay. */
final class ReminderLetter {
    private static final float REFERENCE_TOP = 100;
    private static final float TITLE_BASELINE = 112;
    private static final float TEXT_TOP = 118;
    private static final float NEXT_PAGE_TOP = 20;
    private static final float LETTERS = 10;
    private static final float LINE_HEIGHT = Millimetres.ofPoints(LETTERS * TextBlock.LEADING);
    private static final float GAP = 4;
    private static final int MOST_LINES = 60;

    /** What is drawn below the letter's head, piece by piece. */
    private interface Piece {
        float height();

        void draw(Sheet sheet, float top, boolean first) throws IOException;
    }

    private record Text(TextLine line) implements Piece {
        @Override
        public float height() {
            return LINE_HEIGHT;
        }

        @Override
        public void draw(Sheet sheet, float top, boolean first) throws IOException {
            sheet.text(
                    line, LETTERS, Ink.TEXT, LetterPaper.LEFT, top + Millimetres.ofPoints(LETTERS * TextBlock.ASCENT));
        }
    }

    private final ReminderDocument reminder;
    private final Typesetter typesetter = new Typesetter();
    private final LetterPaper paper = new LetterPaper(typesetter);
    private final Map<String, String> values;
    private final Grid grid = new Grid(
            typesetter,
            List.of(
                    new Grid.Column(DocumentWords.text("reminder.column.number"), 38, false),
                    new Grid.Column(DocumentWords.text("reminder.column.month"), 36, false),
                    new Grid.Column(DocumentWords.text("reminder.column.issued"), 26, false),
                    new Grid.Column(DocumentWords.text("reminder.column.due"), 30, false),
                    new Grid.Column(DocumentWords.text("reminder.column.amount"), 25, true),
                    new Grid.Column(DocumentWords.text("reminder.column.balance"), 25, true)),
            9.5f);

    ReminderLetter(ReminderDocument reminder) {
        this.reminder = reminder;
        this.values = Map.of(
                ReminderText.FAMILY, reminder.familyName(),
                ReminderText.AMOUNT, FrenchForms.amount(reminder.amount()),
                ReminderText.DUE_ON, FrenchForms.day(reminder.lines().get(0).dueOn()),
                ReminderText.SENT_ON, FrenchForms.day(reminder.sentOn()),
                ReminderText.INVOICES,
                        reminder.lines().stream()
                                .map(ReminderDocument.Line::number)
                                .collect(Collectors.joining(", ")));
    }

    MissingCharacters drawTo(PdfFile file) throws IOException {
        List<List<Piece>> pages = pages();
        for (int i = 0; i < pages.size(); i++) {
            Sheet sheet = file.nextPage();
            if (i == 0) {
                drawHead(sheet);
            }
            float y = i == 0 ? TEXT_TOP : NEXT_PAGE_TOP;
            boolean first = true;
            for (Piece piece : pages.get(i)) {
                piece.draw(sheet, y, first);
                y += piece.height();
                first = piece instanceof Heading;
            }
            paper.drawFooter(
                    sheet,
                    reminder.office().name() + " – " + reference(),
                    DocumentWords.text("page", Integer.toString(i + 1), Integer.toString(pages.size())));
        }
        return typesetter.missingCharacters();
    }

    private void drawHead(Sheet sheet) {
        paper.drawFirstPage(sheet, reminder.office(), reminder.recipient());
        String day = FrenchForms.day(reminder.sentOn());
        String city = reminder.office().city();
        new TextBlock()
                .add(
                        city.isBlank()
                                ? DocumentWords.text("reminder.reference-on", reference(), day)
                                : DocumentWords.text("reminder.reference-at", reference(), city, day),
                        Typeface.REGULAR,
                        Ink.MUTED,
                        9)
                .draw(sheet, typesetter, LetterPaper.LEFT, REFERENCE_TOP, LetterPaper.WIDTH, 5);
        paper.drawTitle(sheet, filled(reminder.title()), TITLE_BASELINE, LetterPaper.WIDTH);
    }

    private String reference() {
        return DocumentWords.text("reminder.reference", Long.toString(reminder.number()), reminder.familyCode());
    }

    private String filled(String text) {
        return ReminderText.filled(text, values);
    }

    /** Text, table and panel, each page as full as it goes; a table that goes on has its heading again. */
    private List<List<Piece>> pages() {
        List<List<Piece>> pages = new ArrayList<>(List.of(new ArrayList<>()));
        float room = LetterPaper.BOTTOM - TEXT_TOP;
        boolean inTable = false;
        for (Piece piece : pieces()) {
            float needed = piece instanceof Heading ? piece.height() + 2 * LINE_HEIGHT : piece.height();
            if (needed > room) {
                pages.add(new ArrayList<>());
                room = LetterPaper.BOTTOM - NEXT_PAGE_TOP;
                if (inTable && piece instanceof Row) {
                    Heading heading = new Heading(grid, 0);
                    pages.get(pages.size() - 1).add(heading);
                    room -= heading.height();
                }
            }
            pages.get(pages.size() - 1).add(piece);
            room -= piece.height();
            inTable = piece instanceof Heading || piece instanceof Row;
        }
        return pages;
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (String line : filled(reminder.text()).split("\n", -1)) {
            typesetter
                    .wrap(line, Typeface.REGULAR, LETTERS, LetterPaper.WIDTH, MOST_LINES)
                    .forEach(one -> pieces.add(new Text(one)));
        }
        pieces.add(new Heading(grid, GAP));
        reminder.lines()
                .forEach(line -> pieces.add(new Row(
                        grid,
                        grid.row(
                                List.of(
                                        line.number(),
                                        FrenchForms.month(line.month()),
                                        FrenchForms.day(line.issuedOn()),
                                        FrenchForms.day(line.dueOn()),
                                        FrenchForms.amount(line.amount()),
                                        FrenchForms.amount(line.balance())),
                                false))));
        if (reminder.credit().isPositive()) {
            pieces.add(total(
                    "reminder.credit", FrenchForms.amount(reminder.credit().negated())));
        }
        pieces.add(total("reminder.total", FrenchForms.amount(reminder.amount())));
        pieces.add(new Panel(panel()));
        return pieces;
    }

    private Row total(String key, String amount) {
        return new Row(grid, grid.strongRow(List.of(DocumentWords.text(key), "", "", "", "", amount)));
    }

    private NoticePanel panel() {
        NoticePanel panel = new NoticePanel(typesetter, DocumentWords.text("notice.pay.title"), Optional.empty());
        String where = reminder.office().addressInOneLine();
        panel.add(
                        DocumentWords.text("notice.pay.desk.lead"),
                        where.isEmpty()
                                ? DocumentWords.text("reminder.pay.desk")
                                : DocumentWords.text("reminder.pay.desk-with-address", where))
                .add(DocumentWords.text("notice.pay.online.lead"), DocumentWords.text("reminder.pay.online"))
                .add(DocumentWords.text("reminder.paid.lead"), DocumentWords.text("reminder.paid.text"));
        String contact = reminder.office().contactInOneLine();
        return contact.isEmpty() ? panel : panel.add(DocumentWords.text("notice.question"), contact);
    }

    private record Heading(Grid grid, float gap) implements Piece {
        @Override
        public float height() {
            return gap + grid.headingHeight();
        }

        @Override
        public void draw(Sheet sheet, float top, boolean first) throws IOException {
            grid.drawHeading(sheet, LetterPaper.LEFT, top + gap);
        }
    }

    private record Row(Grid grid, Grid.Row row) implements Piece {
        @Override
        public float height() {
            return row.height();
        }

        @Override
        public void draw(Sheet sheet, float top, boolean first) throws IOException {
            grid.drawRow(sheet, row, first, LetterPaper.LEFT, top);
        }
    }

    private record Panel(NoticePanel panel) implements Piece {
        @Override
        public float height() {
            return panel.height() + GAP;
        }

        @Override
        public void draw(Sheet sheet, float top, boolean first) throws IOException {
            panel.draw(sheet, top + GAP);
        }
    }
}
