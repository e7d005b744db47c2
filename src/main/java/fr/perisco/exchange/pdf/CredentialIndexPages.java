package fr.perisco.exchange.pdf;

import fr.perisco.exchange.pdf.CredentialSheet.Pupil;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Which sheets go to which class, so that they can be handed out: a title a class, and the page of each sheet. No login, no password. */
final class CredentialIndexPages {
    private static final float LETTERS = 9;

    private final List<CredentialSheet> sheets;
    private final Typesetter typesetter = new Typesetter();

    /**
     * @param sheets in the order in which they follow the index; not empty
     */
    CredentialIndexPages(List<CredentialSheet> sheets) {
        this.sheets = sheets;
    }

    void drawTo(PdfFile file) throws IOException {
        // Page numbers are as wide in the first round as in the second, so that the index has as many pages.
        int pages = pages(sheets.size()).count();
        pages(pages).drawTo(file, pages + sheets.size());
    }

    private ListPages pages(int before) {
        Grid grid = new Grid(
                typesetter,
                List.of(column("page", 16, true), column("guardian", 70, false), column("children", 94, false)),
                LETTERS);
        List<ListPages.Line> lines = new ArrayList<>();
        String group = "";
        for (int i = 0; i < sheets.size(); i++) {
            CredentialSheet sheet = sheets.get(i);
            String its = group(sheet);
            if (!its.equals(group)) {
                lines.add(new ListPages.Line(grid.wideRow(its, ""), true, ListPages.Marks.NONE));
                group = its;
            }
            lines.add(ListPages.Line.of(grid.row(
                    List.of(
                            Integer.toString(before + i + 1),
                            String.join(", ", sheet.recipient().names()),
                            sheet.children().stream().map(Pupil::name).collect(Collectors.joining(", "))),
                    false)));
        }
        lines.add(ListPages.Line.of(
                grid.wideRow(DocumentWords.text("credential.index.total", FrenchForms.count(sheets.size())), "")));
        CredentialSheet first = sheets.get(0);
        ListPages.Titles titles = new ListPages.Titles(
                first.office().name(),
                DocumentWords.text("credential.index.title"),
                List.of(DocumentWords.text("credential.index.hint")),
                DocumentWords.text("credential.confidential"));
        return new ListPages(typesetter, titles, grid, lines);
    }

    private static String group(CredentialSheet sheet) {
        if (sheet.children().isEmpty()) {
            return DocumentWords.text("credential.index.without-child");
        }
        Pupil first = sheet.children().get(0);
        return (first.school().isEmpty() ? DocumentWords.text("roll-call.no-school") : first.school())
                + " – "
                + (first.className().isEmpty() ? DocumentWords.text("roll-call.no-class") : first.className());
    }

    private static Grid.Column column(String key, float width, boolean number) {
        return new Grid.Column(DocumentWords.text("credential.index.column." + key), width, number);
    }
}
