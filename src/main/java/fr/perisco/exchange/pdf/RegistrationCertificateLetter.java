package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.util.List;

/** A registration certificate as a letter: who certifies, what for whom, and where to sign. */
final class RegistrationCertificateLetter {
    private static final float TITLE_BASELINE = 112;
    private static final float TEXT_TOP = 119;
    private static final float TEXT_HEIGHT = 22;
    private static final float TABLE_TOP = 144;
    private static final float LETTERS = 10;

    private final RegistrationCertificate certificate;
    private final Typesetter typesetter = new Typesetter();
    private final LetterPaper paper = new LetterPaper(typesetter);
    private final Grid grid = new Grid(
            typesetter,
            List.of(
                    new Grid.Column(DocumentWords.text("certificate.registration.column.activity"), 76, false),
                    new Grid.Column(DocumentWords.text("certificate.registration.column.service"), 54, false),
                    new Grid.Column(DocumentWords.text("certificate.registration.column.from"), 25, false),
                    new Grid.Column(DocumentWords.text("certificate.registration.column.to"), 25, false)),
            9.5f);

    RegistrationCertificateLetter(RegistrationCertificate certificate) {
        this.certificate = certificate;
    }

    MissingCharacters drawTo(PdfFile file) throws IOException {
        Sheet sheet = file.nextPage();
        paper.drawFirstPage(sheet, certificate.office(), certificate.recipient());
        paper.drawTitle(sheet, DocumentWords.text("certificate.registration.title"), TITLE_BASELINE, LetterPaper.WIDTH);
        new TextBlock()
                .add(certified(), Typeface.REGULAR, Ink.TEXT, LETTERS)
                .draw(sheet, typesetter, LetterPaper.LEFT, TEXT_TOP, LetterPaper.WIDTH, TEXT_HEIGHT);
        drawFooter(sheet);
        CertificatePages pages = new CertificatePages(file, sheet, grid, this::drawFooter);
        pages.drawTable(rows(), TABLE_TOP);
        pages.drawEnd(
                new CertificateEnd(typesetter),
                DocumentWords.text("certificate.purpose"),
                certificate.office(),
                certificate.issuedOn());
        return typesetter.missingCharacters();
    }

    private List<Grid.Row> rows() {
        return certificate.places().stream()
                .map(place -> grid.row(
                        List.of(
                                place.activity(),
                                place.service(),
                                FrenchForms.day(place.from()),
                                FrenchForms.day(place.to())),
                        false))
                .toList();
    }

    private String certified() {
        String born = certificate
                .birth()
                .map(birth -> DocumentWords.text(form("born"), FrenchForms.day(birth)))
                .orElse("");
        String school = certificate.school().isEmpty()
                ? ""
                : DocumentWords.text("certificate.registration.school", certificate.school());
        return DocumentWords.text(
                form("text"), certificate.office().name(), certificate.child(), born, school, certificate.schoolYear());
    }

    /** Agreement with the child, or with none in particular. */
    private String form(String key) {
        String sex = certificate.sex().isEmpty() ? "either" : certificate.sex();
        return "certificate.registration." + key + "." + sex;
    }

    private void drawFooter(Sheet sheet) {
        paper.drawFooter(
                sheet,
                certificate.office().name() + " – " + DocumentWords.text("certificate.registration.title"),
                certificate.schoolYear());
    }
}
