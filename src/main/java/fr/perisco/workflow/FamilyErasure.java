package fr.perisco.workflow;

import fr.perisco.domain.invoice.Anomaly;
import fr.perisco.domain.invoice.InvoicePlan;
import fr.perisco.domain.invoice.ListedInvoice;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.store.ErasureStore;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.FamilyStore.StoredFamily;
import fr.perisco.store.FreedSpace;
import fr.perisco.store.InvoiceAudit;
import fr.perisco.store.MergeStore;
import fr.perisco.store.SealAudit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Erases a family (GDPR, article 17): names, contacts, health data and free texts go; documents, payments and booked days stay without
 * names, as the accounts must be kept for ten years (code de commerce, article L123-22; code général des collectivités territoriales for
 * public accounts). See the decision 0007.
 */
public final class FamilyErasure {
    /**
     * @param erased whether it, or a duplicate of it, is erased now and was not before
     * @param children how many children go with it: those that no other family has
     * @param kept how many documents and payments stay without names
     * @param duplicates codes of the families that were merged into it, and go with it
     */
    public record Report(boolean erased, int children, int kept, List<String> duplicates) {
        public Report {
            duplicates = List.copyOf(duplicates);
        }
    }

    private final Office office;
    private final ErasureStore store;

    public FamilyErasure(Office office) {
        this.office = office;
        this.store = new ErasureStore(office.database());
    }

    /**
     * What an erasure would come to.
     *
     * @throws Refused as {@link #erase}
     */
    public Report preview(String code) {
        return office.read(() -> judged(code));
    }

    /**
     * What goes on today stands in the way, even if it will have ended on a later day.
     *
     * @throws Refused when the day that counts is still to come, unless all is taken back
     */
    public void requireDay(String code) {
        if (!office.isRehearsal() && office.isAhead()) {
            throw Refused.because("family.erase.future", code, office.today());
        }
    }

    /**
     * @throws Refused when the day that counts is still to come, the family is unknown, money is open, earlier invoices are to be
     *     corrected, days are booked ahead or not invoiced yet, a registration goes on, or the database does not hold: what was
     *     changed behind the tool's back could not be found any more
     * @throws Unavailable when it is erased, and the file could not be rewritten
     */
    public Report erase(String code) {
        requireDay(code);
        store.overwriteDeleted();
        Report done = office.acts("family erase", journals -> {
            Report report = judged(code);
            if (report.erased()) {
                requireWhole();
                announce();
                FamilyCodes codes = new FamilyCodes(office);
                report.duplicates()
                        .forEach(duplicate ->
                                store.erase(codes.idOf(duplicate), duplicate, journals.apply(office.now())));
                if (!store.isErased(codes.idOf(code))) {
                    store.erase(codes.idOf(code), code, journals.apply(office.now()));
                }
            }
            return report;
        });
        finish();
        return done;
    }

    /** Remembers that the file is to be rewritten once names are taken out. */
    void announce() {
        if (!office.isRehearsal()) {
            new FreedSpace(office.database()).announce();
        }
    }

    /**
     * Rewrites the file where an erasure left that to be done, a former one that was cut short too.
     *
     * @throws Unavailable when others are at work on it; what was erased stays erased
     */
    public void finish() {
        FreedSpace space = new FreedSpace(office.database());
        if (!office.isRehearsal() && space.isAnnounced()) {
            space.clear();
        }
    }

    private Report judged(String code) {
        FamilyStore families = new FamilyStore(office.database());
        StoredFamily family = families.family(code).orElseThrow(() -> Refused.because("unknown.family", code));
        Set<Long> erased = new HashSet<>(Set.of(family.id()));
        int kept = store.kept(family.id());
        List<String> duplicates = duplicates(code);
        boolean known = store.isErased(family.id());
        if (known && duplicates.isEmpty()) {
            return new Report(false, store.childrenOfNoOther(erased), kept, duplicates);
        }
        List<Reason> obstacles = new ArrayList<>(known ? List.of() : obstacles(code, family.id()));
        for (String duplicate : duplicates) {
            long id = new FamilyCodes(office).idOf(duplicate);
            obstacles.addAll(obstacles(duplicate, id));
            erased.add(id);
            kept += store.kept(id);
        }
        if (!obstacles.isEmpty()) {
            throw new Refused(obstacles);
        }
        return new Report(true, store.childrenOfNoOther(erased), kept, duplicates);
    }

    /** The codes of the families that were merged into one and are still held: who they were is who this one is. */
    private List<String> duplicates(String code) {
        Set<String> erased = store.families();
        return new MergeStore(office.database())
                .duplicatesOf(code).stream()
                        .filter(duplicate -> !erased.contains(duplicate))
                        .toList();
    }

    /** What stands in the way of an erasure; empty when nothing does. */
    List<Reason> obstacles(String code, long id) {
        List<Reason> obstacles = new ArrayList<>();
        FamilyDossier dossier = FamilyDossier.of(office, code);
        if (dossier.due().isPositive() || dossier.credit().isPositive()) {
            obstacles.add(Reason.of("family.erase.money", code, dossier.due(), dossier.credit()));
        }
        obstacles.addAll(corrections(code, id, dossier));
        int ahead = store.daysBookedAfter(code, office.today().toString());
        if (ahead > 0) {
            obstacles.add(Reason.of("family.erase.ahead", code, ahead));
        }
        int open = store.daysNotInvoiced(code) - ahead;
        if (open > 0) {
            obstacles.add(Reason.of("family.erase.not-invoiced", code, open));
        }
        for (ErasureStore.GoingOn row : store.registrationsGoingOn(id, office.today())) {
            LocalDate end = row.from().isAfter(office.today()) ? row.from() : office.today();
            String reason = row.own() ? row.pending() ? "pending" : "registered" : "shares";
            obstacles.add(Reason.of(
                    "family.erase." + reason,
                    code,
                    row.child(),
                    row.activity(),
                    row.from(),
                    (row.own() || row.from().isAfter(office.today()) ? end : end.plusDays(1)).toString(),
                    row.payer()));
        }
        return obstacles;
    }

    /** What the family's next invoice would correct of earlier ones: money that stands on no document yet. */
    private List<Reason> corrections(String code, long id, FamilyDossier dossier) {
        YearMonth month = dossier.invoices().stream()
                .map(ListedInvoice::month)
                .max(Comparator.naturalOrder())
                .orElse(YearMonth.from(office.today()))
                .plusMonths(1);
        InvoicePlan plan = new InvoicePlanning(office).corrections(id, month);
        return Stream.concat(
                        plan.drafts().stream()
                                .map(draft -> Reason.of("family.erase.correction", code, draft.amount(), month)),
                        plan.anomalies().stream().filter(Anomaly::blocks).map(Anomaly::reason))
                .toList();
    }

    /**
     * @throws Refused when a seal or a link is broken, which could not be told any more afterwards
     */
    void requireWhole() {
        List<String> broken = new ArrayList<>();
        new InvoiceAudit(office.database()).eachBrokenLink(broken::add);
        if (!broken.isEmpty() || !new SealAudit(office.database()).faults().isEmpty()) {
            throw Refused.because("family.erase.verify");
        }
    }
}
