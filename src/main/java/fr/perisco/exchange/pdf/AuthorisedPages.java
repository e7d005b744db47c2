package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The pages behind a roll-call sheet that name who may fetch its children. */
final class AuthorisedPages {
    private static final float LETTERS = 8.5f;
    private static final float ROW = 5.8f;

    private final AuthorisedSheet document;
    private final Typesetter typesetter = new Typesetter();

    AuthorisedPages(AuthorisedSheet document) {
        this.document = document;
    }

    MissingCharacters drawTo(PdfFile file) throws IOException {
        Grid grid = new Grid(
                typesetter,
                List.of(column("child", 55), column("name", 55), column("relation", 40), column("phone", 30)),
                LETTERS,
                ROW);
        List<ListPages.Line> lines = new ArrayList<>();
        for (AuthorisedSheet.Entry entry : document.entries()) {
            String phone = FrenchForms.phone(entry.phone()).replace(' ', PrintableText.NO_BREAK_SPACE);
            lines.add(ListPages.Line.of(grid.row(
                    List.of(entry.first() ? entry.child() : "", entry.name(), relation(entry), phone), entry.first())));
        }
        int count = document.entries().size();
        String total = count == 0
                ? DocumentWords.text("authorised.nobody")
                : DocumentWords.text(
                        count == 1 ? "authorised.total.one" : "authorised.total", FrenchForms.count(count));
        lines.add(ListPages.Line.of(grid.wideRow(total, "")));
        ListPages.Titles titles = new RollCallPages(document.sheet()).titles();
        List<String> under = new ArrayList<>(List.of(titles.title()));
        under.addAll(titles.lines());
        new ListPages(
                        typesetter,
                        new ListPages.Titles(
                                titles.over(),
                                DocumentWords.text("authorised.title"),
                                under,
                                DocumentWords.text("authorised.legend")),
                        grid,
                        lines)
                .drawTo(file);
        return typesetter.missingCharacters();
    }

    /** What the person is to the child, and on which days only it may fetch it. */
    private static String relation(AuthorisedSheet.Entry entry) {
        List<String> parts = new ArrayList<>();
        if (!entry.relation().isEmpty()) {
            parts.add(entry.relation());
        }
        if (entry.from() != null) {
            parts.add(DocumentWords.text("authorised.from", FrenchForms.day(entry.from())));
        }
        if (entry.to() != null) {
            parts.add(DocumentWords.text("authorised.to", FrenchForms.day(entry.to())));
        }
        return String.join(", ", parts);
    }

    private static Grid.Column column(String key, float width) {
        return new Grid.Column(DocumentWords.text("authorised.column." + key), width, false);
    }
}
