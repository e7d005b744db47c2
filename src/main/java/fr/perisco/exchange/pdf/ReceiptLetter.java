package fr.perisco.exchange.pdf;

import fr.perisco.domain.payment.PaymentMethod;
import fr.perisco.domain.payment.PaymentReceipt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The receipt of a payment as a letter: how much, in figures and words, how and when, and what it settled. */
final class ReceiptLetter {
    private static final float TITLE_BASELINE = 112;
    private static final float TEXT_TOP = 119;
    private static final float TEXT_HEIGHT = 36;
    private static final float TABLE_TOP = 158;
    private static final float LETTERS = 10;

    private final ReceiptDocument document;
    private final PaymentReceipt receipt;
    private final Typesetter typesetter = new Typesetter();
    private final LetterPaper paper = new LetterPaper(typesetter);
    private final Grid grid = new Grid(
            typesetter,
            List.of(
                    new Grid.Column(DocumentWords.text("receipt.column.invoice"), 96, false),
                    new Grid.Column(DocumentWords.text("receipt.column.amount"), 42, true),
                    new Grid.Column(DocumentWords.text("receipt.column.balance"), 42, true)),
            9.5f);
    private int pages;

    ReceiptLetter(ReceiptDocument document) {
        this.document = document;
        this.receipt = document.receipt();
    }

    static String title(PaymentReceipt receipt) {
        return DocumentWords.text("receipt.title", Long.toString(receipt.id()));
    }

    MissingCharacters drawTo(PdfFile file) throws IOException {
        Sheet sheet = file.nextPage();
        paper.drawFirstPage(sheet, document.office(), document.recipient());
        paper.drawTitle(sheet, title(receipt), TITLE_BASELINE, LetterPaper.WIDTH);
        drawText(sheet);
        drawFooter(sheet);
        CertificatePages table = new CertificatePages(file, sheet, grid, this::drawFooter);
        table.drawTable(rows(), TABLE_TOP);
        table.drawEnd(
                new CertificateEnd(typesetter),
                DocumentWords.text("receipt.end"),
                document.office(),
                receipt.recordedOn());
        return typesetter.missingCharacters();
    }

    private void drawText(Sheet sheet) {
        TextBlock text = new TextBlock()
                .add(
                        DocumentWords.text(
                                "receipt.text",
                                document.office().name(),
                                payer(),
                                FrenchForms.amount(receipt.amount()),
                                AmountInWords.of(receipt.amount()),
                                how(),
                                FrenchForms.dayInWords(receipt.receivedOn())),
                        Typeface.REGULAR,
                        Ink.TEXT,
                        LETTERS)
                .gap(1)
                .add(DocumentWords.text("receipt.family", receipt.familyCode()), Typeface.REGULAR, Ink.MUTED, 9);
        if (receipt.bouncedOn() != null) {
            text.gap(1.5f)
                    .add(
                            DocumentWords.text("receipt.bounced", FrenchForms.day(receipt.bouncedOn())),
                            Typeface.BOLD,
                            Ink.TEXT,
                            LETTERS);
        }
        for (PaymentReceipt.Refunded refunded : receipt.refunded()) {
            text.gap(1.5f)
                    .add(
                            DocumentWords.text(
                                    "receipt.refunded",
                                    FrenchForms.amount(refunded.amount()),
                                    FrenchForms.day(refunded.paidOn())),
                            Typeface.BOLD,
                            Ink.TEXT,
                            LETTERS);
        }
        text.draw(sheet, typesetter, LetterPaper.LEFT, TEXT_TOP, LetterPaper.WIDTH, TEXT_HEIGHT);
    }

    private String payer() {
        String family = document.recipient().names().get(0);
        return receipt.drawer().isEmpty() ? family : DocumentWords.text("receipt.drawer", receipt.drawer(), family);
    }

    private String how() {
        String method = DocumentWords.text("receipt.by." + receipt.method().code());
        if (receipt.reference().isEmpty()) {
            return method;
        }
        String key = receipt.method() == PaymentMethod.CHEQUE ? "receipt.cheque-number" : "receipt.reference";
        return DocumentWords.text(key, method, receipt.reference());
    }

    private List<Grid.Row> rows() {
        List<Grid.Row> rows = new ArrayList<>();
        for (PaymentReceipt.Settled settled : receipt.settled()) {
            rows.add(grid.row(
                    List.of(
                            settled.invoice(),
                            FrenchForms.amount(settled.amount()),
                            FrenchForms.amount(settled.balance())),
                    false));
        }
        if (receipt.covered().isPositive()) {
            rows.add(grid.row(
                    List.of(DocumentWords.text("receipt.covered"), FrenchForms.amount(receipt.covered()), ""), false));
        }
        if (receipt.credit().isPositive()) {
            rows.add(grid.row(
                    List.of(DocumentWords.text("receipt.credit"), FrenchForms.amount(receipt.credit()), ""), false));
        }
        rows.add(
                grid.strongRow(List.of(DocumentWords.text("receipt.total"), FrenchForms.amount(receipt.amount()), "")));
        return rows;
    }

    private void drawFooter(Sheet sheet) {
        pages++;
        paper.drawFooter(
                sheet,
                document.office().name() + " – " + title(receipt),
                DocumentWords.text("receipt.page", Integer.toString(pages)));
    }
}
