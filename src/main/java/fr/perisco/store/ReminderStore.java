package fr.perisco.store;

import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.INVOICE_RUN;
import static fr.perisco.store.generated.Tables.LETTERHEAD;
import static fr.perisco.store.generated.Tables.REMINDER;
import static fr.perisco.store.generated.Tables.REMINDER_INVOICE;
import static fr.perisco.store.generated.Tables.REMINDER_LEVEL;

import fr.perisco.domain.invoice.Letterhead;
import fr.perisco.domain.invoice.Recipient;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.recovery.Reminder;
import fr.perisco.domain.recovery.ReminderLevel;
import fr.perisco.domain.recovery.ReminderLevels;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The levels of reminding, and the reminders that were sent. */
public final class ReminderStore {
    /**
     * Which reminders; null for all.
     *
     * @param month of one of its invoices
     * @param from first day on which it was sent
     */
    public record Wanted(
            @Nullable Long id,
            @Nullable String family,
            @Nullable Integer level,
            @Nullable YearMonth month,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        private Condition condition() {
            Condition condition = DSL.noCondition();
            if (id != null) {
                condition = condition.and(REMINDER.ID.eq(id));
            }
            if (family != null) {
                condition = condition.and(FAMILY.CODE.eq(family));
            }
            if (level != null) {
                condition = condition.and(REMINDER.LEVEL.eq(level));
            }
            if (month != null) {
                condition = condition.and(REMINDER.ID.in(DSL.select(REMINDER_INVOICE.REMINDER_ID)
                        .from(REMINDER_INVOICE)
                        .join(INVOICE)
                        .on(INVOICE.ID.eq(REMINDER_INVOICE.INVOICE_ID))
                        .where(INVOICE.MONTH.eq(MonthNumber.of(month)))));
            }
            if (from != null) {
                condition = condition.and(REMINDER.SENT_ON.ge(from));
            }
            if (to != null) {
                condition = condition.and(REMINDER.SENT_ON.le(to));
            }
            return condition;
        }
    }

    private final Database database;

    public ReminderStore(Database database) {
        this.database = database;
    }

    public ReminderLevels levels() {
        return new ReminderLevels(database.dsl()
                .selectFrom(REMINDER_LEVEL)
                .orderBy(REMINDER_LEVEL.LEVEL)
                .fetch(row -> new ReminderLevel(
                        row.getLevel(),
                        row.getAfterDays(),
                        Money.ofCents(row.getMinimumCents()),
                        row.getTitle(),
                        row.getContent())));
    }

    public void replaceLevels(ReminderLevels levels) {
        database.dsl().deleteFrom(REMINDER_LEVEL).execute();
        try (Batch batch = Batch.insert(database, REMINDER_LEVEL, REMINDER_LEVEL.fields())) {
            levels.levels()
                    .forEach(level -> batch.add(
                            level.level(), level.days(), level.minimum().cents(), level.title(), level.text()));
        }
    }

    /** Keeps reminders; their numbers are drawn here, in their order. */
    public List<Reminder> insert(List<Reminder> reminders, Journal journal) {
        if (reminders.isEmpty()) {
            return List.of();
        }
        long first = database.nextId(REMINDER.ID);
        long actId = journal.actId();
        long letterheadId =
                new InvoiceIssue(database).letterheadId(reminders.get(0).letterhead());
        List<Reminder> kept = new ArrayList<>();
        try (Batch batch = Batch.insert(database, REMINDER, REMINDER.fields())) {
            for (Reminder reminder : reminders) {
                long id = first + kept.size();
                batch.add(
                        id,
                        reminder.familyId(),
                        reminder.level(),
                        reminder.sentOn(),
                        reminder.title(),
                        reminder.text(),
                        reminder.credit().cents(),
                        letterheadId,
                        reminder.recipient().text(),
                        actId);
                kept.add(withId(reminder, id));
            }
        }
        try (Batch batch = Batch.insert(database, REMINDER_INVOICE, REMINDER_INVOICE.fields())) {
            kept.forEach(reminder -> reminder.items()
                    .forEach(item -> batch.add(
                            reminder.id(),
                            item.invoiceId(),
                            item.level(),
                            item.balance().cents())));
        }
        return kept;
    }

