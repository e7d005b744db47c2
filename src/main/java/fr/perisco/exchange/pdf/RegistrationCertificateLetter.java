package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.util.List;

/** A registration certificate as a letter: who certifies, what for whom, and where to sign. */
final class RegistrationCertificateLetter {
    private static final float TITLE_BASELINE = 112;
    private static final float TEXT_TOP = 119;
    private static final float TEXT_HEIGHT = 22;
    private static final float TABLE_TOP = 144;
    private static final float NEXT_TABLE_TOP = 25;
    private static final float END_GAP = 6;
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
        float y = drawHeading(sheet, TABLE_TOP);
        boolean first = true;
        for (RegistrationCertificate.Place place : certificate.places()) {
            Grid.Row row = grid.row(
                    List.of(
                            place.activity(),
                            place.service(),
                            FrenchForms.day(place.from()),
                            FrenchForms.day(place.to())),
                    false);
            if (y + row.height() > LetterPaper.BOTTOM) {
                sheet = nextPage(file);
                y = drawHeading(sheet, NEXT_TABLE_TOP);
                first = true;
            }
            grid.drawRow(sheet, row, first, LetterPaper.LEFT, y);
            y += row.height();
            first = false;
        }
        if (y + END_GAP + CertificateEnd.HEIGHT > LetterPaper.BOTTOM) {
            sheet = nextPage(file);
            y = NEXT_TABLE_TOP;
        }
        new CertificateEnd(typesetter)
                .draw(
                        sheet,
                        DocumentWords.text("certificate.purpose"),
                        certificate.office(),
                        certificate.issuedOn(),
                        y + END_GAP);
        return typesetter.missingCharacters();
    }

    private Sheet nextPage(PdfFile file) throws IOException {
        Sheet sheet = file.nextPage();
        drawFooter(sheet);
        return sheet;
    }

    private float drawHeading(Sheet sheet, float top) {
        grid.drawHeading(sheet, LetterPaper.LEFT, top);
        return top + grid.headingHeight();
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
