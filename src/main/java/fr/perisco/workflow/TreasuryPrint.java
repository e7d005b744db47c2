package fr.perisco.workflow;

import fr.perisco.domain.office.OfficeSettings;
import fr.perisco.domain.recovery.TreasuryList;
import fr.perisco.exchange.csv.TreasuryCsv;
import fr.perisco.exchange.pdf.TreasuryPdf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/** Writes what was handed over to the treasury, as it was on that day, so that a reprint is the same for ever. */
final class TreasuryPrint {
    private final Office office;
    private String missing = "";

    TreasuryPrint(Office office) {
        this.office = office;
    }

    /** Characters that no font has; usually empty. */
    String missingCharacters() {
        return missing;
    }

    /** Writes a PDF, or a CSV file by its name; whether the file is new or other than before. */
    boolean put(TreasuryList list, Path file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (isCsv(file)) {
            TreasuryCsv.write(list, bytes);
        } else {
            try {
                missing = new TreasuryPdf()
                        .write(
                                InvoiceDocuments.head(OfficeSettings.ofLetterhead(
                                        list.letterhead().text())),
                                list,
                                bytes)
                        .toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return PrintedFile.put(office, file, bytes.toByteArray());
    }

    private static boolean isCsv(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }
}
