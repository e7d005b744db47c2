package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Prints the sheet for who must know what is to be heeded of children's health. */
public final class HealthSheetPdf {
    private static final float LETTERS = 8.5f;

    /**
     * The PDF's date is the day of the sheet.
     *
     * @param out gets the PDF; flushed in the end, never closed
     * @return the characters that {@code □} stands for, usually none
     * @throws IOException when {@code out} can't be written
     */
    public MissingCharacters write(HealthSheet sheet, OutputStream out) throws IOException {
        String title = DocumentWords.text("health.title");
        PdfFile file = new PdfFile(out, title, sheet.day());
        Typesetter typesetter = new Typesetter();
        Grid grid = new Grid(
                typesetter,
                List.of(
                        column("class", 20, false),
                        column("name", 38, false),
                        column("kind", 16, false),
                        column("text", 66, false),
                        column("where-and-phones", 40, false)),
                LETTERS);
        List<ListPages.Line> lines = new ArrayList<>();
        for (HealthSheet.Line line : sheet.lines()) {
            lines.add(ListPages.Line.of(grid.row(
                    List.of(
                            line.schoolClass(),
                            line.name(),
                            DocumentWords.text("health.kind." + line.kind()),
                            line.text(),
                            whereAndPhones(line)),
                    false)));
        }
        long children = sheet.children();
        String total = DocumentWords.text(
                children == 0 ? "health.nobody" : children == 1 ? "health.child" : "health.children",
                FrenchForms.count((int) children));
        lines.add(ListPages.Line.of(grid.strongRow(List.of(DocumentWords.text("faults.total"), total, "", "", ""))));
        new ListPages(
                        typesetter,
                        new ListPages.Titles(
                                sheet.office(),
                                title,
                                List.of(sheet.school(), FrenchForms.dayInWords(sheet.day())),
                                DocumentWords.text("health.legend")),
                        grid,
                        lines)
                .drawTo(file);
        file.finish();
        return typesetter.missingCharacters();
    }

    private static String whereAndPhones(HealthSheet.Line line) {
        String phones = line.phones().stream()
                .map(phone -> FrenchForms.phone(phone).replace(' ', PrintableText.NO_BREAK_SPACE))
                .collect(Collectors.joining(", "));
        String where = String.join(", ", line.where());
        return phones.isEmpty() ? where : where + " – " + phones;
    }

    private static Grid.Column column(String key, float width, boolean number) {
        return new Grid.Column(DocumentWords.text("health.column." + key), width, number);
    }
}
