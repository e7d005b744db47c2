package fr.perisco.workflow;

import fr.perisco.domain.office.OfficeSettings;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.ErasureStore;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.HealthStore;
import fr.perisco.store.Journal;
import fr.perisco.store.RetentionStore;
import fr.perisco.store.RetentionStore.Seen;
import fr.perisco.store.SetupStore;
import fr.perisco.store.StrayLoginStore;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets go what need not be held any longer (GDPR, article 5): families without a sign of life are erased, documents and payments of
 * families that stay lose names, health notes that ended are deleted. How long is the office's choice. See the decision 0007.
 */
public final class Retention {
    /** What becomes of something. */
    public enum Action {
        /** A family is erased. */
        ERASE,
        /** A family that would be erased, or whose documents would lose names, stays as it is, and why. */
        KEEP,
        /** A family's old documents and payments lose names. */
        NAMES,
        /** A child's ended health notes are deleted. */
        HEALTH;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param family the code; empty for what belongs to a child
     * @param child the code; empty for what belongs to a family
     * @param lastSeen the last sign of life; null where it is not asked
     * @param children how many the family has
     * @param documents and payments that stay without names
     * @param reason why it goes or stays
     */
    public record Item(
            Action action,
            String family,
            String child,
            String name,
            @Nullable LocalDate lastSeen,
            int children,
            int documents,
            Reason reason) {}

    /**
     * @param familiesBefore families without a sign of life since go
     * @param documentsBefore documents of before lose names
     * @param active families that were seen since
     */
    public record Report(LocalDate familiesBefore, LocalDate documentsBefore, int active, List<Item> items) {
        public Report {
            items = List.copyOf(items);
        }

        public int count(Action action) {
            return (int) items.stream().filter(item -> item.action() == action).count();
        }

        /** Whether something goes. */
        public boolean isEmpty() {
            return count(Action.KEEP) == items.size();
        }
    }

    private final Office office;
    private final ErasureStore erasures;
    private final RetentionStore store;
    private final HealthStore health;
    private final StrayLoginStore strays;
    private final FamilyErasure erasure;

    public Retention(Office office) {
        this.office = office;
        this.erasures = new ErasureStore(office.database());
        this.store = new RetentionStore(office.database());
        this.health = new HealthStore(office.database());
        this.strays = new StrayLoginStore(office.database());
        this.erasure = new FamilyErasure(office);
    }

    /** What would go and what would stay, in the order of codes. */
    public Report preview() {
        return office.read(this::judged);
    }

    /**
     * Only what is due on the clock may go: what will be due on a later day is not yet.
     *
     * @throws Refused when the day that counts is still to come, unless all is taken back
     */
    public void requireDay() {
        if (!office.isRehearsal() && office.isAhead()) {
            throw Refused.because("retention.future", office.today());
        }
    }

    /**
     * Lets it go: an act for each family, all kept together or none.
     *
     * @throws Refused when the day that counts is still to come, or the database does not hold
     */
    public Report apply() {
        requireDay();
        erasures.overwriteDeleted();
        Report done = office.acts("db retention", journals -> {
            Report report = judged();
            if (report.count(Action.ERASE) + report.count(Action.NAMES) > 0) {
                erasure.requireWhole();
            }
            if (!report.isEmpty()) {
                erasure.announce();
            }
            report.items().forEach(item -> apply(item, report, journals));
            forgetHealth(report, journals);
            return report;
        });
        finish();
        return done;
    }

    /** Lets counts of wrong passwords go that say nothing any more; then as {@link FamilyErasure#finish}. */
    public void finish() {
        if (!office.isRehearsal() && office.read(() -> strays.holdsForgotten(office.clock()))) {
            office.acts("db retention", journals -> {
                strays.forget(office.clock());
                return true;
            });
        }
        erasure.finish();
    }

