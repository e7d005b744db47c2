package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An invoice or credit note as a letter: the first page under the office's head, more pages when there are many
 * lines.
 */
final class InvoiceLetter {

    private static final float TITLE_BASELINE = 59;
    private static final float NEXT_TITLE_BASELINE = 20;
    private static final float NEXT_TABLE_TOP = 25;
    private static final float PANEL_GAP = 4;
    private static final float REFERENCES_TOP = 64;
    private static final float REFERENCES_ROW = 5.2f;
    private static final float REFERENCES_LABEL = 29;

    private record Reference(String label, String value) {}

    private final InvoiceDocument invoice;
    private final Typesetter typesetter = new Typesetter();
    private final LetterPaper paper = new LetterPaper(typesetter);
    private final InvoiceTotals totals;
    private final NoticePanel panel;
    private final InvoiceTable table;

    InvoiceLetter(InvoiceDocument invoice) {
        this.invoice = invoice;
        totals = new InvoiceTotals(typesetter, invoice);
        panel = new PaymentNotice(typesetter, invoice).panel();
        table = new InvoiceTable(typesetter, invoice.lines());
    }

    static String metadataTitle(InvoiceDocument invoice) {
        return word(invoice, "metadata");
    }

    MissingCharacters drawTo(PdfFile file) throws IOException {
        float tail = totals.height() + PANEL_GAP + panel.height();
        List<List<Grid.Row>> pages =
                table.pages(LetterPaper.BOTTOM - LetterPaper.BODY_TOP, LetterPaper.BOTTOM - NEXT_TABLE_TOP, tail);
        for (int i = 0; i < pages.size(); i++) {
            Sheet sheet = file.nextPage();
            float y = i == 0 ? drawFirstTop(sheet) : drawNextTop(sheet);
            if (!pages.get(i).isEmpty()) {
                y = table.draw(sheet, pages.get(i), y);
            }
            if (i == pages.size() - 1) {
                totals.draw(sheet, y);
                panel.draw(sheet, LetterPaper.BOTTOM - panel.height());
            }
            drawFooter(sheet, i + 1, pages.size());
        }
        return typesetter.missingCharacters();
    }

    private float drawFirstTop(Sheet sheet) {
        paper.drawFirstPage(sheet, invoice.office(), invoice.recipient());
        paper.drawTitle(sheet, word(invoice, "title"), TITLE_BASELINE, LetterPaper.BESIDE_WINDOW_WIDTH);
        float y = REFERENCES_TOP;
        for (Reference reference : references()) {
            new TextBlock()
                    .add(reference.label(), Typeface.REGULAR, Ink.MUTED, 9)
                    .draw(sheet, typesetter, LetterPaper.LEFT, y, REFERENCES_LABEL, REFERENCES_ROW);
            new TextBlock()
                    .add(reference.value(), Typeface.BOLD, Ink.TEXT, 9)
                    .draw(
                            sheet,
                            typesetter,
                            LetterPaper.LEFT + REFERENCES_LABEL,
                            y,
                            LetterPaper.BESIDE_WINDOW_WIDTH - REFERENCES_LABEL,
                            REFERENCES_ROW);
            y += REFERENCES_ROW;
        }
        return LetterPaper.BODY_TOP;
    }

    private List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        references.add(new Reference(DocumentWords.text("invoice.issued-on"), FrenchForms.day(invoice.issuedOn())));
        references.add(new Reference(DocumentWords.text("invoice.month"), FrenchForms.month(invoice.month())));
        references.add(new Reference(DocumentWords.text("invoice.family"), invoice.familyCode()));
        if (invoice.isSomethingLeftToPay()) {
            references.add(new Reference(DocumentWords.text("invoice.due-on"), FrenchForms.day(invoice.dueOn())));
        }
        return references;
    }

    private float drawNextTop(Sheet sheet) {
        TextLine title =
                typesetter.line(DocumentWords.text("invoice.continued", word(invoice, "title")), Typeface.BOLD);
        sheet.text(title, 11, Ink.ACCENT, LetterPaper.LEFT, NEXT_TITLE_BASELINE);
        return NEXT_TABLE_TOP;
    }

    private void drawFooter(Sheet sheet, int page, int pages) {
        paper.drawFooter(
                sheet,
                invoice.office().name() + " – " + word(invoice, "title"),
                DocumentWords.text("page", Integer.toString(page), Integer.toString(pages)));
    }

    private static String word(InvoiceDocument invoice, String form) {
        String kind = invoice.kind() == InvoiceDocument.Kind.INVOICE ? "invoice" : "credit-note";
        return DocumentWords.text(kind + "." + form, invoice.number());
    }
}
