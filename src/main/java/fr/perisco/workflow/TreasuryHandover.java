package fr.perisco.workflow;

import fr.perisco.domain.family.FieldChange;
import fr.perisco.domain.invoice.Letterhead;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.office.OfficeSettings;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.recovery.FamilyDebt;
import fr.perisco.domain.recovery.TreasuryDecision;
import fr.perisco.domain.recovery.TreasuryList;
import fr.perisco.store.Journal;
import fr.perisco.store.SetupStore;
import fr.perisco.store.TreasuryStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Hands invoices that stay unpaid over to the treasury, which collects them from then on: they are not reminded of any more, nor
 * offered to PayFiP. The list is kept first and written from what was kept.
 */
public final class TreasuryHandover {
    /** A family that has invoices of that age, and why they stay with the office. */
    public record Kept(FamilyDebt debt, Money amount, Reason reason) {}

    /**
     * @param list what goes, or went; empty when there is nothing
     * @param kept the families whose invoices stay
     * @param written whether the file is new or other than before
     * @param missingCharacters that no font has; usually empty
     */
    public record Report(Optional<TreasuryList> list, List<Kept> kept, boolean written, String missingCharacters) {
        public Report {
            kept = List.copyOf(kept);
        }
    }

    private final Office office;
    private final TreasuryStore store;

    public TreasuryHandover(Office office) {
        this.office = office;
        this.store = new TreasuryStore(office.database());
    }

    /**
     * What would go today; nothing is kept.
     *
     * @throws Refused when the office never hands anything over
     */
    public Report preview() {
        return office.read(() -> report(decisions()));
    }

    /**
     * Hands over, and writes the list. Where there is nothing new, a list that was made today is written again.
     *
     * @param file a PDF, or a CSV file by its name
     * @throws Refused when the office never hands anything over
     */
    public Report handOver(Path file) {
        Report made = office.act("invoice treasury", null, this::keep);
        if (office.isRehearsal()) {
            return made;
        }
        Optional<TreasuryList> toWrite = made.list().or(this::lastOfToday);
        if (toWrite.isEmpty()) {
            return made;
        }
        TreasuryPrint print = new TreasuryPrint(office);
        boolean written = print.put(toWrite.get(), file);
        return new Report(made.list(), made.kept(), written, print.missingCharacters());
    }

    private Optional<TreasuryList> lastOfToday() {
        return office.read(() -> store.lists().stream()
                .filter(list -> list.madeOn().equals(office.today()))
                .reduce((one, other) -> other));
    }

    /** Lists in the order in which they were made. */
    public List<TreasuryList> lists() {
        return office.read(store::lists);
    }

    /**
     * A list that was handed over.
     *
     * @throws Refused when there is none of this number
     */
    public TreasuryList show(long id) {
        return office.read(() -> store.find(id).orElseThrow(() -> Refused.because("unknown.treasury-list", id)));
    }

    /** Writes a list again as it was; whether the file is new or other than before. */
    public Report print(TreasuryList list, Path file) {
        TreasuryPrint print = new TreasuryPrint(office);
        boolean written = print.put(list, file);
        return new Report(Optional.of(list), List.of(), written, print.missingCharacters());
    }

    private List<TreasuryDecision> decisions() {
        OfficeSettings settings = new SetupStore(office.database()).settings();
        OptionalInt days = settings.treasuryDays();
        if (days.isEmpty()) {
            throw Refused.because("treasury.never");
        }
        Money minimum = settings.treasuryMinimum();
        return new Debts(office)
                .all().stream()
                        .map(debt -> TreasuryDecision.of(debt, days.getAsInt(), minimum))
                        .toList();
    }

    private Report report(List<TreasuryDecision> decisions) {
        List<Kept> kept = decisions.stream()
                .filter(decision -> decision.left() != null)
                .map(decision -> new Kept(
                        decision.debt(),
                        FamilyDebt.balanceOf(decision.debt().invoices()),
                        Objects.requireNonNull(decision.left())))
                .toList();
        List<TreasuryDecision> going =
                decisions.stream().filter(TreasuryDecision::goes).toList();
        if (going.isEmpty()) {
            return new Report(Optional.empty(), kept, false, "");
        }
        Debtors debtors = new Debtors(
                office,
                going.stream().map(decision -> decision.debt().familyId()).toList());
        TreasuryList list = new TreasuryList(
                0,
                office.today(),
                Letterhead.of(new SetupStore(office.database()).settings().letterhead()),
                going.stream()
                        .map(decision -> new TreasuryList.Debtor(
                                decision.debt().familyId(),
                                decision.debt().familyCode(),
                                decision.debt().familyName(),
                                debtors.of(decision.debt().familyId()),
                                decision.claims()))
                        .toList());
        return new Report(Optional.of(list), kept, false, "");
    }

    private Report keep(Journal journal) {
        Report report = report(decisions());
        if (report.list().isEmpty()) {
            return report;
        }
        TreasuryList list = report.list().get();
        long id = store.insert(list, journal);
        journal.changed(list.debtors().stream()
                .map(debtor -> new FieldChange(
                        "treasury",
                        debtor.familyCode(),
                        "handed-over",
                        null,
                        "list %d, %d invoices, %s".formatted(id, debtor.claims().size(), debtor.total())))
                .toList());
        return new Report(store.find(id), report.kept(), false, "");
    }
}
