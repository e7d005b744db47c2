package fr.perisco.cli;

import fr.perisco.domain.mail.MailFilter;
import fr.perisco.domain.mail.MailState;
import fr.perisco.domain.reason.Reason;
import fr.perisco.workflow.DocumentMailing;
import fr.perisco.workflow.InvoiceMailing;
import fr.perisco.workflow.MailRoute;
import fr.perisco.workflow.MailSending;
import fr.perisco.workflow.Office;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends mails, and tells what became of them. */
final class MailOutcome {
    private final Desk desk;

    MailOutcome(Desk desk) {
        this.desk = desk;
    }

    /** Tells which documents were queued. */
    void tell(DocumentMailing.Report report) {
        report.withoutAddress().forEach(desk::warn);
        desk.say(desk.hasRehearsed() ? "mail.queued.would" : "mail.queued", report.queued(), report.before());
    }

    /**
     * Sends the mails of documents, and lists these.
     *
     * @param verbose whether a person is told of those that went well, too; scripts always are
     */
    int send(Office office, InvoiceMailing.Report report, MailRoute route, int perMinute, boolean verbose) {
        MailSending.Report sent = sent(office, MailFilter.ALL, Set.copyOf(report.toSend()), route, perMinute);
        list(report.after(sent), verbose);
        return tell(sent);
    }

    /**
     * Lists documents with their mails.
     *
     * @param verbose whether a person is told of those that went well or wait, too; scripts always are
     */
    void list(InvoiceMailing.Report report, boolean verbose) {
        List<InvoiceMailing.Line> lines = MailListing.isOfAll(desk, verbose) ? report.lines() : report.linesSetAside();
        if (desk.wantsList(lines.isEmpty())) {
            desk.print(MailTables.invoices(desk, lines));
        }
    }

    /**
     * Sends these mails, and lists them.
     *
     * @param verbose whether a person is told of those that went well, too; scripts always are
     */
    int sendListed(Office office, Collection<Long> ids, MailRoute route, int perMinute, boolean verbose) {
        return list(sent(office, MailFilter.ALL, Set.copyOf(ids), route, perMinute), verbose);
    }

    /**
     * Sends all that is due, and lists it.
     *
     * @param verbose whether a person is told of those that went well, too; scripts always are
     */
    int send(Office office, MailFilter filter, MailRoute route, int perMinute, boolean verbose) {
        return list(sent(office, filter, null, route, perMinute), verbose);
    }

    private int list(MailSending.Report report, boolean verbose) {
        List<MailSending.Line> lines = MailListing.isOfAll(desk, verbose) ? report.lines() : report.linesSetAside();
        if (desk.wantsList(lines.isEmpty())) {
            desk.print(MailTables.sent(desk, lines));
        }
        return tell(report);
    }

    private MailSending.Report sent(
            Office office, MailFilter filter, @Nullable Set<Long> only, MailRoute route, int perMinute) {
        try (Progress progress = Progress.of(desk)) {
            return new MailSending(office, desk.surroundings().clock(), desk.random(), progress)
                    .send(new MailSending.Order(filter, only, perMinute), route);
        }
    }

    private void tellDoubt(MailSending.Report report) {
        if (report.inDoubt() > 0) {
            desk.inform("mail.send.uncertain", report.inDoubt());
        }
    }

    private int tell(MailSending.Report report) {
        if (report.isOtherAtWork()) {
            desk.say("mail.send.other", report.left());
            return ExitCode.OK;
        }
        if (desk.hasRehearsed()) {
            desk.say("mail.send.would", report.left(), report.later());
            return ExitCode.OK;
        }
        if (report.lines().isEmpty() && report.away() == null) {
            desk.say("mail.send.nothing", report.later());
            tellDoubt(report);
            return ExitCode.OK;
        }
        Reason counts = Reason.of(
                "mail.send.done",
                report.count(MailState.SENT),
                report.count(MailState.DEFERRED),
                report.count(MailState.FAILED),
                report.count(MailState.UNCERTAIN));
        desk.say(counts);
        if (desk.isQuiet() && report.setAside() > 0) {
            desk.complain(counts.code(), counts.details().toArray());
        }
        tellDoubt(report);
        if (report.away() != null) {
            desk.complain("error", desk.words().say(report.away()));
            desk.inform("mail.send.left", report.left());
            return ExitCode.UNAVAILABLE;
        }
        return report.setAside() > 0 ? ExitCode.PARTIAL : ExitCode.OK;
    }
}
