package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACT;
import static fr.perisco.store.generated.Tables.ACTIVITY;
import static fr.perisco.store.generated.Tables.ALLOCATION;
import static fr.perisco.store.generated.Tables.AUDIT_CHANGE;
import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.CHILD_FAMILY;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.INVOICE_LINE;
import static fr.perisco.store.generated.Tables.INVOICE_RUN;
import static fr.perisco.store.generated.Tables.PAYMENT;
import static fr.perisco.store.generated.Tables.PAYOUT;
import static fr.perisco.store.generated.Tables.REGISTRATION;
import static fr.perisco.store.generated.Tables.RESERVATION_CHANGE;
import static fr.perisco.store.generated.Tables.TYPICAL_WEEK;
import static fr.perisco.store.generated.Tables.UNIT;

import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.calendar.ParisTime;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.office.AuditedAct;
import fr.perisco.domain.office.AuditedChange;
import fr.perisco.domain.reservation.DaySetKind;
import fr.perisco.store.generated.tables.Invoice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads the audit trail: who did what when, and what it changed. */
public final class AuditStore {
    private static final List<Field<?>> OF_ACT =
            List.of(ACT.ID, ACT.RECORDED_AT, ACT.EFFECTIVE_AT, ACT.ACTOR, ACT.KIND, DSL.coalesce(ACT.REASON, ""));
    private static final int FIRST_OWN = OF_ACT.size() + 1;

    /**
     * Which acts; null for all.
     *
     * @param from first day on which it was done, Europe/Paris
     */
    public record Acts(
            @Nullable Long id,
            @Nullable String actor,
            @Nullable String kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        private Condition condition() {
            Condition condition = DSL.noCondition();
            if (id != null) {
                condition = condition.and(ACT.ID.eq(id));
            }
            if (actor != null) {
                condition = condition.and(ACT.ACTOR.eq(actor));
            }
            if (kind != null) {
                condition = condition.and(ACT.KIND.eq(kind));
            }
            if (from != null) {
                condition = condition.and(ACT.RECORDED_AT.ge(start(from)));
            }
            if (to != null) {
                condition = condition.and(ACT.RECORDED_AT.lt(start(to.plusDays(1))));
            }
            return condition;
        }

        private static String start(LocalDate day) {
            return Journal.written(day.atStartOfDay(ParisTime.ZONE).toInstant());
        }
    }

