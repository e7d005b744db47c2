package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes registration certificates, each on pages of its own. */
public final class RegistrationCertificatePdf {
    /**
     * Writes one file with all of them.
     *
     * @param certificates at least one
     * @param out gets the PDF; flushed in the end, never closed
     * @return the characters that {@code □} stands for, usually none
     * @throws IOException when {@code out} can't be written
     */
    public MissingCharacters write(List<RegistrationCertificate> certificates, OutputStream out) throws IOException {
        PdfFile file = new PdfFile(
                out,
                DocumentWords.text("certificate.registration.title"),
                certificates.get(0).issuedOn());
        SortedSet<Integer> missing = new TreeSet<>();
        for (RegistrationCertificate certificate : certificates) {
            missing.addAll(
                    new RegistrationCertificateLetter(certificate).drawTo(file).codePoints());
        }
        file.finish();
        return new MissingCharacters(missing);
    }
}
