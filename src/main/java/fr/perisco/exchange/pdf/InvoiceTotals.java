package fr.perisco.exchange.pdf;

import fr.perisco.domain.money.Money;
import java.util.ArrayList;
import java.util.List;

/** What a document comes to, below its lines and at the right edge. */
final class InvoiceTotals {

    private static final float WIDTH = 78;
    private static final float LEFT = LetterPaper.RIGHT - WIDTH;
    private static final float ROW = 6.2f;
    private static final float GAP_ABOVE = 3;
    private static final float PADDING = 1.2f;

    private record Row(String label, String value, Typeface typeface, float size, boolean shaded) {}

    private final Typesetter typesetter;
    private final List<Row> rows = new ArrayList<>();

    InvoiceTotals(Typesetter typesetter, InvoiceDocument invoice) {
        this.typesetter = typesetter;
        add("invoice.total", FrenchForms.amount(invoice.total()), Typeface.REGULAR, 9, false);
        if (!invoice.alreadyPaid().equals(Money.ZERO)) {
            boolean settles = invoice.alreadyPaid().isNegative();
            add(
                    settles ? "invoice.settles" : "invoice.already-paid",
                    FrenchForms.amountWithoutSign(invoice.alreadyPaid()),
                    Typeface.REGULAR,
                    9,
                    false);
        }
        boolean inFavour = invoice.balance().cents() < 0;
        add(
                inFavour ? "invoice.balance.in-favour" : "invoice.balance.due",
                FrenchForms.amountWithoutSign(invoice.balance()),
                Typeface.BOLD,
                10.5f,
                true);
        if (invoice.isSomethingLeftToPay()) {
            add("invoice.due-on", FrenchForms.day(invoice.dueOn()), Typeface.BOLD, 9, false);
        }
        if (invoice.owedBefore().isPositive()) {
            String label = DocumentWords.text("invoice.owed-before", FrenchForms.day(invoice.owedOn()));
            rows.add(new Row(label, FrenchForms.amount(invoice.owedBefore()), Typeface.REGULAR, 9, false));
        }
    }

    private void add(String key, String value, Typeface typeface, float size, boolean shaded) {
        rows.add(new Row(DocumentWords.text(key), value, typeface, size, shaded));
    }

    float height() {
        return GAP_ABOVE + rows.size() * ROW;
    }

    void draw(Sheet sheet, float top) {
        float y = top + GAP_ABOVE;
        for (Row row : rows) {
            Ink ink = row.typeface() == Typeface.BOLD ? Ink.ACCENT : Ink.TEXT;
            if (row.shaded()) {
                sheet.box(Ink.PANEL, LEFT, y, WIDTH, ROW);
            }
            float baseline = y + ROW / 2 + Millimetres.ofPoints(row.size() * 0.36f);
            sheet.text(typesetter.line(row.label(), row.typeface()), row.size(), ink, LEFT + PADDING, baseline);
            TextLine value = typesetter.line(row.value(), row.typeface());
            sheet.textEndingAt(value, row.size(), ink, LetterPaper.RIGHT - PADDING, baseline);
            y += ROW;
        }
    }
}
