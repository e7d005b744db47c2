package fr.perisco.workflow;

import fr.perisco.domain.office.OfficeSettings;
import fr.perisco.domain.payment.TaxCertificate;
import fr.perisco.domain.payment.TaxYear;
import fr.perisco.domain.reason.Reason;
import fr.perisco.exchange.pdf.MissingCharacters;
import fr.perisco.exchange.pdf.TaxCertificateDocument;
import fr.perisco.exchange.pdf.TaxCertificatePdf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes issued tax certificates: all of each as on its day of issue, so that a reprint is the same for ever. */
final class TaxCertificatePrint {
    private final Office office;
    private final List<Reason> notices = new ArrayList<>();

    TaxCertificatePrint(Office office) {
        this.office = office;
    }

    /** Which letters no font has. */
    List<Reason> notices() {
        return List.copyOf(notices);
    }

    /** All into one file; how many files are new or other than before. */
    int oneFile(List<TaxCertificate> certificates, Path file) {
        return certificates.isEmpty() ? 0 : put(certificates, file);
    }

    /** Each into a file named after its number; how many files are new or other than before. */
    int folder(List<TaxCertificate> certificates, Path folder) {
        int written = 0;
        for (TaxCertificate certificate : certificates) {
            written += put(List.of(certificate), folder.resolve(certificate.number() + ".pdf"));
        }
        return written;
    }

    private int put(List<TaxCertificate> certificates, Path file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            MissingCharacters missing = new TaxCertificatePdf()
                    .write(
                            certificates.stream()
                                    .map(TaxCertificatePrint::document)
                                    .toList(),
                            bytes);
            if (!missing.isEmpty()) {
                notices.add(Reason.of("pdf.missing-characters", file.getFileName(), missing.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PrintedFile.put(office, file, bytes.toByteArray()) ? 1 : 0;
    }

    static TaxCertificateDocument document(TaxCertificate certificate) {
        fr.perisco.domain.invoice.Recipient recipient = certificate.recipient();
        return new TaxCertificateDocument(
                InvoiceDocuments.head(
                        OfficeSettings.ofLetterhead(certificate.letterhead().text())),
                InvoiceDocuments.recipient(recipient),
                certificate.number(),
                certificate.year().year(),
                TaxYear.AGE_LIMIT,
                certificate.lines().stream()
                        .map(line -> new TaxCertificateDocument.Child(line.childName(), line.birthOn(), line.amount()))
                        .toList(),
                certificate.total(),
                Optional.ofNullable(certificate.replaces()),
                certificate.issuedOn());
    }
}
