package fr.perisco.workflow;

import fr.perisco.domain.invoice.Cancellation;
import fr.perisco.domain.invoice.InvoiceContent;
import fr.perisco.domain.invoice.IssuedInvoice;
import fr.perisco.domain.invoice.Letterhead;
import fr.perisco.domain.invoice.NumberPattern;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.office.OfficeSettings;
import fr.perisco.domain.payment.Allocation;
import fr.perisco.domain.payment.Credit;
import fr.perisco.domain.payment.OpenInvoice;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.AdjustmentStore;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.InvoiceIssue;
import fr.perisco.store.InvoiceStore;
import fr.perisco.store.Journal;
import fr.perisco.store.PaymentStore;
import fr.perisco.store.SetupStore;
import fr.perisco.store.TreasuryStore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cancels an invoice by a credit note that takes back each of its lines. What the invoice still asked for is settled by it,
 * the rest is the family's credit; the days are free to be invoiced again.
 */
public final class InvoiceCancellation {
    /**
     * @param number of the credit note
     * @param cancelled of the invoice
     * @param month that can be invoiced again
     * @param amount of the credit note, negative
     * @param settled what of it settles the invoice's balance
     * @param issued false when the invoice was cancelled already
     * @param treasuryList the treasury's list that the invoice stands on; null when it stands on none
     */
    public record Report(
            String number,
            String cancelled,
            YearMonth month,
            Money amount,
            Money settled,
            boolean issued,
            @Nullable Long treasuryList) {
        /** What the family has left of it. */
        public Money credit() {
            return Money.ZERO.minus(amount).minus(settled);
        }
    }

    private final Office office;
    private final InvoiceStore invoices;

    public InvoiceCancellation(Office office) {
        this.office = office;
        this.invoices = new InvoiceStore(office.database());
    }

    /**
     * @param issuedOn the day that the credit note bears; null for today
     * @throws Refused when there is no such invoice, it gives nothing back, or a later document corrects it
     */
    public Report cancel(String number, String reason, @Nullable LocalDate issuedOn) {
        return office.act("invoice credit", reason, journal -> {
            IssuedInvoice invoice = invoice(number);
            Optional<String> before = invoices.cancelledBy(invoice.id());
            if (before.isPresent()) {
                IssuedInvoice creditNote = invoice(before.get());
                return new Report(before.get(), number, invoice.month(), creditNote.amount(), Money.ZERO, false, null);
            }
            obstacle(invoice).ifPresent(obstacle -> {
                throw new Refused(List.of(obstacle));
            });
            return issue(invoice, IssueDay.of(office, issuedOn), journal);
        });
    }

    /**
     * Cancels every standing invoice of a month that asks for something, all of them or none.
     *
     * @param issuedOn the day that the credit notes bear; null for today
     * @return in the order of the invoices; empty when none is left
     * @throws Refused when later documents correct some of them, with each of these
     */
    public List<Report> cancel(YearMonth month, String reason, @Nullable LocalDate issuedOn, Watcher watcher) {
        return office.act("invoice credit", reason, journal -> {
            List<IssuedInvoice> standing = new ArrayList<>();
            invoices.eachStanding(month, standing::add);
            standing.removeIf(document -> !document.amount().isPositive());
            List<Reason> obstacles = standing.stream()
                    .flatMap(invoice -> obstacle(invoice).stream())
                    .toList();
            if (!obstacles.isEmpty()) {
                throw new Refused(obstacles);
            }
            LocalDate issued = IssueDay.of(office, issuedOn);
            watcher.begin(standing.size());
            return standing.stream()
                    .map(invoice -> {
                        Report report = issue(invoice, issued, journal);
                        watcher.step();
                        return report;
                    })
                    .toList();
        });
    }

    private IssuedInvoice invoice(String number) {
        return invoices.find(number).orElseThrow(() -> Refused.because("unknown.invoice", number));
    }

    private Optional<Reason> obstacle(IssuedInvoice invoice) {
        if (invoice.creditNote()) {
            return Optional.of(Reason.of("invoice.credit.of-credit-note", invoice.number()));
        }
        if (!invoice.amount().isPositive()) {
            return Optional.of(Reason.of("invoice.credit.nothing", invoice.number()));
        }
        List<String> correcting = invoices.correcting(invoice.id());
        return correcting.isEmpty()
                ? Optional.empty()
                : Optional.of(Reason.of(
                        "invoice.credit.corrected",
                        invoice.number(),
                        String.join(", ", correcting),
                        correcting.get(0)));
    }

    private Report issue(IssuedInvoice invoice, LocalDate issuedOn, Journal journal) {
        OfficeSettings settings = new SetupStore(office.database()).settings();
        InvoiceIssue store = new InvoiceIssue(office.database());
        NumberPattern pattern = settings.creditNumber();
        Numbering series = new Numbering(pattern, store.series(pattern.prefix(settings.code(), issuedOn)));
        series.obstacle(1, issuedOn).ifPresent(obstacle -> {
            throw new Refused(List.of(obstacle));
        });
        OpenInvoice open =
                new PaymentStore(office.database()).invoice(invoice.number()).orElseThrow();
        int sequence = series.next();
        InvoiceContent content = Cancellation.of(invoice, Wording.FRENCH);
        long familyId = new FamilyStore(office.database())
                .familyId(invoice.familyCode())
                .orElseThrow();
        long id = store.issue(
                        List.of(new InvoiceIssue.Issue(
                                new IssuedInvoice(
                                        0,
                                        series.number(sequence),
                                        true,
                                        issuedOn,
                                        issuedOn,
                                        Money.ZERO,
                                        open.balance(),
                                        null,
                                        Letterhead.of(settings.letterhead()),
                                        content),
                                familyId,
                                series.prefix(),
                                sequence,
                                invoices.roundOf(invoice.id()),
                                invoice.id())),
                        "",
                        invoice.month(),
                        journal)
                .get(0);
        if (open.balance().isPositive()) {
            Credit credit = new Credit(id, true, Money.ZERO.minus(content.amount()));
            new PaymentStore(office.database())
                    .insert(List.of(new Allocation(credit, invoice.id(), open.balance())), journal);
        }
        new AdjustmentStore(office.database()).correctionsCancelled(invoice.id());
        return new Report(
                series.number(sequence),
                invoice.number(),
                invoice.month(),
                content.amount(),
                open.balance(),
                true,
                new TreasuryStore(office.database()).listOf(invoice.id()).orElse(null));
    }
}
