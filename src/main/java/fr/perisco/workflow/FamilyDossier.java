package fr.perisco.workflow;

import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.Membership;
import fr.perisco.domain.family.Merge;
import fr.perisco.domain.family.QuotientHistory;
import fr.perisco.domain.family.ResidencyHistory;
import fr.perisco.domain.family.SchooledChild;
import fr.perisco.domain.invoice.ListedInvoice;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.PayoutPart;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.recovery.FamilyDebt;
import fr.perisco.domain.recovery.Hold;
import fr.perisco.domain.recovery.PaymentPlan;
import fr.perisco.store.ErasureStore;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.FamilyStore.StoredFamily;
import fr.perisco.store.HoldStore;
import fr.perisco.store.InvoiceStore;
import fr.perisco.store.MembershipStore;
import fr.perisco.store.MergeStore;
import fr.perisco.store.PaymentStore;
import fr.perisco.store.PayoutStore;
import fr.perisco.store.PlanStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the office knows of one family: the portal's "Ma famille", "Mes coordonnées" and "Mon compte".
 *
 * @param today the day on which it is looked at
 * @param erased whether nothing of it is held any more but what the accounts keep
 * @param memberships when children belong to it who do not for good, by their keys
 * @param invoices in the order of issue, credit notes too
 * @param leftOfPayments what was paid and settles no invoice yet
 * @param owedBack what was refunded out of payments that bounced
 * @param debt what is overdue; empty when nothing is
 * @param hold in force
 * @param merges in which it was the duplicate, or the family that goes on
 * @param plan the last payment plan that the office has not ended
 */
public record FamilyDossier(
        LocalDate today,
        boolean erased,
        Family family,
        ResidencyHistory residency,
        QuotientHistory quotients,
        List<SchooledChild> children,
        Map<Long, Membership> memberships,
        List<ListedInvoice> invoices,
        Money leftOfPayments,
        Money owedBack,
        Optional<FamilyDebt> debt,
        Optional<Hold> hold,
        Optional<PaymentPlan> plan,
        List<Merge> merges) {
    /**
     * Reads it, and of no other family.
     *
     * @throws Refused when there is no such family
     */
    public static FamilyDossier of(Office office, String code) {
        return office.read(() -> {
            FamilyStore families = new FamilyStore(office.database());
            StoredFamily stored = families.family(code).orElseThrow(() -> Refused.because("unknown.family", code));
            return new FamilyDossier(
                    office.today(),
                    new ErasureStore(office.database()).isErased(stored.id()),
                    stored.family(),
                    families.residencyOf(stored.id()),
                    families.quotientsOf(stored.id()),
                    families.childrenOf(stored.id()),
                    new MembershipStore(office.database()).ofFamily(stored.id()),
                    new InvoiceStore(office.database()).list(InvoiceStore.Wanted.of(null, code)),
                    new PaymentStore(office.database()).leftOfPayments(stored.id()),
                    new PayoutStore(office.database())
                            .owedBack(stored.id()).stream()
                                    .map(PayoutPart::amount)
                                    .reduce(Money.ZERO, Money::plus),
                    new Debts(office).of(stored.id()).stream().findFirst(),
                    new HoldStore(office.database()).of(stored.id()).filter(hold -> hold.isInForceOn(office.today())),
                    new PlanStore(office.database())
                            .plans(stored.id()).stream()
                                    .filter(plan -> plan.endedOn() == null)
                                    .reduce((one, other) -> other),
                    new MergeStore(office.database()).of(stored.id()));
        });
    }

    /** What its invoices still ask for, and what it owes back. */
    public Money due() {
        return invoices.stream()
                .map(ListedInvoice::balance)
                .filter(Money::isPositive)
                .reduce(owedBack, Money::plus);
    }

    /** What of it is past its due date. */
    public Money overdue() {
        return FamilyDebt.balanceOf(debt.map(FamilyDebt::invoices).orElse(List.of()));
    }

    /** What it has left of payments and credit notes, for its next invoices. */
    public Money credit() {
        return invoices.stream()
                .map(ListedInvoice::balance)
                .filter(Money::isNegative)
                .reduce(leftOfPayments, Money::minus);
    }

    public Money balance() {
        return due().minus(credit());
    }
}