    private static Reminder withId(Reminder reminder, long id) {
        return new Reminder(
                id,
                reminder.familyId(),
                reminder.familyCode(),
                reminder.familyName(),
                reminder.level(),
                reminder.sentOn(),
                reminder.title(),
                reminder.text(),
                reminder.credit(),
                reminder.letterhead(),
                reminder.recipient(),
                reminder.items());
    }

    /** Reminders in the order in which they were sent. */
    public List<Reminder> list(Wanted wanted) {
        Condition condition = wanted.condition();
        Map<Long, List<Reminder.Item>> items = items(condition);
        Map<String, Letterhead> letterheads = new HashMap<>();
        List<Reminder> reminders = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                REMINDER.ID,
                                REMINDER.FAMILY_ID,
                                FAMILY.CODE,
                                FAMILY.NAME,
                                REMINDER.LEVEL,
                                REMINDER.SENT_ON,
                                REMINDER.TITLE,
                                REMINDER.CONTENT,
                                REMINDER.CREDIT_CENTS,
                                LETTERHEAD.CONTENT,
                                REMINDER.RECIPIENT)
                        .from(REMINDER)
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(REMINDER.FAMILY_ID))
                        .join(LETTERHEAD)
                        .on(LETTERHEAD.ID.eq(REMINDER.LETTERHEAD_ID))
                        .where(condition)
                        .orderBy(REMINDER.ID),
                row -> reminders.add(new Reminder(
                        row.getLong(1),
                        row.getLong(2),
                        Rows.text(row, 3),
                        Rows.text(row, 4),
                        row.getInt(5),
                        Rows.day(row, 6),
                        Rows.text(row, 7),
                        Rows.text(row, 8),
                        Money.ofCents(row.getLong(9)),
                        letterheads.computeIfAbsent(Rows.text(row, 10), Letterhead::of),
                        Recipient.of(Rows.text(row, 11)),
                        items.getOrDefault(row.getLong(1), List.of()))));
        return reminders;
    }

    private Map<Long, List<Reminder.Item>> items(Condition condition) {
        Map<Long, List<Reminder.Item>> items = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                REMINDER.ID,
                                INVOICE.ID,
                                INVOICE.NUMBER,
                                INVOICE.MONTH,
                                INVOICE_RUN.ISSUED_ON,
                                INVOICE_RUN.DUE_ON,
                                INVOICE.AMOUNT_CENTS,
                                REMINDER_INVOICE.LEVEL,
                                REMINDER_INVOICE.BALANCE_CENTS,
                                InvoiceStore.balance())
                        .from(REMINDER)
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(REMINDER.FAMILY_ID))
                        .join(REMINDER_INVOICE)
                        .on(REMINDER_INVOICE.REMINDER_ID.eq(REMINDER.ID))
                        .join(INVOICE)
                        .on(INVOICE.ID.eq(REMINDER_INVOICE.INVOICE_ID))
                        .join(INVOICE_RUN)
                        .on(INVOICE_RUN.ID.eq(INVOICE.RUN_ID))
                        .where(condition)
                        .orderBy(REMINDER.ID, INVOICE_RUN.DUE_ON, INVOICE.ID),
                row -> items.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(new Reminder.Item(
                                row.getLong(2),
                                Rows.text(row, 3),
                                MonthNumber.read(row.getInt(4)),
                                Rows.day(row, 5),
                                Rows.day(row, 6),
                                Money.ofCents(row.getLong(7)),
                                row.getInt(8),
                                Money.ofCents(row.getLong(9)),
                                Money.ofCents(row.getLong(10)))));
        return items;
    }
}
