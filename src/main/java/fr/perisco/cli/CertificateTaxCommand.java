package fr.perisco.cli;

import fr.perisco.domain.payment.TaxYear;
import fr.perisco.domain.reason.Misused;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.TaxCertificates;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Certifies what families paid in a year for the care of their young children. */
@Command
final class CertificateTaxCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "YEAR")
    TaxYear year = new TaxYear(0);

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|DIR")
    @Nullable
    String output;

    @Mixin
    DryRun dryRun = new DryRun();

    CertificateTaxCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if ("-".equals(output)) {
            throw Misused.because("pdf.not-on-stdout");
        }
        try (Office office = desk.open(dryRun.isSet())) {
            TaxCertificates certificates = new TaxCertificates(office);
            if (output == null) {
                tell(certificates.list(year, family));
            } else {
                boolean oneFile =
                        family != null || output.toLowerCase(Locale.ROOT).endsWith(".pdf");
                TaxCertificates.Report report = certificates.print(year, family, desk.file(output), oneFile);
                tell(report);
                desk.say(
                        dryRun.isSet() ? "certificate.tax.would" : "certificate.tax.done",
                        report.issued(),
                        report.replacing(),
                        report.written(),
                        output);
            }
        }
        return ExitCode.OK;
    }

    private void tell(TaxCertificates.Report report) {
        desk.print(TaxTables.certified(report, year));
        report.notices().forEach(desk::warn);
        if (report.nothing() > 0) {
            desk.inform("certificate.tax.without", report.nothing());
        }
    }
}
