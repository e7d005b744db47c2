package fr.perisco.workflow;

import fr.perisco.domain.family.FieldChange;
import fr.perisco.domain.invoice.Letterhead;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.recovery.FamilyDebt;
import fr.perisco.domain.recovery.OverdueInvoice;
import fr.perisco.domain.recovery.Reminder;
import fr.perisco.domain.recovery.ReminderDecision;
import fr.perisco.domain.recovery.ReminderLevel;
import fr.perisco.domain.recovery.ReminderLevels;
import fr.perisco.store.Journal;
import fr.perisco.store.ReminderStore;
import fr.perisco.store.SetupStore;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reminds families of what is overdue: one letter a family, at the level that its invoices have come to. Reminders are kept first
 * and printed from what was kept, so that a run that was cut off is finished by running it again.
 */
public final class ReminderRun {
    /**
     * Whom to remind; null for all.
     *
     * @param level only letters of this level
     * @param month only where an invoice of this month has come to a level
     */
    public record Order(
            @Nullable Integer level,
            @Nullable String family,
            @Nullable YearMonth month) {}

    /**
     * A family of the run.
     *
     * @param reminder the letter; null when the family is left alone
     * @param left why it is left alone; null when it is reminded
     */
    public record Line(
            FamilyDebt debt,
            Money amount,
            int invoices,
            @Nullable Reminder reminder,
            @Nullable Reason left) {}

    /**
     * @param lines the families reminded and those left alone for a reason, in the order of their codes
     * @param later how many families owe something and have no level to come to today
     * @param missedPlans why plans count no more
     * @param written how many files are new or other than before
     * @param notices letters that no font has
     */
    public record Report(List<Line> lines, int later, List<Reason> missedPlans, int written, List<Reason> notices) {
        public Report {
            lines = List.copyOf(lines);
            missedPlans = List.copyOf(missedPlans);
            notices = List.copyOf(notices);
        }

        public List<Reminder> reminders() {
            return lines.stream()
                    .map(Line::reminder)
                    .filter(Objects::nonNull)
                    .map(Reminder.class::cast)
                    .toList();
        }

        public long leftAlone() {
            return lines.stream().filter(line -> line.left() != null).count();
        }

        public Money total() {
            return reminders().stream().map(Reminder::amount).reduce(Money.ZERO, Money::plus);
        }
    }

    private static final String KIND = "invoice remind";

    private final Office office;
    private final ReminderStore store;

    public ReminderRun(Office office) {
        this.office = office;
        this.store = new ReminderStore(office.database());
    }

    /**
     * What would be sent today; nothing is kept.
     *
     * @throws Refused when the family is unknown, or the office has no such level
     */
    public Report preview(Order order) {
        return office.read(() -> decided(order));
    }

    /**
     * Sends what has come due, and writes the letters of today that the order names.
     *
     * @param output null to keep them only
     * @param oneFile whether all go into one file, or each into a file of its own in a folder
     * @throws Refused when the family is unknown, or the office has no such level
     */
    public Report send(Order order, @Nullable Path output, boolean oneFile) {
        Report sent = office.act(KIND, null, journal -> keep(decided(order), journal));
        if (office.isRehearsal() || output == null) {
            return sent;
        }
        List<Reminder> ofToday = ofToday(order);
        ReminderPrint print = new ReminderPrint(office);
        int written = oneFile ? print.oneFile(ofToday, output) : print.folder(ofToday, output);
        return new Report(sent.lines(), sent.later(), sent.missedPlans(), written, print.notices());
    }

    /** The reminders that were sent today and that an order names, by this run or an earlier one. */
    public List<Reminder> ofToday(Order order) {
        return office.read(() -> store.list(new ReminderStore.Wanted(
                null, order.family(), order.level(), order.month(), office.today(), office.today())));
    }

