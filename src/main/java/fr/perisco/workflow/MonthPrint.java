package fr.perisco.workflow;

import fr.perisco.domain.report.MonthReport;
import fr.perisco.exchange.chart.ChartPicture;
import fr.perisco.exchange.chart.ChartSheet;
import fr.perisco.exchange.pdf.MonthCharts;
import fr.perisco.exchange.pdf.MonthReportPdf;
import fr.perisco.store.SetupStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** Prints a month's report, or its charts alone. */
public final class MonthPrint {
    /**
     * @param written files that are new or other than before
     * @param unchanged files that were there already with the same content
     * @param missing the characters that no font has; empty when there is none
     */
    public record Report(int written, int unchanged, String missing) {}

    private final Office office;

    public MonthPrint(Office office) {
        this.office = office;
    }

    /** Figures and charts as one PDF. */
    public Report document(MonthReport report, Path file) {
        SetupStore setup = new SetupStore(office.database());
        String school = setup.schools().stream()
                .filter(candidate -> candidate.code().equals(report.scope().school()))
                .map(candidate -> candidate.name())
                .findFirst()
                .orElse("");
        String activity = setup.activities().stream()
                .filter(candidate -> candidate.code().equals(report.scope().activity()))
                .map(candidate -> candidate.label())
                .findFirst()
                .orElse("");
        PrintedPdf.Outcome outcome = PrintedPdf.put(
                office,
                file,
                out -> new MonthReportPdf()
                        .write(report, InvoiceDocuments.head(setup.settings()), school, activity, out));
        return new Report(outcome.isNew() ? 1 : 0, outcome.isNew() ? 0 : 1, outcome.missing());
    }

    /** All charts in one picture. */
    public Report picture(MonthReport report, Path file) {
        boolean isNew = put(new MonthCharts(report).together(), file);
        return new Report(isNew ? 1 : 0, isNew ? 0 : 1, "");
    }

    /** A picture a chart, in a folder. */
    public Report pictures(MonthReport report, Path folder) {
        Map<String, ChartSheet> sheets = new MonthCharts(report).apart();
        int written = 0;
        for (Map.Entry<String, ChartSheet> sheet : sheets.entrySet()) {
            written += put(sheet.getValue(), folder.resolve(sheet.getKey())) ? 1 : 0;
        }
        return new Report(written, sheets.size() - written, "");
    }

    private boolean put(ChartSheet sheet, Path file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ChartPicture.write(sheet, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PrintedFile.put(office, file, bytes.toByteArray());
    }
}
