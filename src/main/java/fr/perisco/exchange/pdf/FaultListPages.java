package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is wrong in files and what to do, line by line. */
final class FaultListPages {
    private static final float LETTERS = 8.5f;

    private final FaultListDocument document;
    private final Typesetter typesetter = new Typesetter();

    FaultListPages(FaultListDocument document) {
        this.document = document;
    }

    MissingCharacters drawTo(PdfFile file) throws IOException {
        Grid grid = new Grid(
                typesetter,
                List.of(
                        column("source", 42, false),
                        column("line", 14, true),
                        column("column", 16, true),
                        column("fault", 108, false)),
                LETTERS);
        List<ListPages.Line> lines = new ArrayList<>();
        for (FaultListDocument.Entry entry : document.entries()) {
            lines.add(ListPages.Line.of(grid.row(
                    List.of(entry.source(), number(entry.line()), number(entry.column()), entry.fault()), false)));
        }
        int count = document.entries().size();
        String rows = DocumentWords.text(count <= 1 ? "faults.one" : "faults.many", FrenchForms.count(count));
        lines.add(ListPages.Line.of(grid.strongRow(List.of(DocumentWords.text("faults.total"), "", "", rows))));
        ListPages.Titles titles = new ListPages.Titles(
                document.office(),
                DocumentWords.text("faults.title"),
                List.of(DocumentWords.text("faults.read-on", FrenchForms.dayInWords(document.readOn()))),
                DocumentWords.text("faults.legend"));
        new ListPages(typesetter, titles, grid, lines).drawTo(file);
        return typesetter.missingCharacters();
    }

    private static String number(long place) {
        return place == 0 ? "" : Long.toString(place);
    }

    private static Grid.Column column(String key, float width, boolean number) {
        return new Grid.Column(DocumentWords.text("faults.column." + key), width, number);
    }
}