    /** Whom or what changes concern: a family with its children, a child, an invoice, or with all null everything. */
    public record Concern(
            @Nullable String family,
            @Nullable String child,
            @Nullable String invoice) {
        public static final Concern EVERYTHING = new Concern(null, null, null);

        private Condition ofChild() {
            return child == null ? children() : CHILD.CODE.eq(child);
        }

        private Condition children() {
            return family == null
                    ? DSL.condition(invoice == null)
                    : CHILD.ID.in(DSL.select(CHILD_FAMILY.CHILD_ID)
                            .from(CHILD_FAMILY)
                            .join(FAMILY)
                            .on(FAMILY.ID.eq(CHILD_FAMILY.FAMILY_ID))
                            .where(FAMILY.CODE.eq(family)));
        }

        /** A registration's days concern the child, and the family that pays them. */
        private Condition ofRegistration() {
            return family == null ? ofChild() : FAMILY.CODE.eq(family);
        }

        private Condition ofFamily() {
            if (family != null) {
                return FAMILY.CODE.eq(family);
            }
            return DSL.condition(child == null && invoice == null);
        }

        /** A payment concerns the family, and the invoices that it ever settled. */
        private Condition ofPayment() {
            return invoice == null
                    ? ofFamily()
                    : PAYMENT.ID.in(DSL.select(ALLOCATION.PAYMENT_ID)
                            .from(ALLOCATION)
                            .join(INVOICE)
                            .on(INVOICE.ID.eq(ALLOCATION.INVOICE_ID))
                            .where(INVOICE.NUMBER.eq(invoice)));
        }

        /** What bounced of what settled an invoice concerns it too. */
        private Condition ofPayout() {
            return invoice == null
                    ? ofFamily()
                    : PAYOUT.PAYMENT_ID.in(DSL.select(PAYMENT.ID).from(PAYMENT).where(ofPayment()));
        }

        /** A document concerns itself, and the one that it cancels or corrects. */
        private Condition ofInvoice() {
            if (invoice == null) {
                return ofFamily();
            }
            Invoice meant = INVOICE.as("meant");
            return INVOICE.NUMBER
                    .eq(invoice)
                    .or(INVOICE.ID.in(DSL.select(INVOICE_LINE.INVOICE_ID)
                            .from(INVOICE_LINE)
                            .join(meant)
                            .on(meant.ID.eq(INVOICE_LINE.CORRECTS_INVOICE_ID))
                            .where(meant.NUMBER.eq(invoice))));
        }

        /** What bears the code of a child, alone or before other words, or that of the family. */
        private Condition byName() {
            if (invoice != null) {
                return AUDIT_CHANGE.SUBJECT.eq("invoice").and(AUDIT_CHANGE.CODE.eq(invoice));
            }
            if (family == null && child == null) {
                return DSL.noCondition();
            }
            Condition itsChild = DSL.exists(DSL.selectOne()
                    .from(CHILD)
                    .where(ofChild())
                    .and(AUDIT_CHANGE
                            .CODE
                            .eq(CHILD.CODE)
                            .or(AUDIT_CHANGE.CODE.startsWith(CHILD.CODE.concat(DSL.inline(" "))))));
            return family == null ? itsChild : itsChild.or(AUDIT_CHANGE.CODE.eq(family));
        }
    }

    private final Database database;

    public AuditStore(Database database) {
        this.database = database;
    }

