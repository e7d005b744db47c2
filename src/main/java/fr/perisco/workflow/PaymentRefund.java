package fr.perisco.workflow;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.Credit;
import fr.perisco.domain.payment.OpenInvoice;
import fr.perisco.domain.payment.PaymentMethod;
import fr.perisco.domain.payment.Payout;
import fr.perisco.domain.payment.PayoutKind;
import fr.perisco.domain.payment.Refund;
import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.ErasureStore;
import fr.perisco.store.PaymentStore;
import fr.perisco.store.PayoutStore;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pays a family's credit out. */
public final class PaymentRefund {
    /**
     * What is paid out, and why.
     *
     * @param paidOn null for today
     * @param reference of the transfer or the cheque, which a cheque must have; may be empty
     */
    public record Order(
            String familyCode,
            Money amount,
            PaymentMethod method,
            @Nullable LocalDate paidOn,
            String reference,
            String reason) {}

    /**
     * @param left the credit that the family still has
     * @param due what the family still has to pay of its invoices
     */
    public record Report(long id, Money left, Money due) {}

    private final Office office;
    private final PaymentStore payments;
    private final PayoutStore payouts;

    public PaymentRefund(Office office) {
        this.office = office;
        this.payments = new PaymentStore(office.database());
        this.payouts = new PayoutStore(office.database());
    }

    /**
     * @throws Misused when the reason is empty, or a cheque has no number
     * @throws Refused when the family is unknown or erased, has less credit or has it of a CESU, the amount is not above zero, too
     *     much for cash, not paid out yet, by a method that gives nothing back, or recorded already under its reference
     */
    public Report record(Order order) {
        LocalDate paidOn = order.paidOn() == null ? office.today() : order.paidOn();
        if (!order.amount().isPositive()) {
            throw Refused.because("refund.amount", order.amount());
        }
        if (!order.method().canRefund()) {
            throw Refused.because("refund.method", order.method().code());
        }
        if (order.method() == PaymentMethod.CASH && order.amount().compareTo(PaymentEntry.MOST_CASH) > 0) {
            throw Refused.because("payment.too-much-cash", order.amount(), PaymentEntry.MOST_CASH);
        }
        if (order.method() == PaymentMethod.CHEQUE && order.reference().isBlank()) {
            throw Misused.because("payment.cheque-number");
        }
        if (paidOn.isAfter(office.today())) {
            throw Refused.because("payout.in-the-future", paidOn);
        }
        return office.act("payment refund", order.reason(), journal -> {
            long familyId = new FamilyCodes(office).idOf(order.familyCode());
            if (new ErasureStore(office.database()).isErased(familyId)) {
                throw Refused.because("refund.erased", order.familyCode());
            }
            Payout refund = new Payout(
                    PayoutKind.REFUND,
                    familyId,
                    paidOn,
                    order.method(),
                    order.amount(),
                    TypedText.of(order.reference()),
                    order.reason().strip(),
                    null);
            requireNew(refund, order.familyCode());
            List<Credit> credits = payments.credits(familyId);
            Money credit = credits.stream().map(Credit::left).reduce(Money.ZERO, Money::plus);
            if (credit.compareTo(order.amount()) < 0) {
                throw Refused.because("refund.too-much", order.familyCode(), credit, order.amount());
            }
            List<Credit> payable = Refund.payable(credits, payments.vouchers(familyId));
            Money most = payable.stream().map(Credit::left).reduce(Money.ZERO, Money::plus);
            if (most.compareTo(order.amount()) < 0) {
                throw Refused.because("refund.cesu", order.familyCode(), credit.minus(most), most);
            }
            long id = payouts.insert(refund, journal);
            payouts.insert(Refund.of(payable, id, order.amount()), journal);
            journal.changed("credit", order.familyCode(), "amount", credit, credit.minus(order.amount()));
            Money due = payments.openInvoices(familyId, null).stream()
                    .map(OpenInvoice::balance)
                    .reduce(Money.ZERO, Money::plus);
            return new Report(id, credit.minus(order.amount()), due);
        });
    }

    private void requireNew(Payout refund, String familyCode) {
        if (!refund.reference().isEmpty()) {
            payouts.find(refund).ifPresent(id -> {
                throw Refused.because("refund.twice", refund.reference(), familyCode, id);
            });
        }
    }
}
