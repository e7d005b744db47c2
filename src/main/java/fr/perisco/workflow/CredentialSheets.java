package fr.perisco.workflow;

import fr.perisco.domain.credential.CredentialFamily;
import fr.perisco.domain.credential.Pupil;
import fr.perisco.domain.credential.TemporaryPassword;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.office.OfficeSettings;
import fr.perisco.domain.reason.Reason;
import fr.perisco.exchange.pdf.CredentialPdf;
import fr.perisco.exchange.pdf.CredentialPrintFile;
import fr.perisco.exchange.pdf.CredentialSheet;
import fr.perisco.exchange.pdf.MissingCharacters;
import fr.perisco.exchange.pdf.OfficeHead;
import fr.perisco.exchange.pdf.Recipient;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Prints families' sheets. A sheet is for the reference guardian alone: theirs is the login. */
final class CredentialSheets {
    private final CredentialPdf pdf = new CredentialPdf();
    private final OfficeHead head;
    private final Optional<String> portalUrl;
    private final LocalDate issuedOn;

    CredentialSheets(OfficeSettings settings, LocalDate issuedOn) {
        this.head = InvoiceDocuments.head(settings);
        this.portalUrl = settings.portalUrl();
        this.issuedOn = issuedOn;
    }

    /**
     * A file for each family and one with all of them.
     *
     * @return which sheets hold letters that no font has
     */
    List<Reason> print(List<CredentialFamily> families, Map<Long, DrawnPassword> drawn, SheetBatch batch) {
        List<Reason> missing = new ArrayList<>();
        List<CredentialSheet> sheets = new ArrayList<>();
        for (CredentialFamily family : families) {
            CredentialSheet sheet =
                    sheet(family, Objects.requireNonNull(drawn.get(family.id())).password());
            sheets.add(sheet);
            batch.add(SheetBatch.nameFor(family.code()), out -> {
                MissingCharacters unknown = single(sheet, out);
                if (!unknown.isEmpty()) {
                    missing.add(Reason.of("credential.missing-characters", family.code(), unknown.toString()));
                }
            });
        }
        batch.add(SheetBatch.PRINT, out -> all(sheets, out));
        return missing;
    }

    /**
     * One family's sheet.
     *
     * @return the characters that no font has
     */
    String print(CredentialFamily family, DrawnPassword drawn, OutputStream out) {
        return single(sheet(family, drawn.password()), out).toString();
    }

    private MissingCharacters single(CredentialSheet sheet, OutputStream out) {
        try {
            return pdf.write(sheet, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void all(List<CredentialSheet> sheets, OutputStream out) {
        try (CredentialPrintFile file = pdf.printFile(out, issuedOn)) {
            if (sheets.size() > 1) {
                file.addIndex(sheets);
            }
            for (CredentialSheet sheet : sheets) {
                file.add(sheet);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CredentialSheet sheet(CredentialFamily family, TemporaryPassword password) {
        return new CredentialSheet(
                head,
                recipient(family.family()),
                family.login(),
                password.text(),
                family.pupils().stream().map(CredentialSheets::child).toList(),
                portalUrl,
                issuedOn);
    }

    private static Recipient recipient(Family family) {
        return new Recipient(
                List.of(family.guardian().fullName()), List.of(family.address()), family.postcode(), family.city());
    }

    private static CredentialSheet.Pupil child(Pupil pupil) {
        return new CredentialSheet.Pupil(pupil.child().fullName(), pupil.school(), pupil.schoolClass());
    }
}
