package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACT;
import static fr.perisco.store.generated.Tables.ALLOCATION;
import static fr.perisco.store.generated.Tables.AUDIT_CHANGE;
import static fr.perisco.store.generated.Tables.DEPOSIT;
import static fr.perisco.store.generated.Tables.DEPOSIT_LINE;
import static fr.perisco.store.generated.Tables.LETTERHEAD;
import static fr.perisco.store.generated.Tables.ONLINE_PAYMENT;
import static fr.perisco.store.generated.Tables.PAYMENT;
import static fr.perisco.store.generated.Tables.PAYMENT_PLAN;
import static fr.perisco.store.generated.Tables.PAYMENT_PLAN_INSTALMENT;
import static fr.perisco.store.generated.Tables.PAYMENT_PLAN_INVOICE;
import static fr.perisco.store.generated.Tables.PAYOUT;
import static fr.perisco.store.generated.Tables.REMINDER;
import static fr.perisco.store.generated.Tables.REMINDER_INVOICE;
import static fr.perisco.store.generated.Tables.TARIFF;
import static fr.perisco.store.generated.Tables.TAX_CERTIFICATE;
import static fr.perisco.store.generated.Tables.TAX_CERTIFICATE_LINE;
import static fr.perisco.store.generated.Tables.TREASURY_CLAIM;
import static fr.perisco.store.generated.Tables.TREASURY_DEBTOR;
import static fr.perisco.store.generated.Tables.TREASURY_LIST;

import fr.perisco.domain.invoice.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.conf.ParamType;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What acts recorded for ever, read act by act for their seals. Columns that a later act may fill, as when a tariff row is retired or
 * a payment plan ends, are no part of it, nor are columns that a later schema adds.
 */
