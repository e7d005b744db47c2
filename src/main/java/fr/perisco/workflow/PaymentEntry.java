package fr.perisco.workflow;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.Allocation;
import fr.perisco.domain.payment.Allocations;
import fr.perisco.domain.payment.Credit;
import fr.perisco.domain.payment.OpenInvoice;
import fr.perisco.domain.payment.PaymentMethod;
import fr.perisco.domain.payment.PayoutPart;
import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.Journal;
import fr.perisco.store.PaymentStore;
import fr.perisco.store.PayoutStore;
import fr.perisco.store.TreasuryStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records what a family pays at the desk, and settles its invoices with it. */
public final class PaymentEntry {
    /**
     * Cash that a collection office may take, or pay out, at once: Code général des impôts, art. 1680, which decree 2019-798,
     * art. 8, extends to every collection officer.
     */
    static final Money MOST_CASH = Money.ofCents(300_00);

    /**
     * What is paid.
     *
     * @param invoiceNumbers the invoices to settle, in this order; none for the family's open ones, oldest first, but for those
     *     that the treasury collects
     * @param receivedOn null for today
     * @param reference the number of the cheque, the transfer's…; may be empty
     * @param drawer who drew a cheque; empty for the family
     */
    public record Order(
            String familyCode,
            Money amount,
            PaymentMethod method,
            List<String> invoiceNumbers,
            @Nullable LocalDate receivedOn,
            String reference,
            String drawer) {
        public Order {
            invoiceNumbers = List.copyOf(invoiceNumbers);
        }
    }

    /** What one invoice got, and what it still wants. */
    public record Settled(String number, Money amount, Money balance) {}

    /**
     * @param covered what of it covers refunds that the family owed back
     * @param credit what is left of the payment: the family's credit
     */
    public record Receipt(long id, Money covered, List<Settled> settled, Money credit) {}

    private final Office office;
    private final PaymentStore payments;

    public PaymentEntry(Office office) {
        this.office = office;
        this.payments = new PaymentStore(office.database());
    }

    /**
     * @throws Misused when something else than a cheque has a drawer
     * @throws Refused when the family or its invoice is unknown, the family is erased, the amount is not above zero, too much for cash, not
     *     received yet, or recorded already under its reference
     */
    public Receipt record(Order order) {
        LocalDate receivedOn = order.receivedOn() == null ? office.today() : order.receivedOn();
        if (!order.amount().isPositive()) {
            throw Refused.because("payment.amount", order.amount());
        }
        if (order.method() == PaymentMethod.CASH && order.amount().compareTo(MOST_CASH) > 0) {
            throw Refused.because("payment.too-much-cash", order.amount(), MOST_CASH);
        }
        if (order.method() != PaymentMethod.CHEQUE && !order.drawer().isBlank()) {
            throw Misused.because("payment.drawer");
        }
        if (receivedOn.isAfter(office.today())) {
            throw Refused.because("payment.in-the-future", receivedOn);
        }
        return office.act("payment add", null, journal -> {
            long familyId = new FamilyCodes(office).heldIdOf(order.familyCode());
            requireNew(order, familyId);
            List<OpenInvoice> open = invoices(order, familyId);
            long id = payments.insert(
                    familyId,
                    receivedOn,
                    order.method(),
                    order.amount(),
                    TypedText.of(order.reference()),
                    TypedText.of(order.drawer()),
                    journal);
            Money covered = cover(order, familyId, id, journal);
            Credit credit = new Credit(id, false, order.amount().minus(covered));
            List<Allocation> allocations = Allocations.settle(List.of(credit), open);
            payments.insert(allocations, journal);
            return receipt(id, credit.left(), covered, allocations, open);
        });
    }

    /** What was refunded out of payments that bounced is owed back before any invoice, but not by voucher: that is no cash. */
    private Money cover(Order order, long familyId, long paymentId, Journal journal) {
        if (!order.invoiceNumbers().isEmpty() || order.method() == PaymentMethod.CESU) {
            return Money.ZERO;
        }
        PayoutStore payouts = new PayoutStore(office.database());
        Money left = order.amount();
        List<PayoutPart> moved = new ArrayList<>();
        for (PayoutPart owed : payouts.owedBack(familyId)) {
            Money part = owed.amount().min(left);
            if (part.isPositive()) {
                moved.add(new PayoutPart(owed.credit(), owed.payoutId(), part.negated()));
                moved.add(new PayoutPart(new Credit(paymentId, false, part), owed.payoutId(), part));
                left = left.minus(part);
            }
        }
        payouts.insert(moved, journal);
        return order.amount().minus(left);
    }

    private void requireNew(Order order, long familyId) {
        if (!order.reference().isBlank()) {
            payments.find(familyId, order.method(), order.reference().strip()).ifPresent(id -> {
                throw Refused.because("payment.twice", order.reference(), order.familyCode(), id);
            });
        }
    }

    private List<OpenInvoice> invoices(Order order, long familyId) {
        return order.invoiceNumbers().isEmpty()
                ? withTheOffice(familyId)
                : order.invoiceNumbers().stream()
                        .distinct()
                        .map(number -> invoice(order, number))
                        .toList();
    }

    private List<OpenInvoice> withTheOffice(long familyId) {
        Set<Long> handedOver = new TreasuryStore(office.database()).handedOver();
        return payments.openInvoices(familyId, null).stream()
                .filter(invoice -> !handedOver.contains(invoice.id()))
                .toList();
    }

    private OpenInvoice invoice(Order order, String number) {
        OpenInvoice invoice = payments.invoice(number).orElseThrow(() -> Refused.because("unknown.invoice", number));
        if (!invoice.familyCode().equals(order.familyCode())) {
            throw Refused.because("payment.other-family", number, invoice.familyCode());
        }
        return invoice;
    }

    private static Receipt receipt(
            long id, Money left, Money covered, List<Allocation> allocations, List<OpenInvoice> open) {
        Map<Long, OpenInvoice> byId = new HashMap<>();
        open.forEach(invoice -> byId.put(invoice.id(), invoice));
        List<Settled> settled = allocations.stream()
                .map(part -> {
                    OpenInvoice invoice = Objects.requireNonNull(byId.get(part.invoiceId()));
                    return new Settled(
                            invoice.number(), part.amount(), invoice.balance().minus(part.amount()));
                })
                .toList();
        return new Receipt(id, covered, settled, left.minus(Allocations.total(allocations)));
    }
}
