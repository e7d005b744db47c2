package fr.perisco.workflow;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Shows a month as it would be invoiced now, and changes nothing. */
public final class InvoicePreview {
    private final Office office;

    public InvoicePreview(Office office) {
        this.office = office;
    }

    public MonthPlan of(YearMonth month, @Nullable LocalDate issuedOn, @Nullable LocalDate dueOn) {
        return office.read(() -> new InvoicePlanning(office).plan(month, issuedOn, dueOn));
    }
}
