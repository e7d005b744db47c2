package fr.perisco.domain.invoice;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.tariff.TariffGrids;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The invoices of a month, before they are issued: the same for a preview, a dry run and the run.
 *
 * @param drafts in order of family code
 * @param setAside codes of the families that an anomaly blocks
 */
public record InvoicePlan(YearMonth month, List<DraftInvoice> drafts, List<Anomaly> anomalies, Set<String> setAside) {
    /** Families priced by one thread in one go. */
    private static final int SHARE = 1_000;

    public InvoicePlan {
        drafts = List.copyOf(drafts);
        anomalies = List.copyOf(anomalies);
        setAside = Set.copyOf(setAside);
    }

    /**
     * Prices what each family consumed. A family with a blocking anomaly, its own or one handed in, has no draft.
     *
     * @param grids the tariffs of this month and of the earlier ones that were touched
     * @param known anomalies found before pricing, such as requests that nobody decided
     */
    public static InvoicePlan of(
            YearMonth month,
            Collection<FamilyMonth> families,
            Function<YearMonth, TariffGrids> grids,
            InvoiceWording wording,
            Collection<Anomaly> known) {
        List<FamilyMonth> ordered = inOrderOfCode(families);
        Set<String> blocked = new HashSet<>();
        known.stream().filter(Anomaly::blocks).map(Anomaly::familyCode).forEach(blocked::add);
        Set<String> blockedBefore = Set.copyOf(blocked);
        List<Anomaly> anomalies = new ArrayList<>(known);
        List<DraftInvoice> drafts = new ArrayList<>(ordered.size());
        IntStream.range(0, (ordered.size() + SHARE - 1) / SHARE)
                .parallel()
                .mapToObj(share -> ordered.subList(share * SHARE, Math.min(ordered.size(), (share + 1) * SHARE)))
                .map(share -> {
                    Priced priced = new Priced(month, grids, wording, blockedBefore);
                    share.forEach(priced::add);
                    return priced;
                })
                .toList()
                .forEach(priced -> {
                    drafts.addAll(priced.drafts);
                    anomalies.addAll(priced.anomalies);
                    blocked.addAll(priced.blocked);
                });
        return new InvoicePlan(month, drafts, anomalies, blocked);
    }

    /** What became of a share of the families; shares are priced side by side. */
    private static final class Priced {
        private final YearMonth month;
        private final Function<YearMonth, TariffGrids> grids;
        private final InvoiceWording wording;
        private final Set<String> blockedBefore;
        private final Map<YearMonth, MonthPricing> pricings = new HashMap<>();
        private final List<DraftInvoice> drafts = new ArrayList<>(SHARE);
        private final List<Anomaly> anomalies = new ArrayList<>();
        private final Set<String> blocked = new HashSet<>();
        private final Digest digest = new Digest();

        Priced(
                YearMonth month,
                Function<YearMonth, TariffGrids> grids,
                InvoiceWording wording,
                Set<String> blockedBefore) {
            this.month = month;
            this.grids = grids;
            this.wording = wording;
            this.blockedBefore = blockedBefore;
        }

        void add(FamilyMonth consumed) {
            PayingFamily family = consumed.family();
            int before = anomalies.size();
            List<InvoiceLine> lines = pricing(month).linesOf(family, consumed.consumed(), anomalies);
            consumed.touched().forEach(earlier -> lines.addAll(adjustments(family, earlier)));
            if (anomalies.subList(before, anomalies.size()).stream().anyMatch(Anomaly::blocks)) {
                blocked.add(family.code());
            } else if (!lines.isEmpty() && !blockedBefore.contains(family.code())) {
                drafts.add(new DraftInvoice(
                        family, InvoiceContent.of(family.code(), family.recipient(), month, lines, digest)));
            }
        }

        private List<InvoiceLine> adjustments(PayingFamily family, InvoicedMonth earlier) {
            List<Anomaly> found = new ArrayList<>();
            List<InvoiceLine> recomputed = pricing(earlier.month()).linesOf(family, earlier.consumed(), found);
            found.stream().filter(Anomaly::blocks).forEach(anomalies::add);
            return Adjustment.of(earlier, recomputed, wording);
        }

        private MonthPricing pricing(YearMonth of) {
            return pricings.computeIfAbsent(of, key -> new MonthPricing(key, grids.apply(key), wording));
        }
    }

    private static List<FamilyMonth> inOrderOfCode(Collection<FamilyMonth> families) {
        return families.stream()
                .sorted(Comparator.comparing(month -> month.family().code()))
                .toList();
    }

    /** The part of it that concerns one family. */
    public InvoicePlan of(String familyCode) {
        return new InvoicePlan(
                month,
                drafts.stream()
                        .filter(draft -> draft.family().code().equals(familyCode))
                        .toList(),
                anomalies.stream()
                        .filter(anomaly -> anomaly.familyCode().equals(familyCode))
                        .toList(),
                setAside.contains(familyCode) ? Set.of(familyCode) : Set.of());
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
        drafts.forEach(draft -> draft.content().addTo(digest));
        setAside.stream().sorted().forEach(digest::add);
        return digest.hex().substring(0, 16);
    }
}
