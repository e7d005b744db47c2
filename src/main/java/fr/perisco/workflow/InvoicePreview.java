package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.store.InvoiceIssue;
import fr.perisco.store.SetupStore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows a month as it would be invoiced now, and changes nothing. */
public final class InvoicePreview {
    private final Office office;

    public InvoicePreview(Office office) {
        this.office = office;
    }

    /**
     * What to mend or know before a month is invoiced.
     *
     * @param obstacle what stops the run as a whole; empty when nothing does
     */
    public record Check(MonthPlan month, Optional<Reason> obstacle) {}

    public Check check(YearMonth month) {
        return office.read(() -> {
            MonthPlan plan = new InvoicePlanning(office).plan(month, null, null);
            InvoiceNumbers numbers = new InvoiceNumbers(
                    new InvoiceIssue(office.database()), new SetupStore(office.database()).settings(), plan);
            return new Check(plan, numbers.obstacle());
        });
    }

    public MonthPlan of(YearMonth month, @Nullable LocalDate issuedOn, @Nullable LocalDate dueOn) {
        return office.read(() -> new InvoicePlanning(office).plan(month, issuedOn, dueOn));
    }
}
