package fr.perisco.workflow;

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
 * @param fingerprint of all that the documents will say
 */
public record MonthPlan(
        InvoicePlan plan,
        Map<String, List<Allocation>> credit,
        LocalDate issuedOn,
        LocalDate dueOn,
        String fingerprint) {
    public Money creditUsed(DraftInvoice draft) {
        return Allocations.total(credit.getOrDefault(draft.family().code(), List.of()));
    }

    public Money balance(DraftInvoice draft) {
        return draft.amount().minus(creditUsed(draft));
    }

    List<Allocation> allocations(DraftInvoice draft, long invoiceId) {
        return Objects.requireNonNull(credit.getOrDefault(draft.family().code(), List.of())).stream()
                .map(part -> new Allocation(part.credit(), invoiceId, part.amount()))
                .toList();
    }
}
