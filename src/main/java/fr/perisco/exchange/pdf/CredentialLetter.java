package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A family's login and temporary password on one page, with its children and what to do. */
final class CredentialLetter {

    private static final float TITLE_BASELINE = 108;
    private static final float INTRODUCTION_TOP = 112;
    private static final float INTRODUCTION_HEIGHT = 10;
    private static final float BOX_TOP = 124;
    private static final float BOX_HEIGHT = 42;
    private static final float BOX_PADDING = 6;
    private static final float CODE_SIDE = 34;
    private static final float LOGIN_SIZE = 13;
    private static final float LOGIN_HEIGHT = 7;
    private static final float PASSWORD_SIZE = 18;
    private static final float SMALLEST_PASSWORD_SIZE = 5;
    private static final float CHILDREN_TOP = BOX_TOP + BOX_HEIGHT + 6;
    private static final float CHILDREN_LETTERS = 9;
    private static final float PANEL_GAP = 5;

    private final CredentialSheet credential;
    private final Typesetter typesetter = new Typesetter();

    CredentialLetter(CredentialSheet credential) {
        this.credential = credential;
    }

    MissingCharacters drawTo(Sheet sheet) throws IOException {
        LetterPaper paper = new LetterPaper(typesetter);
        paper.drawFirstPage(sheet, credential.office(), credential.recipient());
        paper.drawTitle(sheet, DocumentWords.text("credential.title"), TITLE_BASELINE, LetterPaper.WIDTH);
        new TextBlock()
                .add(DocumentWords.text("credential.introduction"), Typeface.REGULAR, Ink.TEXT, 9.5f)
                .draw(sheet, typesetter, LetterPaper.LEFT, INTRODUCTION_TOP, LetterPaper.WIDTH, INTRODUCTION_HEIGHT);
        drawBox(sheet);
        NoticePanel panel = instructions();
        float panelTop = LetterPaper.BOTTOM - panel.height();
        if (!credential.children().isEmpty()) {
            drawChildren(sheet, panelTop - PANEL_GAP);
        }
        panel.draw(sheet, panelTop);
        paper.drawFooter(
                sheet,
                credential.office().name() + " – " + DocumentWords.text("credential.title"),
                DocumentWords.text("credential.confidential"));
        return typesetter.missingCharacters();
    }

    private void drawBox(Sheet sheet) throws IOException {
        sheet.box(Ink.ACCENT, LetterPaper.LEFT, BOX_TOP, LetterPaper.WIDTH, BOX_HEIGHT);
        sheet.box(Ink.PAPER, LetterPaper.LEFT + 0.3f, BOX_TOP + 0.3f, LetterPaper.WIDTH - 0.6f, BOX_HEIGHT - 0.6f);
        float left = LetterPaper.LEFT + BOX_PADDING;
        float room =
                LetterPaper.WIDTH - 2 * BOX_PADDING - (credential.portalUrl().isPresent() ? CODE_SIDE + 4 : 0);
        drawLabel(sheet, "credential.login", left, BOX_TOP + 4.5f, room);
        drawLogin(sheet, left, BOX_TOP + 8.5f, room);
        drawLabel(sheet, "credential.password", left, BOX_TOP + 17.5f, room);
        drawPassword(sheet, left, BOX_TOP + 28, room);
        if (credential.portalUrl().isPresent()) {
            drawPortal(sheet, credential.portalUrl().get(), left, room);
        }
    }

    /** A login is of no use when it is cut: smaller letters, then several lines of them, until all of it is there. */
    private void drawLogin(Sheet sheet, float x, float top, float room) {
        float size = LOGIN_SIZE;
        List<TextLine> lines = loginLines(size, room);
        while (Millimetres.ofPoints(lines.size() * size * TextBlock.LEADING) > LOGIN_HEIGHT) {
            size -= 0.5f;
            lines = loginLines(size, room);
        }
        for (int i = 0; i < lines.size(); i++) {
            float baseline = top + Millimetres.ofPoints((i * TextBlock.LEADING + TextBlock.ASCENT) * size);
            sheet.text(lines.get(i), size, Ink.TEXT, x, baseline);
        }
    }

