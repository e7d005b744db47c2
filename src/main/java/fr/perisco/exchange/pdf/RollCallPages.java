package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The pages of one roll-call sheet. */
final class RollCallPages {
    private static final float LETTERS = 8.5f;
    private static final float ROW = 5.8f;
    private static final float SQUARE = 4;
    private static final float STROKE = 0.25f;
    private static final int FREE_LINES = 2;
    private static final int LEADING_COLUMNS = 4;

    private final RollCallSheet sheet;
    private final boolean ofOneDay;
    private final Typesetter typesetter = new Typesetter();
    private final Grid grid;
    private final List<ListPages.Line> lines = new ArrayList<>();

    RollCallPages(RollCallSheet sheet) {
        this.sheet = sheet;
        ofOneDay = sheet.days().size() == 1;
        grid = new Grid(typesetter, columns(), LETTERS, ROW);
        List<RollCallSheet.Pupil> expected =
                sheet.pupils().stream().filter(RollCallSheet.Pupil::isExpected).toList();
        for (RollCallSheet.Pupil pupil : expected) {
            addPupil(String.valueOf(lines.size() + 1), pupil);
        }
        addTotals(expected.size());
        sheet.pupils().stream().filter(pupil -> !pupil.isExpected()).forEach(pupil -> addPupil("", pupil));
        for (int i = 0; i < FREE_LINES; i++) {
            addFreeLine();
        }
    }

    MissingCharacters drawTo(PdfFile file) throws IOException {
        new ListPages(typesetter, titles(), grid, lines).drawTo(file);
        return typesetter.missingCharacters();
    }

    private List<Grid.Column> columns() {
        int days = sheet.days().size();
        float dayWidth = ofOneDay ? 15 : Math.min(13, 72f / days);
        float marks = ofOneDay ? 2 * dayWidth : days * dayWidth;
        float room = LetterPaper.WIDTH - 8 - marks;
        List<Grid.Column> columns = new ArrayList<>();
        columns.add(new Grid.Column(DocumentWords.text("roll-call.column.number"), 8, true));
        columns.add(new Grid.Column(DocumentWords.text("roll-call.column.name"), room * 0.36f, false));
        columns.add(new Grid.Column(DocumentWords.text("roll-call.column.diet"), room * 0.19f, false));
        columns.add(new Grid.Column(DocumentWords.text("roll-call.column.phones"), room * 0.45f, false));
        if (ofOneDay) {
            columns.add(new Grid.Column(DocumentWords.text("roll-call.column.present"), dayWidth, true, true));
            columns.add(new Grid.Column(DocumentWords.text("roll-call.column.absent"), dayWidth, true, true));
        } else {
            sheet.days().forEach(day -> columns.add(new Grid.Column(FrenchForms.shortDay(day), dayWidth, true, true)));
        }
        return columns;
    }

    ListPages.Titles titles() {
        String schoolClass =
                sheet.schoolClass().isEmpty() ? DocumentWords.text("roll-call.no-class") : sheet.schoolClass();
        String school = sheet.school().isEmpty() ? DocumentWords.text("roll-call.no-school") : sheet.school();
        LocalDate first = sheet.days().get(0);
        LocalDate last = sheet.days().get(sheet.days().size() - 1);
        String when = ofOneDay
                ? FrenchForms.dayInWords(first)
                : DocumentWords.text("roll-call.week", FrenchForms.dayWithoutYear(first), FrenchForms.dayInWords(last));
        return new ListPages.Titles(
                sheet.office(),
                school + " – " + schoolClass,
                List.of(when, sheet.activity() + " – " + sheet.unit()),
                DocumentWords.text(ofOneDay ? "roll-call.legend" : "roll-call.week-legend"));
    }