    /** Acts in the order in which they were done. */
    public List<AuditedAct> acts(Acts wanted) {
        List<AuditedAct> acts = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(OF_ACT)
                        .from(ACT)
                        .where(wanted.condition())
                        .orderBy(ACT.ID),
                row -> acts.add(act(row)));
        return acts;
    }

    /** When the last act was recorded, Europe/Paris wall time; empty where there is none. */
    public Optional<LocalDateTime> lastMoment() {
        return database.dsl()
                .select(ACT.RECORDED_AT)
                .from(ACT)
                .orderBy(ACT.ID.desc())
                .limit(1)
                .fetchOptional(row -> LocalDateTime.ofInstant(Instant.parse(row.value1()), ParisTime.ZONE)
                        .withNano(0));
    }

    /** What acts changed of something, in the order in which they were done. */
    public List<AuditedChange> changes(Acts wanted, Concern concern) {
        List<AuditedChange> changes = new ArrayList<>();
        created(changes, wanted, "family", FAMILY, FAMILY.ACT_ID, FAMILY.CODE, FAMILY.NAME, concern.ofFamily());
        created(
                changes,
                wanted,
                "child",
                CHILD,
                CHILD.ACT_ID,
                CHILD.CODE,
                CHILD.LAST_NAME.concat(DSL.inline(" "), CHILD.FIRST_NAME),
                concern.ofChild());
        registrations(changes, wanted, concern);
        weeks(changes, wanted, concern);
        payments(changes, wanted, concern);
        payouts(changes, wanted, concern);
        invoices(changes, wanted, concern);
        days(changes, wanted, concern);
        fields(changes, wanted, concern);
        changes.sort(Comparator.comparingLong(change -> change.act().id()));
        return changes;
    }

    private SelectJoinStep<Record> select(Table<?> table, Field<Long> actId, Field<?>... own) {
        return database.dsl()
                .select(Stream.concat(OF_ACT.stream(), Stream.of(own)).toList())
                .from(table)
                .join(ACT)
                .on(ACT.ID.eq(actId));
    }

    private void created(
            List<AuditedChange> changes,
            Acts wanted,
            String subject,
            Table<?> table,
            Field<Long> actId,
            Field<String> code,
            Field<String> name,
            Condition concern) {
        Rows.each(
                database,
                select(table, actId, code, name)
                        .where(wanted.condition().and(concern))
                        .orderBy(code),
                row -> changes.add(created(row, subject, row.getString(FIRST_OWN), row.getString(FIRST_OWN + 1))));
    }

    private static AuditedChange created(ResultSet row, String subject, String code, String what) throws SQLException {
        return new AuditedChange(act(row), subject, code, "created", "", what);
    }

    private void registrations(List<AuditedChange> changes, Acts wanted, Concern concern) {
        Rows.each(
                database,
                select(REGISTRATION, REGISTRATION.ACT_ID, CHILD.CODE, ACTIVITY.CODE, REGISTRATION.FROM_ON, FAMILY.CODE)
                        .join(CHILD)
                        .on(CHILD.ID.eq(REGISTRATION.CHILD_ID))
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(REGISTRATION.FAMILY_ID))
                        .join(ACTIVITY)
                        .on(ACTIVITY.ID.eq(REGISTRATION.ACTIVITY_ID))
                        .where(wanted.condition().and(concern.ofRegistration()))
                        .orderBy(REGISTRATION.ID),
                row -> changes.add(
                        created(row, "registration", words(row, FIRST_OWN, 3), row.getString(FIRST_OWN + 3))));
    }

    private void weeks(List<AuditedChange> changes, Acts wanted, Concern concern) {
        Rows.each(
                database,
                select(
                                TYPICAL_WEEK,
                                TYPICAL_WEEK.ACT_ID,
                                CHILD.CODE,
                                ACTIVITY.CODE,
                                UNIT.CODE,
                                TYPICAL_WEEK.FROM_ON,
                                TYPICAL_WEEK.TO_ON)
                        .join(CHILD)
                        .on(CHILD.ID.eq(TYPICAL_WEEK.CHILD_ID))
                        .join(UNIT)
                        .on(UNIT.ID.eq(TYPICAL_WEEK.UNIT_ID))
                        .join(ACTIVITY)
                        .on(ACTIVITY.ID.eq(UNIT.ACTIVITY_ID))
                        .where(wanted.condition().and(concern.ofChild()))
                        .orderBy(TYPICAL_WEEK.ID),
                row -> changes.add(
                        created(row, "typical-week", words(row, FIRST_OWN, 4), row.getString(FIRST_OWN + 4))));
    }

    private void payments(List<AuditedChange> changes, Acts wanted, Concern concern) {
        Rows.each(
                database,
                select(PAYMENT, PAYMENT.ACT_ID, PAYMENT.ID, PAYMENT.METHOD, PAYMENT.AMOUNT_CENTS)
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(PAYMENT.FAMILY_ID))
                        .where(wanted.condition().and(concern.ofPayment()))
                        .orderBy(PAYMENT.ID),
                row -> changes.add(created(
                        row,
                        "payment",
                        row.getString(FIRST_OWN),
                        row.getString(FIRST_OWN + 1) + " " + Money.ofCents(row.getLong(FIRST_OWN + 2)))));
    }

    private void payouts(List<AuditedChange> changes, Acts wanted, Concern concern) {
        Rows.each(
                database,
                select(PAYOUT, PAYOUT.ACT_ID, PAYOUT.ID, PAYOUT.KIND, PAYOUT.AMOUNT_CENTS)
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(PAYOUT.FAMILY_ID))
                        .where(wanted.condition().and(concern.ofPayout()))
                        .orderBy(PAYOUT.ID),
                row -> changes.add(created(
                        row,
                        row.getString(FIRST_OWN + 1),
                        row.getString(FIRST_OWN),
                        Money.ofCents(row.getLong(FIRST_OWN + 2)).toString())));
    }

    private void invoices(List<AuditedChange> changes, Acts wanted, Concern concern) {
        Rows.each(
                database,
                select(INVOICE_RUN, INVOICE_RUN.ACT_ID, INVOICE.NUMBER, INVOICE.AMOUNT_CENTS)
                        .join(INVOICE)
                        .on(INVOICE.RUN_ID.eq(INVOICE_RUN.ID))
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(INVOICE.FAMILY_ID))
                        .where(wanted.condition().and(concern.ofInvoice()))
                        .orderBy(INVOICE.ID),
                row -> changes.add(created(
                        row,
                        "invoice",
                        row.getString(FIRST_OWN),
                        Money.ofCents(row.getLong(FIRST_OWN + 1)).toString())));
    }

    private void days(List<AuditedChange> changes, Acts wanted, Concern concern) {
        Rows.each(
                database,
                select(
                                RESERVATION_CHANGE,
                                RESERVATION_CHANGE.ACT_ID,
                                CHILD.CODE,
                                ACTIVITY.CODE,
                                UNIT.CODE,
                                RESERVATION_CHANGE.MONTH,
                                RESERVATION_CHANGE.DAY_SET,
                                RESERVATION_CHANGE.REMOVED,
                                RESERVATION_CHANGE.ADDED)
                        .join(REGISTRATION)
                        .on(REGISTRATION.ID.eq(RESERVATION_CHANGE.REGISTRATION_ID))
                        .join(CHILD)
                        .on(CHILD.ID.eq(REGISTRATION.CHILD_ID))
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(REGISTRATION.FAMILY_ID))
                        .join(UNIT)
                        .on(UNIT.ID.eq(RESERVATION_CHANGE.UNIT_ID))
                        .join(ACTIVITY)
                        .on(ACTIVITY.ID.eq(UNIT.ACTIVITY_ID))
                        .where(wanted.condition().and(concern.ofRegistration()))
                        .orderBy(
                                RESERVATION_CHANGE.MONTH,
                                RESERVATION_CHANGE.DAY_SET,
                                RESERVATION_CHANGE.REGISTRATION_ID,
                                RESERVATION_CHANGE.UNIT_ID),
                row -> {
                    YearMonth month = MonthNumber.read(row.getInt(FIRST_OWN + 3));
                    changes.add(new AuditedChange(
                            act(row),
                            "reservation",
                            words(row, FIRST_OWN, 3),
                            DaySetKind.ofNumber(row.getInt(FIRST_OWN + 4)).code(),
                            days(month, row.getInt(FIRST_OWN + 5)),
                            days(month, row.getInt(FIRST_OWN + 6))));
                });
    }

    private static String days(YearMonth month, int bits) {
        return DaySet.ofBits(bits).days(month).map(LocalDate::toString).collect(Collectors.joining(" "));
    }

    private void fields(List<AuditedChange> changes, Acts wanted, Concern concern) {
        Rows.each(
                database,
                select(
                                AUDIT_CHANGE,
                                AUDIT_CHANGE.ACT_ID,
                                AUDIT_CHANGE.SUBJECT,
                                AUDIT_CHANGE.CODE,
                                AUDIT_CHANGE.FIELD,
                                DSL.coalesce(AUDIT_CHANGE.BEFORE, ""),
                                DSL.coalesce(AUDIT_CHANGE.AFTER, ""))
                        .where(wanted.condition().and(concern.byName()))
                        .orderBy(AUDIT_CHANGE.ACT_ID, AUDIT_CHANGE.SEQ),
                row -> changes.add(new AuditedChange(
                        act(row),
                        row.getString(FIRST_OWN),
                        row.getString(FIRST_OWN + 1),
                        row.getString(FIRST_OWN + 2),
                        row.getString(FIRST_OWN + 3),
                        row.getString(FIRST_OWN + 4))));
    }

    private static String words(ResultSet row, int first, int count) throws SQLException {
        List<String> words = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            words.add(row.getString(first + i));
        }
        return String.join(" ", words);
    }

    private static AuditedAct act(ResultSet row) throws SQLException {
        return new AuditedAct(
                row.getLong(1),
                LocalDateTime.ofInstant(Instant.parse(row.getString(2)), ParisTime.ZONE)
                        .withNano(0),
                LocalDateTime.parse(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }
}
