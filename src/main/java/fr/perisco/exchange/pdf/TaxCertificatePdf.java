package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes tax certificates, each on pages of its own. */
public final class TaxCertificatePdf {
    /**
     * Writes one file with all of them.
     *
     * @param certificates at least one
     * @param out gets the PDF; flushed in the end, never closed
     * @return the characters that {@code □} stands for, usually none
     * @throws IOException when {@code out} can't be written
     */
    public MissingCharacters write(List<TaxCertificateDocument> certificates, OutputStream out) throws IOException {
        LocalDate last = certificates.stream()
                .map(TaxCertificateDocument::issuedOn)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        String title = certificates.size() == 1
                ? DocumentWords.text(
                        "certificate.tax.title", certificates.get(0).number())
                : DocumentWords.text(
                        "certificate.tax.all",
                        Integer.toString(certificates.get(0).year()));
        PdfFile file = new PdfFile(out, title, last);
        SortedSet<Integer> missing = new TreeSet<>();
        for (TaxCertificateDocument certificate : certificates) {
            missing.addAll(new TaxCertificateLetter(certificate).drawTo(file).codePoints());
        }
        file.finish();
        return new MissingCharacters(missing);
    }
}
