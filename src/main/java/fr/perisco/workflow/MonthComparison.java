package fr.perisco.workflow;

import fr.perisco.domain.invoice.DraftInvoice;
import fr.perisco.domain.invoice.InvoiceLine;
import fr.perisco.domain.invoice.MonthDifference;
import fr.perisco.domain.money.Money;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.InvoiceStore;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sets a month's plan beside what the same families were billed for the month before. */
public final class MonthComparison {
    /** A family and why its bill differs. */
    public record Row(String familyCode, String familyName, MonthDifference difference) {}

    private final Office office;

    public MonthComparison(Office office) {
        this.office = office;
    }

    /** What the standing documents of the month before came to, by family code. */
    public Map<String, Money> amountsBefore(YearMonth month) {
        return office.read(() -> new InvoiceStore(office.database()).amounts(month.minusMonths(1)));
    }

    /**
     * In the order of family codes; those that only the month before billed too, unless something sets them aside now.
     *
     * @param family the only family to look at; null for all
     */
    public List<Row> differences(MonthPlan plan, @Nullable String family) {
        return office.read(() -> {
            Map<String, List<InvoiceLine>> before = new HashMap<>();
            new InvoiceStore(office.database())
                    .eachStanding(
                            plan.plan().month().minusMonths(1),
                            document -> before.put(document.familyCode(), document.lines()));
            before.keySet().removeIf(code -> family != null && !family.equals(code));
            plan.plan().setAside().forEach(before::remove);
            Map<String, Row> rows = new TreeMap<>();
            for (DraftInvoice draft : plan.plan().drafts()) {
                String code = draft.family().code();
                List<InvoiceLine> former = before.getOrDefault(code, List.of());
                before.remove(code);
                rows.put(code, new Row(code, draft.family().name(), MonthDifference.of(former, draft.lines())));
            }
            FamilyStore families = new FamilyStore(office.database());
            before.forEach((code, lines) ->
                    rows.put(code, new Row(code, families.name(code), MonthDifference.of(lines, List.of()))));
            return new ArrayList<>(rows.values());
        });
    }
}