    private void apply(Item item, Report report, Function<LocalDateTime, Journal> journals) {
        if (item.action() == Action.ERASE) {
            erasures.erase(new FamilyCodes(office).idOf(item.family()), item.family(), journals.apply(office.now()));
        } else if (item.action() == Action.NAMES) {
            erasures.eraseNamesBefore(
                    new FamilyCodes(office).idOf(item.family()),
                    item.family(),
                    report.documentsBefore(),
                    journals.apply(office.now()));
        }
    }

    private void forgetHealth(Report report, Function<LocalDateTime, Journal> journals) {
        if (report.count(Action.HEALTH) == 0) {
            return;
        }
        Journal journal = journals.apply(office.now());
        health.removeEndedBefore(report.familiesBefore());
        report.items().stream()
                .filter(item -> item.action() == Action.HEALTH)
                .forEach(item -> journal.changed(
                        RecordedReading.SUBJECT, item.child(), RecordedReading.FIELD, null, ChildHealth.CHANGED));
    }

    private Report judged() {
        OfficeSettings settings = new SetupStore(office.database()).settings();
        LocalDate familiesBefore = office.today().minusYears(settings.familiesYears());
        LocalDate documentsBefore = office.today().minusYears(settings.invoicesYears());
        List<Item> items = new ArrayList<>();
        int active = 0;
        Set<Long> old = store.withSomethingBefore(documentsBefore);
        for (Seen family : store.families()) {
            if (family.lastOn().isBefore(familiesBefore)) {
                items.add(inactive(family));
            } else {
                active++;
                int named = old.contains(family.id()) ? erasures.namedBefore(family.id(), documentsBefore) : 0;
                if (named > 0) {
                    items.add(old(family, named, documentsBefore));
                }
            }
        }
        FamilyStore families = new FamilyStore(office.database());
        for (String child : health.endedBefore(familiesBefore)) {
            items.add(new Item(
                    Action.HEALTH,
                    "",
                    child,
                    families.child(child).orElseThrow().fullName(),
                    null,
                    0,
                    0,
                    Reason.of("retention.ended", familiesBefore)));
        }
        return new Report(familiesBefore, documentsBefore, active, items);
    }

    private Item inactive(Seen family) {
        List<Reason> obstacles = obstacles(family);
        return new Item(
                obstacles.isEmpty() ? Action.ERASE : Action.KEEP,
                family.code(),
                "",
                family.name(),
                family.lastOn(),
                new FamilyStore(office.database()).childrenOf(family.id()).size(),
                erasures.kept(family.id()),
                obstacles.isEmpty() ? Reason.of("retention.inactive", family.lastOn()) : obstacles.get(0));
    }

    private Item old(Seen family, int named, LocalDate before) {
        FamilyDossier dossier = FamilyDossier.of(office, family.code());
        boolean open = dossier.due().isPositive();
        return new Item(
                open ? Action.KEEP : Action.NAMES,
                family.code(),
                "",
                family.name(),
                family.lastOn(),
                dossier.children().size(),
                named,
                open
                        ? Reason.of("retention.money", dossier.due(), dossier.credit())
                        : Reason.of("retention.old", before));
    }

    private List<Reason> obstacles(Seen family) {
        List<Reason> obstacles = new ArrayList<>();
        FamilyDossier dossier = FamilyDossier.of(office, family.code());
        if (dossier.due().isPositive() || dossier.credit().isPositive()) {
            obstacles.add(Reason.of("retention.money", dossier.due(), dossier.credit()));
        }
        dossier.plan().ifPresent(plan -> obstacles.add(Reason.of("retention.plan")));
        dossier.hold().ifPresent(hold -> obstacles.add(Reason.of("retention.hold", hold.until())));
        int mails = store.openMails(family.id());
        if (mails > 0) {
            obstacles.add(Reason.of("retention.mails", mails));
        }
        if (obstacles.isEmpty()
                && !erasure.obstacles(family.code(), family.id()).isEmpty()) {
            obstacles.add(Reason.of("retention.going-on"));
        }
        return obstacles;
    }
}