    private void addPupil(String number, RollCallSheet.Pupil pupil) {
        List<String> texts = new ArrayList<>(List.of(number, pupil.name(), pupil.diet(), phones(pupil)));
        texts.addAll(Collections.nCopies(ofOneDay ? 2 : sheet.days().size(), ""));
        lines.add(new ListPages.Line(
                grid.row(texts, false), false, (page, x, top, height) -> drawMarks(page, pupil, x, top, height)));
    }

    /** A number is never torn from whose it is. */
    private static String phones(RollCallSheet.Pupil pupil) {
        return pupil.phones().stream()
                .map(phone -> FrenchForms.phone(phone).replace(' ', PrintableText.NO_BREAK_SPACE))
                .collect(Collectors.joining(" – "));
    }

    private void addTotals(int expected) {
        List<String> texts = new ArrayList<>(
                List.of("", DocumentWords.text("roll-call.expected", FrenchForms.count(expected)), "", ""));
        if (ofOneDay) {
            texts.addAll(List.of("", ""));
        } else {
            IntStream.range(0, sheet.days().size()).forEach(day -> texts.add(FrenchForms.count(sheet.expectedOn(day))));
        }
        lines.add(ListPages.Line.of(grid.strongRow(texts)));
        List<String> others = new ArrayList<>(Collections.nCopies(texts.size(), ""));
        others.set(1, DocumentWords.text("roll-call.unexpected"));
        lines.add(new ListPages.Line(grid.row(others, false), true, ListPages.Marks.NONE));
    }

    private void addFreeLine() {
        List<String> texts = Collections.nCopies(
                LEADING_COLUMNS + (ofOneDay ? 2 : sheet.days().size()), "");
        lines.add(new ListPages.Line(grid.row(texts, false), false, this::drawFreeMarks));
    }

    private void drawFreeMarks(Sheet page, float x, float top, float height) {
        int squares = ofOneDay ? 1 : sheet.days().size();
        for (int i = 0; i < squares; i++) {
            drawSquare(page, x + grid.middleOf(LEADING_COLUMNS + i), top, height, "");
        }
    }

    private void drawMarks(Sheet page, RollCallSheet.Pupil pupil, float x, float top, float height) {
        if (ofOneDay) {
            RollCallSheet.Mark mark = pupil.marks().get(0);
            drawSquare(page, x + grid.middleOf(LEADING_COLUMNS), top, height, word(mark, "present"));
            drawSquare(page, x + grid.middleOf(LEADING_COLUMNS + 1), top, height, word(mark, "absent"));
            return;
        }
        for (int day = 0; day < sheet.days().size(); day++) {
            RollCallSheet.Mark mark = pupil.marks().get(day);
            float middle = x + grid.middleOf(LEADING_COLUMNS + day);
            if (mark == RollCallSheet.Mark.NOT_EXPECTED) {
                centre(page, DocumentWords.text("roll-call.mark.not-expected"), Ink.MUTED, middle, top, height);
            } else {
                drawSquare(page, middle, top, height, word(mark, "week"));
            }
        }
    }

    private static String word(RollCallSheet.Mark mark, String column) {
        return switch (mark) {
            case NOT_EXPECTED, EXPECTED -> "";
            case PRESENT, CAME_UNEXPECTED -> DocumentWords.text("roll-call.mark." + column + ".present");
            case ABSENT -> DocumentWords.text("roll-call.mark." + column + ".away");
            case EXCUSED -> DocumentWords.text("roll-call.mark." + column + ".excused");
        };
    }

    private void drawSquare(Sheet page, float middle, float top, float height, String mark) {
        page.frame(Ink.TEXT, STROKE, middle - SQUARE / 2, top + (height - SQUARE) / 2, SQUARE);
        centre(page, mark, Ink.TEXT, middle, top, height);
    }

    private void centre(Sheet page, String text, Ink ink, float middle, float top, float height) {
        TextLine line = typesetter.line(text, Typeface.BOLD);
        float baseline = top + height / 2 + Millimetres.ofPoints(LETTERS * 0.36f);
        page.text(line, LETTERS, ink, middle - line.widthAt(LETTERS) / 2, baseline);
    }
}
