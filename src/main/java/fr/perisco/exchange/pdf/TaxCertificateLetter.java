package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A tax certificate as a letter: who was paid by whom, child by child, in which year. */
final class TaxCertificateLetter {
    private static final float TITLE_BASELINE = 112;
    private static final float TEXT_TOP = 119;
    private static final float TEXT_HEIGHT = 30;
    private static final float TABLE_TOP = 152;
    private static final float LETTERS = 10;

    private final TaxCertificateDocument certificate;
    private final Typesetter typesetter = new Typesetter();
    private final LetterPaper paper = new LetterPaper(typesetter);
    private final Grid grid = new Grid(
            typesetter,
            List.of(
                    new Grid.Column(DocumentWords.text("certificate.tax.column.child"), 96, false),
                    new Grid.Column(DocumentWords.text("certificate.tax.column.birth"), 42, false),
                    new Grid.Column(DocumentWords.text("certificate.tax.column.amount"), 42, true)),
            9.5f);

    TaxCertificateLetter(TaxCertificateDocument certificate) {
        this.certificate = certificate;
    }

    MissingCharacters drawTo(PdfFile file) throws IOException {
        Sheet sheet = file.nextPage();
        paper.drawFirstPage(sheet, certificate.office(), certificate.recipient());
        paper.drawTitle(sheet, title(), TITLE_BASELINE, LetterPaper.WIDTH);
        drawText(sheet);
        drawFooter(sheet);
        CertificatePages pages = new CertificatePages(file, sheet, grid, this::drawFooter);
        pages.drawTable(rows(), TABLE_TOP);
        pages.drawEnd(
                new CertificateEnd(typesetter),
                DocumentWords.text("certificate.tax.excluded"),
                certificate.office(),
                certificate.issuedOn());
        return typesetter.missingCharacters();
    }

    private String title() {
        return DocumentWords.text("certificate.tax.title", certificate.number());
    }

    private void drawText(Sheet sheet) {
        String year = Integer.toString(certificate.year());
        TextBlock text = new TextBlock()
                .add(
                        DocumentWords.text(
                                "certificate.tax.text",
                                provider(),
                                certificate.recipient().names().get(0),
                                year,
                                Integer.toString(certificate.ageLimit())),
                        Typeface.REGULAR,
                        Ink.TEXT,
                        LETTERS);
        certificate
                .replaces()
                .ifPresent(former -> text.gap(1.5f)
                        .add(DocumentWords.text("certificate.tax.replaces", former), Typeface.BOLD, Ink.TEXT, LETTERS));
        text.draw(sheet, typesetter, LetterPaper.LEFT, TEXT_TOP, LetterPaper.WIDTH, TEXT_HEIGHT);
    }

    private String provider() {
        String address = certificate.office().addressInOneLine();
        return address.isEmpty()
                ? certificate.office().name()
                : certificate.office().name() + " (" + address + ")";
    }

    private List<Grid.Row> rows() {
        List<Grid.Row> rows = new ArrayList<>();
        for (TaxCertificateDocument.Child child : certificate.children()) {
            rows.add(grid.row(
                    List.of(child.name(), FrenchForms.day(child.birthOn()), FrenchForms.amount(child.amount())),
                    false));
        }
        rows.add(grid.strongRow(List.of(
                DocumentWords.text("certificate.tax.total", Integer.toString(certificate.year())),
                "",
                FrenchForms.amount(certificate.total()))));
        return rows;
    }

    private void drawFooter(Sheet sheet) {
        paper.drawFooter(sheet, certificate.office().name() + " – " + title(), Integer.toString(certificate.year()));
    }
}
