package fr.perisco.workflow;

import fr.perisco.domain.invoice.Anomaly;
import fr.perisco.domain.invoice.DraftInvoice;
import fr.perisco.domain.invoice.IssuedInvoice;
import fr.perisco.domain.invoice.Letterhead;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.office.OfficeSettings;
import fr.perisco.domain.payment.Allocation;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.store.AdjustmentStore;
import fr.perisco.store.ConsumptionStore;
import fr.perisco.store.InvoiceIssue;
import fr.perisco.store.Journal;
import fr.perisco.store.PaymentStore;
import fr.perisco.store.SetupStore;
import fr.perisco.store.Upkeep;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Invoices a month: everything is read, decided and written in one transaction, numbers included. */
public final class InvoiceRun {
    /**
     * What the clerk asks for.
     *
     * @param issuedOn null for today
     * @param dueOn null for the office's usual delay
     * @param expect the fingerprint of the preview that was approved; null for whatever there is
     * @param skipBlocked whether families that cannot be invoiced are set aside rather than stopping the run
     */
    public record Order(
            YearMonth month,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate dueOn,
            @Nullable String expect,
            boolean skipBlocked) {}

    /**
     * What was issued.
     *
     * @param invoices their numbers, in order
     * @param creditNotes their numbers, in order
     * @param summary what they come to
     * @param leftOut earlier months with days to be paid that were never invoiced
     */
    public record Report(
            MonthPlan month,
            List<String> invoices,
            List<String> creditNotes,
            List<MonthSummary.Row> summary,
            List<YearMonth> leftOut) {
        public boolean isNothingIssued() {
            return invoices.isEmpty() && creditNotes.isEmpty();
        }
    }

    private final Office office;
    private final InvoiceIssue invoices;
    private final SetupStore setup;

    public InvoiceRun(Office office) {
        this.office = office;
        this.invoices = new InvoiceIssue(office.database());
        this.setup = new SetupStore(office.database());
    }

    /**
     * @throws Refused when the month is not over, something blocks, the preview is out of date, or numbers run out
     * @throws Unavailable when the database is damaged; while the month is invoiced, the whole file is checked
     */
    public Report run(Order order) {
        if (!office.today().isAfter(order.month().atEndOfMonth())) {
            throw Refused.because("invoice.month-not-over", order.month());
        }
        return office.actInBulk("invoice run", journal -> {
            Supplier<Optional<Reason>> damage = office.database().beside(other -> new Upkeep(other).damage());
            MonthPlan month = new InvoicePlanning(office).plan(order.month(), order.issuedOn(), order.dueOn());
            requireClear(order, month);
            List<YearMonth> leftOut = new ConsumptionStore(office.database()).neverRun(order.month());
            if (month.plan().drafts().isEmpty()) {
                return new Report(month, List.of(), List.of(), List.of(), leftOut);
            }
            Report report = issue(month, leftOut, journal);
            damage.get().ifPresent(found -> {
                throw Unavailable.because(found.code(), found.details().toArray());
            });
            return report;
        });
    }

    private static void requireClear(Order order, MonthPlan month) {
        boolean nothingLeft =
                month.plan().drafts().isEmpty() && month.plan().setAside().isEmpty();
        if (order.expect() != null && !nothingLeft && !order.expect().equals(month.fingerprint())) {
            throw Refused.because("invoice.changed-since-preview", order.expect(), month.fingerprint());
        }
        if (month.plan().isBlocked() && !order.skipBlocked()) {
            throw new Refused(month.plan().anomalies().stream()
                    .filter(Anomaly::blocks)
                    .map(Anomaly::reason)
                    .toList());
        }
    }

    private Report issue(MonthPlan month, List<YearMonth> leftOut, Journal journal) {
        OfficeSettings settings = setup.settings();
        InvoiceNumbers numbers = new InvoiceNumbers(invoices, settings, month);
        numbers.obstacle().ifPresent(obstacle -> {
            throw new Refused(List.of(obstacle));
        });
        Letterhead letterhead = Letterhead.of(settings.letterhead());
        Map<Long, Integer> cancelled = invoices.cancelled(month.plan().month());
        List<InvoiceIssue.Issue> issues = new ArrayList<>();
        for (DraftInvoice draft : month.plan().drafts()) {
            Numbering series = numbers.of(draft);
            int sequence = series.next();
            issues.add(new InvoiceIssue.Issue(
                    new IssuedInvoice(
                            0,
                            series.number(sequence),
                            draft.amount().isNegative(),
                            month.issuedOn(),
                            month.dueOn(),
                            month.creditUsed(draft),
                            Money.ZERO,
                            month.carried(draft),
                            letterhead,
                            draft.content()),
                    draft.family().id(),
                    series.prefix(),
                    sequence,
                    1 + cancelled.getOrDefault(draft.family().id(), 0),
                    null));
        }
        Supplier<List<MonthSummary.Row>> summary = office.database().beside(other -> new MonthSummary(other).of(month));
        List<Long> ids =
                invoices.issue(issues, month.fingerprint(), month.plan().month(), journal);
        new PaymentStore(office.database()).insert(creditUsed(month, ids), journal);
        new AdjustmentStore(office.database()).settled(month.plan().month(), ids);
        invoices.requireReferences(ids, journal);
        return new Report(month, numbers(issues, false), numbers(issues, true), summary.get(), leftOut);
    }

    private static List<String> numbers(List<InvoiceIssue.Issue> issues, boolean creditNotes) {
        return issues.stream()
                .map(InvoiceIssue.Issue::document)
                .filter(document -> document.creditNote() == creditNotes)
                .map(IssuedInvoice::number)
                .toList();
    }

    private static List<Allocation> creditUsed(MonthPlan month, List<Long> ids) {
        List<Allocation> allocations = new ArrayList<>();
        List<DraftInvoice> drafts = month.plan().drafts();
        for (int i = 0; i < drafts.size(); i++) {
            allocations.addAll(month.allocations(drafts.get(i), ids.get(i)));
        }
        return allocations;
    }
}
