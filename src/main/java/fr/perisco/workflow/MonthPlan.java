package fr.perisco.workflow;

import fr.perisco.domain.invoice.CarriedBalance;
import fr.perisco.domain.invoice.DraftInvoice;
import fr.perisco.domain.invoice.InvoicePlan;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.Allocation;
import fr.perisco.domain.payment.Allocations;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A month ready to be invoiced: the plan, and the credit that each family will use.
 *
 * @param credit what of its credit each draft uses, by family code; the allocations name the draft's place in the plan
 * @param owing what each family owes of earlier invoices, by its code
 * @param takenOn the day on which that is so
 * @param fingerprint of all that the documents will say
 */
public record MonthPlan(
        InvoicePlan plan,
        Map<String, List<Allocation>> credit,
        Map<String, Money> owing,
        LocalDate takenOn,
        LocalDate issuedOn,
        LocalDate dueOn,
        String fingerprint) {
    /** The part of it that concerns one family; the fingerprint stays that of all. */
    MonthPlan of(String familyCode) {
        return new MonthPlan(plan.of(familyCode), credit, owing, takenOn, issuedOn, dueOn, fingerprint);
    }

    public Money creditUsed(DraftInvoice draft) {
        return Allocations.total(credit.getOrDefault(draft.family().code(), List.of()));
    }

    public Money balance(DraftInvoice draft) {
        return draft.amount().minus(creditUsed(draft));
    }

    CarriedBalance carried(DraftInvoice draft) {
        return new CarriedBalance(owing.getOrDefault(draft.family().code(), Money.ZERO), takenOn);
    }

    List<Allocation> allocations(DraftInvoice draft, long invoiceId) {
        return Objects.requireNonNull(credit.getOrDefault(draft.family().code(), List.of())).stream()
                .map(part -> new Allocation(part.credit(), invoiceId, part.amount()))
                .toList();
    }
}
