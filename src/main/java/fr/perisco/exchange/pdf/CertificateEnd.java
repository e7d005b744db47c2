package fr.perisco.exchange.pdf;

import java.time.LocalDate;

/** How a certificate ends: a last sentence, place and day, and where to sign. */
final class CertificateEnd {
    static final float HEIGHT = 44;

    private static final float SIGNATURE_LEFT = 110;
    private static final float LETTERS = 10;

    private final Typesetter typesetter;

    CertificateEnd(Typesetter typesetter) {
        this.typesetter = typesetter;
    }

    void draw(Sheet sheet, String sentence, OfficeHead office, LocalDate issuedOn, float top) {
        new TextBlock()
                .add(sentence, Typeface.REGULAR, Ink.TEXT, LETTERS)
                .draw(sheet, typesetter, LetterPaper.LEFT, top, LetterPaper.WIDTH, 12);
        String day = FrenchForms.day(issuedOn);
        new TextBlock()
                .add(
                        office.city().isBlank()
                                ? DocumentWords.text("certificate.made-on", day)
                                : DocumentWords.text("certificate.made-at", office.city(), day),
                        Typeface.REGULAR,
                        Ink.TEXT,
                        LETTERS)
                .gap(1.5f)
                .add(DocumentWords.text("certificate.signature"), Typeface.REGULAR, Ink.MUTED, 9)
                .draw(sheet, typesetter, SIGNATURE_LEFT, top + 14, LetterPaper.RIGHT - SIGNATURE_LEFT, 20);
    }
}