final class SealedRows implements AutoCloseable {
    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "act",
                    ACT,
                    ACT.ID,
                    List.of(ACT.ID, ACT.RECORDED_AT, ACT.EFFECTIVE_AT, ACT.ACTOR, ACT.KIND, ACT.REASON)),
            new Kind(
                    "audit_change",
                    AUDIT_CHANGE,
                    AUDIT_CHANGE.ACT_ID,
                    List.of(
                            AUDIT_CHANGE.SEQ,
                            AUDIT_CHANGE.SUBJECT,
                            AUDIT_CHANGE.CODE,
                            AUDIT_CHANGE.FIELD,
                            AUDIT_CHANGE.BEFORE,
                            AUDIT_CHANGE.AFTER)),
            new Kind(
                    "tariff",
                    TARIFF,
                    TARIFF.ACT_ID,
                    List.of(
                            TARIFF.ID,
                            TARIFF.UNIT_ID,
                            TARIFF.VALID_FROM_ON,
                            TARIFF.QUOTIENT_FROM_CENTS,
                            TARIFF.RESIDENCY,
                            TARIFF.PRICE_CENTS,
                            TARIFF.RATE_PPM,
                            TARIFF.MIN_CENTS,
                            TARIFF.MAX_CENTS,
                            TARIFF.UNBOOKED_SURCHARGE_CENTS,
                            TARIFF.MIN_AGE,
                            TARIFF.MAX_AGE,
                            TARIFF.LEVELS,
                            TARIFF.MIN_RANK,
                            TARIFF.MAX_RANK,
                            TARIFF.IS_OWN_MEAL)),
            new Kind(
                    "payment",
                    PAYMENT,
                    PAYMENT.ACT_ID,
                    List.of(
                            PAYMENT.ID,
                            PAYMENT.FAMILY_ID,
                            PAYMENT.RECEIVED_ON,
                            PAYMENT.METHOD,
                            PAYMENT.AMOUNT_CENTS,
                            PAYMENT.REFERENCE,
                            PAYMENT.DRAWER)),
            new Kind(
                    "online_payment",
                    ONLINE_PAYMENT.join(PAYMENT).on(PAYMENT.ID.eq(ONLINE_PAYMENT.PAYMENT_ID)),
                    PAYMENT.ACT_ID,
                    List.of(
                            ONLINE_PAYMENT.PAYMENT_ID,
                            ONLINE_PAYMENT.IDOP,
                            ONLINE_PAYMENT.NUMCLI,
                            ONLINE_PAYMENT.REFDET,
                            ONLINE_PAYMENT.NUMAUTO,
                            ONLINE_PAYMENT.HEURTRANS)),
            new Kind(
                    "payout",
                    PAYOUT,
                    PAYOUT.ACT_ID,
                    List.of(
                            PAYOUT.ID,
                            PAYOUT.KIND,
                            PAYOUT.FAMILY_ID,
                            PAYOUT.PAID_ON,
                            PAYOUT.METHOD,
                            PAYOUT.AMOUNT_CENTS,
                            PAYOUT.REFERENCE,
                            PAYOUT.REASON,
                            PAYOUT.PAYMENT_ID)),
            new Kind(
                    "allocation",
                    ALLOCATION,
                    ALLOCATION.ACT_ID,
                    List.of(
                            ALLOCATION.ID,
                            ALLOCATION.PAYMENT_ID,
                            ALLOCATION.CREDIT_NOTE_ID,
                            ALLOCATION.INVOICE_ID,
                            ALLOCATION.PAYOUT_ID,
                            ALLOCATION.AMOUNT_CENTS)),
            new Kind(
                    "tax_certificate",
                    TAX_CERTIFICATE.join(LETTERHEAD).on(LETTERHEAD.ID.eq(TAX_CERTIFICATE.LETTERHEAD_ID)),
                    TAX_CERTIFICATE.ACT_ID,
                    List.of(
                            TAX_CERTIFICATE.ID,
                            TAX_CERTIFICATE.NUMBER,
                            TAX_CERTIFICATE.PREFIX,
                            TAX_CERTIFICATE.SEQUENCE,
                            TAX_CERTIFICATE.FAMILY_ID,
                            TAX_CERTIFICATE.TAX_YEAR,
                            TAX_CERTIFICATE.ISSUED_ON,
                            LETTERHEAD.CONTENT,
                            TAX_CERTIFICATE.RECIPIENT,
                            TAX_CERTIFICATE.REPLACES_ID)),
            new Kind(
                    "tax_certificate_line",
                    TAX_CERTIFICATE_LINE
                            .join(TAX_CERTIFICATE)
                            .on(TAX_CERTIFICATE.ID.eq(TAX_CERTIFICATE_LINE.CERTIFICATE_ID)),
                    TAX_CERTIFICATE.ACT_ID,
                    List.of(
                            TAX_CERTIFICATE_LINE.CERTIFICATE_ID,
                            TAX_CERTIFICATE_LINE.LINE,
                            TAX_CERTIFICATE_LINE.CHILD_ID,
                            TAX_CERTIFICATE_LINE.CHILD_NAME,
                            TAX_CERTIFICATE_LINE.BIRTH_ON,
                            TAX_CERTIFICATE_LINE.AMOUNT_CENTS)),
            new Kind(
                    "deposit",
                    DEPOSIT.join(LETTERHEAD).on(LETTERHEAD.ID.eq(DEPOSIT.LETTERHEAD_ID)),
                    DEPOSIT.ACT_ID,
                    List.of(DEPOSIT.ID, DEPOSIT.METHOD, DEPOSIT.MADE_ON, LETTERHEAD.CONTENT)),
            new Kind(
                    "deposit_line",
                    DEPOSIT_LINE.join(DEPOSIT).on(DEPOSIT.ID.eq(DEPOSIT_LINE.DEPOSIT_ID)),
                    DEPOSIT.ACT_ID,
                    List.of(
                            DEPOSIT_LINE.DEPOSIT_ID,
                            DEPOSIT_LINE.LINE,
                            DEPOSIT_LINE.PAYMENT_ID,
                            DEPOSIT_LINE.PAYOUT_ID,
                            DEPOSIT_LINE.FAMILY_CODE,
                            DEPOSIT_LINE.PAYER)),
            new Kind(
                    "reminder",
                    REMINDER.join(LETTERHEAD).on(LETTERHEAD.ID.eq(REMINDER.LETTERHEAD_ID)),
                    REMINDER.ACT_ID,
                    List.of(
                            REMINDER.ID,
                            REMINDER.FAMILY_ID,
                            REMINDER.LEVEL,
                            REMINDER.SENT_ON,
                            REMINDER.TITLE,
                            REMINDER.CONTENT,
                            REMINDER.CREDIT_CENTS,
                            LETTERHEAD.CONTENT,
                            REMINDER.RECIPIENT)),
            new Kind(
                    "reminder_invoice",
                    REMINDER_INVOICE.join(REMINDER).on(REMINDER.ID.eq(REMINDER_INVOICE.REMINDER_ID)),
                    REMINDER.ACT_ID,
                    List.of(
                            REMINDER_INVOICE.REMINDER_ID,
                            REMINDER_INVOICE.INVOICE_ID,
                            REMINDER_INVOICE.LEVEL,
                            REMINDER_INVOICE.BALANCE_CENTS)),
            new Kind(
                    "payment_plan",
                    PAYMENT_PLAN,
                    PAYMENT_PLAN.ACT_ID,
                    List.of(PAYMENT_PLAN.ID, PAYMENT_PLAN.FAMILY_ID, PAYMENT_PLAN.MADE_ON)),
            new Kind(
                    "payment_plan_invoice",
                    PAYMENT_PLAN_INVOICE.join(PAYMENT_PLAN).on(PAYMENT_PLAN.ID.eq(PAYMENT_PLAN_INVOICE.PLAN_ID)),
                    PAYMENT_PLAN.ACT_ID,
                    List.of(
                            PAYMENT_PLAN_INVOICE.PLAN_ID,
                            PAYMENT_PLAN_INVOICE.INVOICE_ID,
                            PAYMENT_PLAN_INVOICE.BALANCE_CENTS)),
            new Kind(
                    "payment_plan_instalment",
                    PAYMENT_PLAN_INSTALMENT.join(PAYMENT_PLAN).on(PAYMENT_PLAN.ID.eq(PAYMENT_PLAN_INSTALMENT.PLAN_ID)),
                    PAYMENT_PLAN.ACT_ID,
                    List.of(
                            PAYMENT_PLAN_INSTALMENT.PLAN_ID,
                            PAYMENT_PLAN_INSTALMENT.RANK,
                            PAYMENT_PLAN_INSTALMENT.DUE_ON,
                            PAYMENT_PLAN_INSTALMENT.AMOUNT_CENTS)),
            new Kind(
                    "treasury_list",
                    TREASURY_LIST.join(LETTERHEAD).on(LETTERHEAD.ID.eq(TREASURY_LIST.LETTERHEAD_ID)),
                    TREASURY_LIST.ACT_ID,
                    List.of(TREASURY_LIST.ID, TREASURY_LIST.MADE_ON, LETTERHEAD.CONTENT)),
            new Kind(
                    "treasury_debtor",
                    TREASURY_DEBTOR.join(TREASURY_LIST).on(TREASURY_LIST.ID.eq(TREASURY_DEBTOR.LIST_ID)),
                    TREASURY_LIST.ACT_ID,
                    List.of(TREASURY_DEBTOR.LIST_ID, TREASURY_DEBTOR.FAMILY_ID, TREASURY_DEBTOR.RECIPIENT)),
            new Kind(
                    "treasury_claim",
                    TREASURY_CLAIM.join(TREASURY_LIST).on(TREASURY_LIST.ID.eq(TREASURY_CLAIM.LIST_ID)),
                    TREASURY_LIST.ACT_ID,
                    List.of(
                            TREASURY_CLAIM.LIST_ID,
                            TREASURY_CLAIM.INVOICE_ID,
                            TREASURY_CLAIM.BALANCE_CENTS,
                            TREASURY_CLAIM.REMINDER_LEVEL,
                            TREASURY_CLAIM.REMINDED_ON)));

    /**
     * Rows of one table, with what they take from another.
     *
     * @param name what tells them from other rows in a hash; it never changes
     * @param act the act that recorded a row
     * @param columns the row's key within its act, which is at most two columns, before all others; the order never changes
     */
    private record Kind(String name, Table<?> from, Field<Long> act, List<Field<?>> columns) {
        Select<?> rows(Database database, long first, long last) {
            return database.dsl()
                    .select(act, literals())
                    .from(from)
                    .where(act.between(DSL.inline(first), DSL.inline(last)))
                    .orderBy(act, columns.get(0), columns.get(1));
        }

        /** The row as SQL literals, which tell a missing value from an empty one and where each ends. */
        private Field<String> literals() {
            List<Field<?>> parts = new ArrayList<>();
            for (Field<?> column : columns) {
                parts.add(DSL.function("quote", SQLDataType.CLOB, column));
                parts.add(DSL.inline(","));
            }
            return DSL.concat(parts.toArray(Field[]::new));
        }
    }

    private final List<Cursor> cursors = new ArrayList<>();
    private final Digest digest = new Digest();

    /** What the acts from the first to the last recorded. */
    SealedRows(Database database, long first, long last) {
        for (Kind kind : KINDS) {
            cursors.add(new Cursor(database, kind.name(), kind.rows(database, first, last)));
        }
    }

    /** The seal of an act upon the one before; acts are asked for in their order. */
    byte[] sealOf(long act, byte[] previous) {
        digest.addBytes(previous);
        cursors.forEach(cursor -> cursor.addTo(digest, act));
        return digest.bytes();
    }

    @Override
    public void close() {
        cursors.forEach(Cursor::close);
    }

    private static final class Cursor implements AutoCloseable {
        private static final long AT_END = Long.MAX_VALUE;

        private final String name;
        private final Statement statement;
        private final ResultSet rows;
        private long act;

        Cursor(Database database, String name, Select<?> query) {
            String sql = query.getSQL(ParamType.INLINED);
            this.name = name;
            try {
                this.statement = database.connection().createStatement();
                this.rows = statement.executeQuery(sql);
                advance();
            } catch (SQLException e) {
                throw new DataAccessException(sql, e);
            }
        }

        private void advance() throws SQLException {
            act = rows.next() ? rows.getLong(1) : AT_END;
        }

        void addTo(Digest digest, long wanted) {
            try {
                while (act < wanted) {
                    advance();
                }
                while (act == wanted) {
                    digest.add(name).add(Rows.text(rows, 2));
                    advance();
                }
            } catch (SQLException e) {
                throw new DataAccessException(name, e);
            }
        }

        @Override
        public void close() {
            try (statement) {
                rows.close();
            } catch (SQLException e) {
                throw new DataAccessException(name, e);
            }
        }
    }
}