    private Report decided(Order order) {
        Long familyId = order.family() == null ? null : (Long) new FamilyCodes(office).idOf(order.family());
        ReminderLevels levels = levels(order);
        Letterhead letterhead =
                Letterhead.of(new SetupStore(office.database()).settings().letterhead());
        List<ReminderDecision> decisions = new Debts(office)
                .of(familyId).stream()
                        .map(debt -> ReminderDecision.of(debt, levels))
                        .filter(decision -> isMeant(decision, order, levels))
                        .toList();
        Debtors debtors = new Debtors(
                office,
                decisions.stream()
                        .filter(ReminderDecision::isReminded)
                        .map(decision -> decision.debt().familyId())
                        .toList());
        List<Line> lines = new ArrayList<>();
        int later = 0;
        for (ReminderDecision decision : decisions) {
            if (decision.isReminded()) {
                lines.add(line(decision, reminder(decision, levels, letterhead, debtors)));
            } else if (decision.left() != null) {
                lines.add(line(decision, null));
            } else {
                later++;
            }
        }
        List<Reason> missed = decisions.stream()
                .map(ReminderDecision::debt)
                .filter(FamilyDebt::hasMissedPlan)
                .map(debt -> Reason.of(
                        "remind.plan-missed",
                        debt.familyCode(),
                        Objects.requireNonNull(debt.plan()).told(debt.day())))
                .toList();
        return new Report(lines, later, missed, 0, List.of());
    }

    private ReminderLevels levels(Order order) {
        ReminderLevels levels = store.levels();
        if (levels.isEmpty()) {
            throw Refused.because("remind.no-levels");
        }
        Integer level = order.level();
        if (level != null && (level < 1 || level > levels.levels().size())) {
            throw Refused.because("remind.no-such-level", level, levels.levels().size());
        }
        return levels;
    }

    private static boolean isMeant(ReminderDecision decision, Order order, ReminderLevels levels) {
        ReminderLevel level = decision.level();
        boolean ofLevel = order.level() == null || level == null || level.level() == order.level();
        boolean ofMonth = order.month() == null
                || decision.debt().invoices().stream()
                        .filter(invoice -> invoice.month().equals(order.month()))
                        .anyMatch(invoice -> level == null
                                || levels.isDue(invoice, decision.debt().day()));
        return ofLevel && ofMonth;
    }

    private static Line line(ReminderDecision decision, @Nullable Reminder reminder) {
        return new Line(decision.debt(), decision.amount(), decision.invoices().size(), reminder, decision.left());
    }

    private Reminder reminder(
            ReminderDecision decision, ReminderLevels levels, Letterhead letterhead, Debtors debtors) {
        FamilyDebt debt = decision.debt();
        ReminderLevel level = Objects.requireNonNull(decision.level());
        return new Reminder(
                0,
                debt.familyId(),
                debt.familyCode(),
                debt.familyName(),
                level.level(),
                debt.day(),
                level.title(),
                level.text(),
                debt.credit(),
                letterhead,
                debtors.of(debt.familyId()),
                decision.invoices().stream()
                        .map(invoice -> item(invoice, levels.levelAfter(invoice, debt.day())))
                        .toList());
    }

    private static Reminder.Item item(OverdueInvoice invoice, int level) {
        return new Reminder.Item(
                invoice.id(),
                invoice.number(),
                invoice.month(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.amount(),
                level,
                invoice.balance(),
                invoice.balance());
    }

    private Report keep(Report decided, Journal journal) {
        List<Reminder> kept = store.insert(decided.reminders(), journal);
        journal.changed(kept.stream()
                .map(reminder -> new FieldChange(
                        "reminder",
                        reminder.familyCode(),
                        "sent",
                        null,
                        "%d, level %d, %s".formatted(reminder.id(), reminder.level(), reminder.amount())))
                .toList());
        List<Line> lines = new ArrayList<>();
        int next = 0;
        for (Line line : decided.lines()) {
            lines.add(
                    line.reminder() == null
                            ? line
                            : new Line(line.debt(), line.amount(), line.invoices(), kept.get(next++), null));
        }
        return new Report(lines, decided.later(), decided.missedPlans(), 0, List.of());
    }
}
