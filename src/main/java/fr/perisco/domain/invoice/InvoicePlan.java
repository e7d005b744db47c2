package fr.perisco.domain.invoice;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.tariff.TariffGrids;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The invoices of a month, before they are issued: the same for a preview, a dry run and the run.
 *
 * @param drafts in order of family code
 * @param setAside codes of the families that an anomaly blocks
 */
public record InvoicePlan(YearMonth month, List<DraftInvoice> drafts, List<Anomaly> anomalies, Set<String> setAside) {
    public InvoicePlan {
        drafts = List.copyOf(drafts);
        anomalies = List.copyOf(anomalies);
        setAside = Set.copyOf(setAside);
    }

    /**
     * Prices what each family consumed. A family with a blocking anomaly, its own or one handed in, has no draft.
     *
     * @param known anomalies found before pricing, such as requests that nobody decided
     */
    public static InvoicePlan of(
            YearMonth month,
            Collection<FamilyMonth> families,
            TariffGrids grids,
            InvoiceWording wording,
            Collection<Anomaly> known) {
        MonthPricing pricing = new MonthPricing(month, grids, wording);
        List<Anomaly> anomalies = new ArrayList<>(known);
        Set<String> blocked = known.stream()
                .filter(Anomaly::blocks)
                .map(Anomaly::familyCode)
                .collect(Collectors.toCollection(HashSet::new));
        List<DraftInvoice> drafts = new ArrayList<>();
        for (FamilyMonth family : inOrderOfCode(families)) {
            int before = anomalies.size();
            List<InvoiceLine> lines = pricing.linesOf(family.family(), family.consumed(), anomalies);
            if (anomalies.subList(before, anomalies.size()).stream().anyMatch(Anomaly::blocks)) {
                blocked.add(family.family().code());
            }
            if (!lines.isEmpty() && !blocked.contains(family.family().code())) {
                drafts.add(DraftInvoice.of(family.family(), lines));
            }
        }
        return new InvoicePlan(month, drafts, anomalies, blocked);
    }

    private static List<FamilyMonth> inOrderOfCode(Collection<FamilyMonth> families) {
        return families.stream()
                .sorted(Comparator.comparing(month -> month.family().code()))
                .toList();
    }

    public boolean isBlocked() {
        return !setAside.isEmpty();
    }

    public Money total() {
        Money total = Money.ZERO;
        for (DraftInvoice draft : drafts) {
            total = total.plus(draft.amount());
        }
        return total;
    }

    /** A digest of everything that the invoices depend on: two plans with the same one issue the same documents. */
    public String fingerprint(String settings) {
        Digest digest = new Digest().add(month).add(settings);
        for (DraftInvoice draft : drafts) {
            digest.add(draft.family().code()).add(draft.family().recipient().text());
            draft.lines().forEach(line -> line.addTo(digest));
        }
        setAside.stream().sorted().forEach(digest::add);
        return digest.hex().substring(0, 16);
    }
}
