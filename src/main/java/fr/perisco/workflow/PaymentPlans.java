package fr.perisco.workflow;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.OpenInvoice;
import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.recovery.FamilyDebt;
import fr.perisco.domain.recovery.Instalment;
import fr.perisco.domain.recovery.PaymentPlan;
import fr.perisco.domain.recovery.PaymentPlan.Covered;
import fr.perisco.domain.recovery.PlanState;
import fr.perisco.store.PaymentStore;
import fr.perisco.store.PlanStore;
import fr.perisco.store.TreasuryStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Payment plans: what families may pay by instalments. */
public final class PaymentPlans {
    /**
     * What is agreed.
     *
     * @param first day of the first instalment; the others follow a month apart
     * @param months how many instalments; null when their amount is given
     * @param amount of an instalment; null when their number is given
     * @param invoiceNumbers the invoices covered; none for all that are overdue
     */
    public record Order(
            String familyCode,
            LocalDate first,
            @Nullable Integer months,
            @Nullable Money amount,
            List<String> invoiceNumbers) {
        public Order {
            invoiceNumbers = List.copyOf(invoiceNumbers);
        }
    }

    /**
     * @param already whether the same plan stood before: nothing changes then
     */
    public record Agreed(PaymentPlan plan, boolean already) {}

    private final Office office;
    private final PlanStore store;

    public PaymentPlans(Office office) {
        this.office = office;
        this.store = new PlanStore(office.database());
    }

    /**
     * Keeps a plan.
     *
     * @throws Misused when neither or both of number and amount are given
     * @throws Refused when a code is unknown, there is nothing to pay, another plan stands, the first day is over, or the instalments
     *     are too many
     */
    public Agreed add(Order order) {
        if ((order.months() == null) == (order.amount() == null)) {
            throw Misused.because("plan.months-or-amount");
        }
        return office.act("plan add", null, journal -> {
            long familyId = new FamilyCodes(office).idOf(order.familyCode());
            if (order.first().isBefore(office.today())) {
                throw Refused.because("plan.first-day-over", order.first());
            }
            PaymentPlan standing = standing(familyId);
            List<Covered> covered = covered(order, familyId);
            Money debt = covered.stream().map(Covered::left).reduce(Money.ZERO, Money::plus);
            if (!debt.isPositive()) {
                throw Refused.because("plan.nothing-to-pay", order.familyCode());
            }
            PaymentPlan plan = new PaymentPlan(
                    0, familyId, order.familyCode(), "", office.today(), covered, instalments(order, debt), null, null);
            if (standing != null) {
                if (standing.instalments().equals(plan.instalments())
                        && standing.invoices().equals(covered)) {
                    return new Agreed(standing, true);
                }
                throw Refused.because("plan.stands", order.familyCode(), standing.id());
            }
            long id = store.insert(plan, journal);
            journal.changed(
                    "payment-plan",
                    order.familyCode(),
                    "agreed",
                    null,
                    "%d, %s in %d from %s"
                            .formatted(id, debt, plan.instalments().size(), order.first()));
            return new Agreed(store.plan(id).orElseThrow(), false);
        });
    }

    private @Nullable PaymentPlan standing(long familyId) {
        return store.plans(familyId).stream()
                .filter(plan -> Set.of(PlanState.KEPT, PlanState.MISSED).contains(plan.stateOn(office.today())))
                .findFirst()
                .orElse(null);
    }

    private List<Covered> covered(Order order, long familyId) {
        if (order.invoiceNumbers().isEmpty()) {
            return new Debts(office)
                    .of(familyId).stream()
                            .map(FamilyDebt::invoices)
                            .flatMap(List::stream)
                            .filter(invoice -> !invoice.handedOver())
                            .map(invoice ->
                                    new Covered(invoice.id(), invoice.number(), invoice.balance(), invoice.balance()))
                            .toList();
        }
        Set<Long> handedOver = new TreasuryStore(office.database()).handedOver();
        return order.invoiceNumbers().stream()
                .distinct()
                .map(number -> covered(order, number, handedOver))
                .toList();
    }

    private Covered covered(Order order, String number, Set<Long> handedOver) {
        OpenInvoice invoice = new PaymentStore(office.database())
                .invoice(number)
                .orElseThrow(() -> Refused.because("unknown.invoice", number));
        if (!invoice.familyCode().equals(order.familyCode())) {
            throw Refused.because("payment.other-family", number, invoice.familyCode());
        }
        if (!invoice.balance().isPositive()) {
            throw Refused.because("plan.invoice-paid", number);
        }
        if (handedOver.contains(invoice.id())) {
            throw Refused.because("treasury.handed-over", number);
        }
        return new Covered(invoice.id(), number, invoice.balance(), invoice.balance());
    }

    private static List<Instalment> instalments(Order order, Money debt) {
        Money amount = order.amount();
        if (amount != null) {
            if (!amount.isPositive() || Instalment.count(debt, amount) > Instalment.MOST) {
                throw Refused.because("plan.amount", amount, debt, Instalment.MOST);
            }
            return Instalment.of(debt, amount, order.first());
        }
        int months = Objects.requireNonNull(order.months());
        if (months < 1 || months > Instalment.MOST || months > debt.cents()) {
            throw Refused.because("plan.months", months, debt, Instalment.MOST);
        }
        return Instalment.monthly(debt, months, order.first());
    }

    /**
     * Plans in the order in which they were made.
     *
     * @param family null for all
     * @param state null for all
     * @throws Refused when the family is unknown
     */
    public List<PaymentPlan> list(@Nullable String family, @Nullable PlanState state) {
        return office.read(() -> {
            Long familyId = family == null ? null : (Long) new FamilyCodes(office).idOf(family);
            return store.plans(familyId).stream()
                    .filter(plan -> state == null || plan.stateOn(office.today()) == state)
                    .toList();
        });
    }

    /** The day on which plans are looked at. */
    public LocalDate today() {
        return office.today();
    }

    /**
     * One plan.
     *
     * @throws Refused when there is none of this number
     */
    public PaymentPlan show(long id) {
        return office.read(() -> store.plan(id).orElseThrow(() -> Refused.because("unknown.plan", id)));
    }

    /**
     * Ends a plan before it is paid; what is left is asked for as before.
     *
     * @return whether it stood until now
     * @throws Misused when the reason is empty
     * @throws Refused when there is none of this number
     */
    public boolean end(long id, String reason) {
        return office.act("plan end", reason, journal -> {
            PaymentPlan plan = store.plan(id).orElseThrow(() -> Refused.because("unknown.plan", id));
            PlanState state = plan.stateOn(office.today());
            if (state == PlanState.ENDED || state == PlanState.PAID) {
                return false;
            }
            store.end(id, office.today(), reason.strip());
            journal.changed("payment-plan", plan.familyCode(), "state", state.code(), PlanState.ENDED.code());
            return true;
        });
    }
}
