package fr.perisco.exchange.pdf;

import fr.perisco.domain.report.MonthReport;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a month's report: its figures, then its charts. The same report gives the same bytes. */
public final class MonthReportPdf {
    /**
     * Writes a PDF; the stream is flushed, never closed.
     *
     * @param schoolName of the scope's school; empty where it has none
     * @param activityLabel of the scope's activity; empty where it has none
     * @return the characters that {@code □} stands for, usually none
     * @throws IOException when {@code out} can't be written
     */
    public MissingCharacters write(
            MonthReport report, OfficeHead head, String schoolName, String activityLabel, OutputStream out)
            throws IOException {
        PdfFile file = new PdfFile(
                out,
                DocumentWords.text(
                        "month.title", FrenchForms.month(report.scope().month())),
                report.asOf());
        MissingCharacters missing = new MonthReportPages(report, head, schoolName, activityLabel).drawTo(file);
        file.finish();
        return missing;
    }
}
