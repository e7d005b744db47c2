package fr.perisco.workflow;

import fr.perisco.domain.invoice.ListedInvoice;
import fr.perisco.domain.mail.MailKind;
import fr.perisco.domain.mail.MailState;
import fr.perisco.domain.mail.MailSubject;
import fr.perisco.domain.mail.QueuedMail;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.InvoiceStore;
import fr.perisco.store.Journal;
import fr.perisco.store.MailStore;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Queues invoices and credit notes to be mailed, each once unless a clerk says so. */
public final class InvoiceMailing {
    /**
     * What to mail.
     *
     * @param number one document; null for all of the month
     * @param family only this family's; null for all
     * @param again whether those that were mailed go once more
     */
    public record Order(
            @Nullable String number,
            @Nullable YearMonth month,
            @Nullable String family,
            boolean again) {}

    /**
     * A document.
     *
     * @param mail its number in the queue; 0 in a rehearsal
     * @param isNew whether it is queued by this order
     * @param state of its mail
     * @param reply the server's last words; empty for none
     * @param reason why its mail is where it is, where no server said so
     */
    public record Line(
            String number,
            String family,
            String to,
            long mail,
            boolean isNew,
            MailState state,
            String reply,
            @Nullable Reason reason) {
        private Line after(MailSending.Line sent) {
            return new Line(
                    number,
                    family,
                    sent.mail().recipient(),
                    mail,
                    isNew,
                    sent.state(),
                    sent.delivery().reply(),
                    sent.delivery().reason());
        }
    }

    /**
     * @param lines the documents that have a mail, this one's or an earlier one
     * @param withoutAddress families that no mail can reach
     */
    public record Report(List<Line> lines, List<Reason> withoutAddress) {
        public Report {
            lines = List.copyOf(lines);
            withoutAddress = List.copyOf(withoutAddress);
        }

        public int queued() {
            return (int) lines.stream().filter(Line::isNew).count();
        }

        /** Those whose mails were set aside, now or before: deferred, failed or in doubt. */
        public List<Line> linesSetAside() {
            return lines.stream().filter(line -> line.state().isSetAside()).toList();
        }

        /** The same documents with what became of their mails. */
        public Report after(MailSending.Report sending) {
            Map<Long, MailSending.Line> sent = new HashMap<>();
            sending.lines().forEach(line -> sent.put(line.mail().id(), line));
            return new Report(
                    lines.stream()
                            .map(line -> {
                                MailSending.Line of = sent.get(line.mail());
                                return of == null ? line : line.after(of);
                            })
                            .toList(),
                    withoutAddress);
        }

        /** The mails to send, the new ones and those that wait, so that a call that was cut short is finished by the same call. */
        public List<Long> toSend() {
            return lines.stream()
                    .filter(line -> line.state().isToSend())
                    .map(Line::mail)
                    .toList();
        }
    }

    private final Office office;
    private final InvoiceStore invoices;
    private final MailStore store;

    public InvoiceMailing(Office office) {
        this.office = office;
        this.invoices = new InvoiceStore(office.database());
        this.store = new MailStore(office.database());
    }

    /**
     * Queues what is not queued yet.
     *
     * @throws Refused when the invoice or family is unknown, no mail can reach the family of a single invoice, or the setup does not
     *     say who mails come from
     */
    public Report queue(Order order) {
        return office.act("invoice send", null, journal -> queue(order, journal));
    }

    private Report queue(Order order, Journal journal) {
        MailIdentity.of(office);
        new FamilyCodes(office).requireKnown(order.family());
        Map<String, QueuedMail> known = new HashMap<>();
        store.invoiceMails(order.month(), order.number())
                .forEach(mail -> known.put(Objects.requireNonNull(mail.subject().invoice()), mail));
        MailQueueing queueing = new MailQueueing(office);
        List<Line> lines = new ArrayList<>();
        for (Document document : documents(order)) {
            QueuedMail former = known.get(document.number());
            boolean isQueued =
                    former != null && (!order.again() || former.state().isToSend());
            if (former != null && isQueued) {
                lines.add(new Line(
                        document.number(),
                        document.family(),
                        former.recipient(),
                        former.id(),
                        false,
                        former.state(),
                        former.reply(),
                        former.reason()));
            } else {
                queueing.add(MailKind.INVOICE, document.family(), MailSubject.ofInvoice(document.number()));
            }
        }
        if (order.number() != null && !queueing.withoutAddress().isEmpty()) {
            throw new Refused(queueing.withoutAddress());
        }
        List<Long> ids = queueing.queue(journal);
        for (int i = 0; i < ids.size(); i++) {
            MailStore.NewMail mail = queueing.mails().get(i);
            lines.add(new Line(
                    Objects.requireNonNull(mail.subject().invoice()),
                    mail.familyCode(),
                    mail.recipient(),
                    office.isRehearsal() ? 0 : ids.get(i),
                    true,
                    MailState.WAITING,
                    "",
                    null));
        }
        lines.sort((one, other) -> one.number().compareTo(other.number()));
        return new Report(lines, queueing.withoutAddress());
    }

    private record Document(String number, String family) {}

    private List<Document> documents(Order order) {
        String number = order.number();
        if (number != null) {
            return List.of(invoices.find(number)
                    .map(invoice -> new Document(number, invoice.familyCode()))
                    .orElseThrow(() -> Refused.because("unknown.invoice", number)));
        }
        return invoices.list(InvoiceStore.Wanted.of(order.month(), order.family())).stream()
                .map(InvoiceMailing::document)
                .toList();
    }

    private static Document document(ListedInvoice invoice) {
        return new Document(invoice.number(), invoice.familyCode());
    }
}
