package fr.perisco.workflow;

import fr.perisco.domain.invoice.Anomaly;
import fr.perisco.domain.reason.Reason;
import fr.perisco.store.ConsumptionStore;
import fr.perisco.store.InvoiceIssue;
import fr.perisco.store.SetupStore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a month as it would be invoiced now, and changes nothing. */
public final class InvoicePreview {
    private final Office office;

    public InvoicePreview(Office office) {
        this.office = office;
    }

    /**
     * What to mend or know before a month is invoiced: of the run, of single families, of those that an earlier month left out.
     *
     * @param family the only family to look at; null for all, and for what concerns the run
     * @throws fr.perisco.domain.reason.Refused when there is no such family
     */
    public List<Anomaly> check(YearMonth month, @Nullable String family) {
        return office.read(() -> {
            new FamilyCodes(office).requireKnown(family);
            MonthPlan plan = new InvoicePlanning(office).plan(month, null, null);
            InvoiceNumbers numbers = new InvoiceNumbers(
                    new InvoiceIssue(office.database()), new SetupStore(office.database()).settings(), plan);
            List<Anomaly> anomalies = new ArrayList<>();
            numbers.obstacle().ifPresent(obstacle -> anomalies.add(new Anomaly("", true, obstacle)));
            anomalies.addAll(plan.plan().anomalies());
            ConsumptionStore consumption = new ConsumptionStore(office.database());
            consumption
                    .neverRun(month)
                    .forEach(left -> anomalies.add(
                            new Anomaly("", false, Reason.of("anomaly.month-not-invoiced", left, left.toString()))));
            consumption
                    .neverInvoiced(month, new SetupStore(office.database()).units())
                    .forEach(left -> anomalies.add(new Anomaly(
                            left.familyCode(),
                            false,
                            Reason.of("anomaly.never-invoiced", left.familyCode(), left.month()))));
            return anomalies.stream()
                    .filter(anomaly -> family == null || anomaly.familyCode().equals(family))
                    .toList();
        });
    }

    public MonthPlan of(YearMonth month, @Nullable LocalDate issuedOn, @Nullable LocalDate dueOn) {
        return of(month, issuedOn, dueOn, null);
    }

    /**
     * @param family the only family to show; null for all. The fingerprint is the whole month's all the same
     * @throws fr.perisco.domain.reason.Refused when there is no such family
     */
    public MonthPlan of(
            YearMonth month, @Nullable LocalDate issuedOn, @Nullable LocalDate dueOn, @Nullable String family) {
        return office.read(() -> {
            new FamilyCodes(office).requireKnown(family);
            MonthPlan plan = new InvoicePlanning(office).plan(month, issuedOn, dueOn);
            return family == null ? plan : plan.of(family);
        });
    }
}
