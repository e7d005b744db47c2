package fr.perisco.cli;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.recovery.Instalment;
import fr.perisco.domain.recovery.PaymentPlan;
import fr.perisco.domain.recovery.Reminder;
import fr.perisco.domain.recovery.TreasuryList;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.ReminderRun;
import fr.perisco.workflow.TreasuryHandover;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How reminders, payment plans and lists for the treasury are told. */
final class RecoveryTables {
    private RecoveryTables() {}

    /**
     * @param state of what goes: due or sent
     */
    static Table run(Desk desk, ReminderRun.Report report, String state) {
        Table table = Table.of("family", "level", "amount", "invoices", "state", "reminder", "family_name", "reason");
        for (ReminderRun.Line line : report.lines()) {
            Reminder reminder = line.reminder();
            table.row(
                    line.debt().familyCode(),
                    reminder == null ? null : reminder.level(),
                    line.amount(),
                    line.invoices(),
                    reminder == null ? "left" : state,
                    reminder == null || reminder.id() == 0 ? null : reminder.id(),
                    line.debt().familyName(),
                    said(desk, line.left()));
        }
        return table.totals("", null, report.total(), null, "", null, "", "");
    }

    private static String said(Desk desk, @Nullable Reason reason) {
        return reason == null ? "" : desk.words().say(reason);
    }

    static Table reminders(List<Reminder> reminders) {
        Table table = Table.of(
                "reminder", "family", "level", "sent_on", "amount", "left", "state", "invoices", "family_name");
        reminders.forEach(reminder -> table.row(
                reminder.id(),
                reminder.familyCode(),
                reminder.level(),
                reminder.sentOn(),
                reminder.amount(),
                reminder.left(),
                reminder.state().code(),
                reminder.items().stream().map(Reminder.Item::number).collect(Collectors.joining(" ")),
                reminder.familyName()));
        return table.totals(
                reminders.size(),
                "",
                null,
                null,
                reminders.stream().map(Reminder::amount).reduce(Money.ZERO, Money::plus),
                null,
                "",
                "",
                "");
    }

    static Table plans(List<PaymentPlan> plans, LocalDate today) {
        Table table = Table.of(
                "plan",
                "family",
                "made_on",
                "instalments",
                "amount",
                "paid",
                "left",
                "state",
                "missing",
                "next_on",
                "next_amount",
                "ended_on",
                "family_name",
                "reason");
        plans.forEach(plan -> table.row(
                plan.id(),
                plan.familyCode(),
                plan.madeOn(),
                plan.instalments().size(),
                plan.total(),
                plan.paid(),
                plan.left(),
                plan.stateOn(today).code(),
                plan.missingOn(today),
                plan.next().map(Instalment::dueOn).orElse(null),
                plan.next().map(Instalment::amount).orElse(null),
                plan.endedOn(),
                plan.familyName(),
                plan.endReason() == null ? "" : plan.endReason()));
        return table;
    }

    /** The instalments of a plan, each with what of it is paid: the oldest first. */
    static Table instalments(PaymentPlan plan, LocalDate today) {
        Table table = Table.of("plan", "family", "rank", "due_on", "amount", "paid", "state");
        Money left = plan.paid();
        int rank = 0;
        for (Instalment instalment : plan.instalments()) {
            Money paid = left.min(instalment.amount());
            left = left.minus(paid);
            table.row(
                    plan.id(),
                    plan.familyCode(),
                    ++rank,
                    instalment.dueOn(),
                    instalment.amount(),
                    paid,
                    instalment.stateOf(paid, today).code());
        }
        return table.totals(null, "", null, null, plan.total(), plan.paid(), "");
    }

    /** What goes to the treasury, an invoice a row. */
    static Table treasury(TreasuryList list) {
        Table table = treasuryTable();
        for (TreasuryList.Debtor debtor : list.debtors()) {
            for (TreasuryList.Claim claim : debtor.claims()) {
                table.row(
                        debtor.familyCode(),
                        claim.number(),
                        claim.month(),
                        claim.dueOn(),
                        claim.balance(),
                        claim.level() == 0 ? null : claim.level(),
                        claim.remindedOn(),
                        list.id() == 0 ? null : list.id(),
                        debtor.familyName());
            }
        }
        return table.totals(Integer.toString(list.debtors().size()), "", "", null, list.total(), null, null, null, "");
    }

    static Table treasuryTable() {
        return Table.of(
                "family",
                "invoice",
                "month",
                "due_on",
                "amount",
                "reminder_level",
                "reminded_on",
                "list",
                "family_name");
    }

    static Table lists(List<TreasuryList> lists) {
        Table table = Table.of("list", "made_on", "families", "invoices", "amount");
        lists.forEach(
                list -> table.row(list.id(), list.madeOn(), list.debtors().size(), list.invoices(), list.total()));
        return table;
    }

    /** Why families' invoices stay with the office. */
    static void kept(Desk desk, List<TreasuryHandover.Kept> kept) {
        kept.forEach(family -> desk.inform(
                "treasury.kept",
                family.debt().familyCode(),
                family.amount(),
                desk.words().say(family.reason())));
    }
}
