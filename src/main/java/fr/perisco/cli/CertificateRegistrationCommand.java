package fr.perisco.cli;

import fr.perisco.domain.calendar.SchoolYear;
import fr.perisco.domain.reason.Misused;
import fr.perisco.workflow.DocumentMailing;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.RegistrationCertificates;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Certifies that children are registered. */
@Command
final class CertificateRegistrationCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "CHILD", arity = "0..1", descriptionKey = "arg.child")
    @Nullable
    String child;

    @Option(names = "--family", paramLabel = "FAMILY")
    @Nullable
    String family;

    @Option(names = "--activity", paramLabel = "ACTIVITY", descriptionKey = "filter.activity")
    @Nullable
    String activity;

    @Option(names = "--school-year", paramLabel = "2016-2017")
    @Nullable
    SchoolYear year;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE")
    @Nullable
    String output;

    @Option(names = "--mail", descriptionKey = "mail.option.mail")
    boolean mail;

    @Mixin
    DryRun dryRun = new DryRun();

    CertificateRegistrationCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (child == null && family == null) {
            throw Misused.because("certificate.child-or-family");
        }
        if (output == null && !mail) {
            throw Misused.because("certificate.output-or-mail");
        }
        if ("-".equals(output)) {
            throw Misused.because("pdf.not-on-stdout");
        }
        try (Office office = desk.open(dryRun.isSet())) {
            RegistrationCertificates.Order order = new RegistrationCertificates.Order(child, family, activity, year);
            if (output != null) {
                print(office, order, output);
            }
            if (mail) {
                new MailOutcome(desk).tell(new DocumentMailing(office).registrations(order));
            }
        }
        return ExitCode.OK;
    }

    private void print(Office office, RegistrationCertificates.Order order, String file) {
        RegistrationCertificates.Report report = new RegistrationCertificates(office).print(order, desk.output(file));
        if (!report.missingCharacters().isEmpty()) {
            desk.warn("pdf.missing-characters", file, report.missingCharacters());
        }
        String outcome = !report.written() ? "unchanged" : dryRun.isSet() ? "would" : "done";
        desk.say("certificate." + outcome, report.certificates(), file);
    }
}
