package fr.perisco.workflow;

import fr.perisco.domain.invoice.Anomaly;
import fr.perisco.domain.invoice.DraftInvoice;
import fr.perisco.domain.invoice.FamilyMonth;
import fr.perisco.domain.invoice.InvoicePlan;
import fr.perisco.domain.invoice.InvoicedMonth;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.office.OfficeSettings;
import fr.perisco.domain.payment.Allocation;
import fr.perisco.domain.payment.Allocations;
import fr.perisco.domain.payment.Credit;
import fr.perisco.domain.payment.OpenInvoice;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.tariff.Tariff;
import fr.perisco.domain.tariff.TariffGrids;
import fr.perisco.store.ConsumptionStore;
import fr.perisco.store.PaymentStore;
import fr.perisco.store.SetupStore;
import fr.perisco.store.TreasuryStore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Works out a month's invoices; the check, the preview and the run all start here. */
final class InvoicePlanning {

    private final Office office;
    private final SetupStore setup;
    private final ConsumptionStore consumption;
    private final PaymentStore payments;

    InvoicePlanning(Office office) {
        this.office = office;
        this.setup = new SetupStore(office.database());
        this.consumption = new ConsumptionStore(office.database());
        this.payments = new PaymentStore(office.database());
    }

    /**
     * @param issuedOn the day the documents will bear; null for today
     * @param dueOn the day by which they are to be paid; null for the office's usual delay
     */
    MonthPlan plan(YearMonth month, @Nullable LocalDate issuedOn, @Nullable LocalDate dueOn) {
        OfficeSettings settings = setup.settings();
        LocalDate issue = IssueDay.of(office, issuedOn);
        LocalDate due = dueOn == null ? issue.plusDays(settings.dueDays()) : dueOn;
        if (due.isBefore(issue)) {
            throw Refused.because("invoice.due-before-issue", due, issue);
        }
        List<Tariff> tariffs = setup.tariffs();
        TariffGrids current = new TariffGrids(tariffs);
        List<FamilyMonth> families = consumption.toInvoice(month, setup.units(), current.isByChild());
        InvoicePlan plan = InvoicePlan.of(
                month, families, grids(month, current, tariffs, families)::get, Wording.FRENCH, undecided(month));
        Map<String, List<Allocation>> credit = creditUsed(plan);
        Map<String, Money> owing = owing(plan);
        return new MonthPlan(
                plan, credit, owing, office.today(), issue, due, fingerprint(plan, credit, owing, settings));
    }

    /**
     * What a family's next invoice would correct of its earlier ones, and nothing else of it.
     *
     * @param month later than all that it was invoiced
     * @return with no draft when nothing is billed otherwise now
     */
    InvoicePlan corrections(long familyId, YearMonth month) {
        List<FamilyMonth> touched =
                consumption.toCorrect(familyId, month, setup.units()).stream().toList();
        if (touched.isEmpty()) {
            return new InvoicePlan(month, List.of(), List.of(), Set.of());
        }
        List<Tariff> tariffs = setup.tariffs();
        return InvoicePlan.of(
                month,
                touched,
                grids(month, new TariffGrids(tariffs), tariffs, touched)::get,
                Wording.FRENCH,
                List.of());
    }

    private Map<YearMonth, TariffGrids> grids(
            YearMonth month, TariffGrids current, List<Tariff> tariffs, List<FamilyMonth> families) {
        Map<YearMonth, TariffGrids> grids = new HashMap<>();
        grids.put(month, current);
        families.stream()
                .flatMap(family -> family.touched().stream())
                .map(InvoicedMonth::month)
                .distinct()
                .forEach(earlier -> grids.put(earlier, new TariffGrids(tariffs, setup.tariffsWhenInvoiced(earlier))));
        return grids;
    }

    private List<Anomaly> undecided(YearMonth month) {
        return consumption.undecided(month, office.now()).stream()
                .map(request -> new Anomaly(
                        request.familyCode(),
                        true,
                        Reason.of(
                                "anomaly.undecided-request", request.familyCode(), request.childCode(), request.day())))
                .toList();
    }

    private Map<String, List<Allocation>> creditUsed(InvoicePlan plan) {
        Map<Long, List<Credit>> credits = payments.credits();
        Map<String, List<Allocation>> used = new HashMap<>();
        for (DraftInvoice draft : plan.drafts()) {
            List<Credit> own = credits.get(draft.family().id());
            if (own != null && draft.amount().isPositive()) {
                OpenInvoice open = new OpenInvoice(
                        0, "", draft.family().code(), plan.month(), LocalDate.EPOCH, "", draft.amount());
                used.put(draft.family().code(), Allocations.settle(own, List.of(open)));
            }
        }
        return used;
    }

    /** What families still owe the office of earlier invoices; what the treasury collects is owed to it. */
    private Map<String, Money> owing(InvoicePlan plan) {
        Set<String> invoiced = new HashSet<>();
        plan.drafts().forEach(draft -> invoiced.add(draft.family().code()));
        Set<Long> handedOver = new TreasuryStore(office.database()).handedOver();
        Map<String, Money> owing = new TreeMap<>();
        payments.openInvoices(null, null).stream()
                .filter(open -> invoiced.contains(open.familyCode()) && !handedOver.contains(open.id()))
                .forEach(open -> owing.merge(open.familyCode(), open.balance(), Money::plus));
        return owing;
    }

    private static String fingerprint(
            InvoicePlan plan, Map<String, List<Allocation>> credit, Map<String, Money> owing, OfficeSettings settings) {
        List<String> parts = new ArrayList<>();
        parts.add(settings.letterhead());
        parts.add(settings.get("invoice.number"));
        credit.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> parts.add(entry.getKey() + Allocations.total(entry.getValue())));
        owing.forEach((family, amount) -> parts.add(family + " owes " + amount));
        return plan.fingerprint(String.join("\n", parts));
    }
}
