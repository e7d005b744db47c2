package fr.perisco.workflow;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.Allocation;
import fr.perisco.domain.payment.BouncePlan;
import fr.perisco.domain.payment.Credit;
import fr.perisco.domain.payment.ListedPayment;
import fr.perisco.domain.payment.OpenInvoice;
import fr.perisco.domain.payment.Payout;
import fr.perisco.domain.payment.PayoutKind;
import fr.perisco.domain.payment.PayoutPart;
import fr.perisco.domain.payment.Refund;
import fr.perisco.domain.payment.Vouchers;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.InvoiceStore;
import fr.perisco.store.Journal;
import fr.perisco.store.PaymentStore;
import fr.perisco.store.PayoutStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Records that the bank took a payment back: a cheque without cover, a debit that was rejected. */
public final class PaymentBounce {
    /** An invoice that is open again, and what is to be paid of it now. */
    public record Reopened(String number, Money amount, Money balance) {}

    /**
     * @param payment as it stood before
     * @param bouncedOn the day on which it was taken back
     * @param already whether that was recorded before: nothing changes then
     * @param owedBack what was refunded out of payments that bounced, and nothing else stands for: the family owes it
     */
    public record Report(
            ListedPayment payment, LocalDate bouncedOn, boolean already, List<Reopened> reopened, Money owedBack) {}

    private final Office office;
    private final PaymentStore payments;
    private final PayoutStore payouts;

    public PaymentBounce(Office office) {
        this.office = office;
        this.payments = new PaymentStore(office.database());
        this.payouts = new PayoutStore(office.database());
    }

    /**
     * @param bouncedOn null for today
     * @throws Refused when there is no such payment, it was made in cash, or the day is before it or still to come
     */
    public Report record(long paymentId, @Nullable LocalDate bouncedOn, String reason) {
        LocalDate day = bouncedOn == null ? office.today() : bouncedOn;
        return office.act("payment bounce", reason, journal -> {
            ListedPayment payment =
                    payments.payment(paymentId).orElseThrow(() -> Refused.because("unknown.payment", paymentId));
            if (payment.bouncedOn() != null) {
                return new Report(payment, payment.bouncedOn(), true, List.of(), Money.ZERO);
            }
            requirePossible(payment, day);
            return takeBack(payment, day, reason.strip(), journal);
        });
    }

    private void requirePossible(ListedPayment payment, LocalDate day) {
        if (!payment.method().canBounce()) {
            throw Refused.because("bounce.cash", payment.id());
        }
        if (day.isAfter(office.today())) {
            throw Refused.because("payout.in-the-future", day);
        }
        if (day.isBefore(payment.receivedOn())) {
            throw Refused.because("bounce.too-early", payment.id(), payment.receivedOn(), day);
        }
    }

    private Report takeBack(ListedPayment payment, LocalDate day, String reason, Journal journal) {
        long familyId = new FamilyCodes(office).idOf(payment.familyCode());
        Vouchers vouchers = payments.vouchers(familyId);
        List<Credit> credits = Refund.payable(payments.credits(familyId), vouchers).stream()
                .filter(credit -> credit.fromCreditNote() || credit.sourceId() != payment.id())
                .toList();
        List<PayoutPart> refunded = payouts.refundedFrom(payment.id());
        BouncePlan plan = BouncePlan.of(
                payouts.settledBy(payment.id()),
                refunded,
                credits,
                payouts.settledByOthers(familyId, payment.id()).stream()
                        .filter(other -> !vouchers.isPayment(other.credit()))
                        .toList());
        Map<Long, OpenInvoice> before = new HashMap<>();
        payments.invoicesOf(familyId).forEach(invoice -> before.put(invoice.id(), invoice));
        long id = payouts.insert(
                new Payout(
                        PayoutKind.BOUNCE,
                        familyId,
                        day,
                        payment.method(),
                        payment.amount(),
                        payment.reference(),
                        reason,
                        payment.id()),
                journal);
        payments.insert(plan.takenBack(), journal);
        payouts.insert(plan.moved(), journal);
        payouts.insert(
                List.of(new PayoutPart(new Credit(payment.id(), false, payment.amount()), id, payment.amount())),
                journal);
        List<Allocation> changes = new ArrayList<>(plan.takenBack());
        BouncePlan.Closing closing = close(plan, familyId, payment.id(), journal);
        changes.addAll(closing.allocations());
        journal.changed("payment", Long.toString(payment.id()), "state", "received", "bounced");
        return new Report(
                payment,
                day,
                false,
                reopened(changes, before, journal),
                payouts.owedBack(familyId).stream().map(PayoutPart::amount).reduce(Money.ZERO, Money::plus));
    }

    /** Nobody pays an invoice that was cancelled: what the bounce opens of it is settled by its credit note again. */
    private BouncePlan.Closing close(BouncePlan plan, long familyId, long paymentId, Journal journal) {
        Map<Long, Long> cancelling = new InvoiceStore(office.database())
                .cancelling(plan.takenBack().stream().map(Allocation::invoiceId).toList());
        BouncePlan.Closing closing = plan.closing(
                paymentId,
                cancelling,
                payments.credits(familyId),
                payouts.settledByOthers(familyId, paymentId),
                payouts.refundedFromNotes(cancelling.values()));
        payments.insert(closing.allocations(), journal);
        payouts.insert(closing.moved(), journal);
        return closing;
    }

    private static List<Reopened> reopened(List<Allocation> takenBack, Map<Long, OpenInvoice> before, Journal journal) {
        Map<Long, Money> amounts = new TreeMap<>();
        takenBack.forEach(part -> amounts.merge(part.invoiceId(), part.amount().negated(), Money::plus));
        return amounts.entrySet().stream()
                .filter(entry -> entry.getValue().isPositive())
                .map(entry -> {
                    OpenInvoice invoice = Objects.requireNonNull(before.get(entry.getKey()));
                    Money balance = invoice.balance().plus(entry.getValue());
                    journal.changed("invoice", invoice.number(), "balance", invoice.balance(), balance);
                    return new Reopened(invoice.number(), entry.getValue(), balance);
                })
                .toList();
    }
}