    private List<TextLine> loginLines(float size, float room) {
        return typesetter.wrap(credential.login(), Typeface.BOLD, size, room, Integer.MAX_VALUE);
    }

    private void drawLabel(Sheet sheet, String key, float x, float top, float width) {
        new TextBlock()
                .add(DocumentWords.text(key), Typeface.REGULAR, Ink.MUTED, 9)
                .draw(sheet, typesetter, x, top, width, 5);
    }

    /** On one line whatever its length: a break would look like a part of it. */
    private void drawPassword(Sheet sheet, float x, float baseline, float room) {
        TextLine password = typesetter.line(credential.temporaryPassword(), Typeface.MONO);
        float size = PASSWORD_SIZE;
        while (password.widthAt(size) > room && size > SMALLEST_PASSWORD_SIZE) {
            size -= 0.5f;
        }
        sheet.text(password, size, Ink.ACCENT, x, baseline);
    }

    private void drawPortal(Sheet sheet, String url, float left, float room) throws IOException {
        drawLabel(sheet, "credential.portal", left, BOX_TOP + 32, 32);
        float x = left + 32;
        new TextBlock().add(url, Typeface.REGULAR, Ink.TEXT, 9).draw(sheet, typesetter, x, BOX_TOP + 32, room - 32, 8);
        sheet.link(url, x, BOX_TOP + 32, room - 32, 5);
        float codeLeft = LetterPaper.RIGHT - BOX_PADDING + 2 - CODE_SIDE;
        new QrSymbol(url).draw(sheet, url, codeLeft, BOX_TOP + (BOX_HEIGHT - CODE_SIDE) / 2, CODE_SIDE);
    }

    /** As many children as there is room for; the others are counted. */
    private void drawChildren(Sheet sheet, float bottom) {
        Grid grid = new Grid(
                typesetter,
                List.of(
                        new Grid.Column(DocumentWords.text("credential.column.child"), 74, false),
                        new Grid.Column(DocumentWords.text("credential.column.school"), 66, false),
                        new Grid.Column(DocumentWords.text("credential.column.class"), 40, false)),
                CHILDREN_LETTERS);
        float more = Millimetres.ofPoints(CHILDREN_LETTERS * TextBlock.LEADING);
        grid.drawHeading(sheet, LetterPaper.LEFT, CHILDREN_TOP);
        float y = CHILDREN_TOP + grid.headingHeight();
        int shown = 0;
        for (CredentialSheet.Pupil child : credential.children()) {
            Grid.Row row = grid.row(List.of(child.name(), child.school(), child.className()), false);
            boolean last = shown == credential.children().size() - 1;
            if (y + row.height() + (last ? 0 : more) > bottom) {
                break;
            }
            grid.drawRow(sheet, row, shown == 0, LetterPaper.LEFT, y);
            y += row.height();
            shown++;
        }
        int others = credential.children().size() - shown;
        if (others > 0) {
            TextLine count = typesetter.line(
                    DocumentWords.text("credential.more-children", Integer.toString(others)), Typeface.REGULAR);
            sheet.text(count, CHILDREN_LETTERS, Ink.MUTED, LetterPaper.LEFT + 1.2f, y + more * 0.9f);
        }
    }

    private NoticePanel instructions() {
        NoticePanel panel = new NoticePanel(typesetter, DocumentWords.text("credential.steps.title"), Optional.empty());
        for (String step : List.of("connect", "change", "secret")) {
            panel.add(
                    DocumentWords.text("credential.steps." + step + ".lead"),
                    DocumentWords.text("credential.steps." + step + ".text"));
        }
        String help = credential.office().contactInOneLine();
        panel.add(
                DocumentWords.text("credential.steps.help.lead"),
                help.isEmpty()
                        ? DocumentWords.text(
                                "credential.steps.help.text",
                                credential.office().name())
                        : DocumentWords.text(
                                "credential.steps.help.text-with-contact",
                                credential.office().name(),
                                help));
        return panel;
    }
}
