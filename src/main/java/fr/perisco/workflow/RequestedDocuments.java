package fr.perisco.workflow;

import fr.perisco.domain.calendar.SchoolYear;
import fr.perisco.domain.invoice.ListedInvoice;
import fr.perisco.domain.mail.MailKind;
import fr.perisco.domain.mail.MailSubject;
import fr.perisco.domain.payment.TaxYear;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reservation.PortalRequest;
import fr.perisco.domain.reservation.RequestOutcome;
import fr.perisco.domain.reservation.Verdict;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.InvoiceStore;
import fr.perisco.store.Journal;
import fr.perisco.store.RequestStore;
import fr.perisco.store.RequestStore.StoredRequest;
import fr.perisco.store.RollStore;
import fr.perisco.workflow.RequestProcess.Judged;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Queues the documents that families ask for through the portal: the invoices of a month, or the last one; the tax certificate of a
 * year, or of the last one; the registration certificates of a child, or of all. What waits already is not queued again. Only inside
 * an act.
 */
final class RequestedDocuments {
    private final Office office;
    private final RequestStore requests;
    private final Map<String, String> families;

    RequestedDocuments(Office office) {
        this.office = office;
        this.requests = new RequestStore(office.database());
        this.families = new RollStore(office.database()).logins();
    }

    /**
     * Judges all that was asked for by now. An office that sends no mails leaves them as they are.
     *
     * @param journals opens the journal of an act that counts at a moment
     */
    List<Judged> judge(Function<LocalDateTime, Journal> journals) {
        if (!MailIdentity.isSet(office)) {
            return List.of();
        }
        List<Judged> judged = new ArrayList<>();
        for (StoredRequest stored : requests.undecidedDocuments(office.now())) {
            PortalRequest request = stored.request();
            Journal journal = journals.apply(request.submittedAt());
            RequestOutcome outcome = decided(stored, journal);
            requests.decideDocument(stored, outcome, journal);
            judged.add(new Judged(
                    request.submittedAt(),
                    request.login(),
                    request.child(),
                    request.activity(),
                    request.unit(),
                    request.day(),
                    request.action().code(),
                    outcome));
        }
        return judged;
    }

    private RequestOutcome decided(StoredRequest stored, Journal journal) {
        try {
            return office.database().attempt(() -> {
                MailQueueing queueing = new MailQueueing(office);
                String family = familyOf(stored.request());
                switch (stored.request().action()) {
                    case INVOICE -> invoices(family, stored.request().day(), queueing);
                    case TAX_CERTIFICATE -> taxCertificate(family, stored.request(), queueing, journal);
                    default -> registrations(family, stored.request(), queueing);
                }
                queueing.queue(journal);
                return new RequestOutcome(Verdict.MAILED, null, null);
            });
        } catch (Refused refusal) {
            Reason reason = refusal.reasons().get(0);
            boolean other = reason.code().equals("request.other-family");
            return RequestOutcome.of(other ? Verdict.OTHER_FAMILY : Verdict.UNKNOWN, reason);
        }
    }

    private String familyOf(PortalRequest request) {
        String family = families.get(request.login());
        if (family == null) {
            throw Refused.because("unknown.login", request.login());
        }
        if (!request.child().isEmpty()) {
            long child = new FamilyStore(office.database())
                    .child(request.child())
                    .orElseThrow(() -> Refused.because("unknown.child", request.child()))
                    .id();
            if (!new RollStore(office.database())
                    .familiesOf(child, office.today())
                    .containsValue(family)) {
                throw Refused.because("request.other-family", request.login(), request.child());
            }
        }
        return family;
    }

    private void invoices(String family, @Nullable LocalDate day, MailQueueing queueing) {
        List<ListedInvoice> listed = new InvoiceStore(office.database())
                .list(InvoiceStore.Wanted.of(day == null ? null : YearMonth.from(day), family));
        if (listed.isEmpty()) {
            throw day == null
                    ? Refused.because("request.no-invoice", family)
                    : Refused.because("request.no-invoice-of", family, YearMonth.from(day));
        }
        Comparator<ListedInvoice> byIssue =
                Comparator.comparing(ListedInvoice::issuedOn).thenComparing(ListedInvoice::number);
        List<ListedInvoice> wanted =
                day == null ? List.of(listed.stream().max(byIssue).orElseThrow()) : listed;
        wanted.forEach(invoice ->
                queueing.addUnlessWaiting(MailKind.INVOICE, family, MailSubject.ofInvoice(invoice.number())));
    }

    private void taxCertificate(String family, PortalRequest request, MailQueueing queueing, Journal journal) {
        LocalDate day = request.day();
        TaxYear year = new TaxYear(day == null ? request.submittedAt().getYear() - 1 : day.getYear());
        String number = new TaxCertificates(office).standing(year, family, journal);
        queueing.addUnlessWaiting(MailKind.TAX_CERTIFICATE, family, MailSubject.ofTaxCertificate(number));
    }

    private void registrations(String family, PortalRequest request, MailQueueing queueing) {
        LocalDate day = request.day() == null ? request.submittedAt().toLocalDate() : request.day();
        SchoolYear year = SchoolYear.of(day);
        String child = request.child().isEmpty() ? null : request.child();
        new RegistrationCertificates(office)
                .certificates(new RegistrationCertificates.Order(child, family, null, year), office.today());
        queueing.addUnlessWaiting(
                MailKind.REGISTRATION_CERTIFICATE, family, MailSubject.ofRegistrations(child, null, year.firstDay()));
    }
}
