package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACT;
import static fr.perisco.store.generated.Tables.ALLOCATION;
import static fr.perisco.store.generated.Tables.AUDIT_CHANGE;
import static fr.perisco.store.generated.Tables.DEPOSIT;
import static fr.perisco.store.generated.Tables.DEPOSIT_LINE;
import static fr.perisco.store.generated.Tables.ERASED_ACT;
import static fr.perisco.store.generated.Tables.ERASED_INVOICE;
import static fr.perisco.store.generated.Tables.FAMILY_ERASURE;
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
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.TableField;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * What acts recorded for ever, read act by act for their seals. Columns that a later act may fill, as when a tariff row is retired or
 * a payment plan ends, are no part of it, nor are columns that a later schema adds.
 */
final class SealedRows implements AutoCloseable {
    private static final List<Kind> KINDS = List.of(
            new Kind(ACT.ID, null, List.of(ACT.ID, ACT.RECORDED_AT, ACT.EFFECTIVE_AT, ACT.ACTOR, ACT.KIND, ACT.REASON)),
            new Kind(
                    AUDIT_CHANGE.ACT_ID,
                    null,
                    List.of(
                            AUDIT_CHANGE.SEQ,
                            AUDIT_CHANGE.SUBJECT,
                            AUDIT_CHANGE.CODE,
                            AUDIT_CHANGE.FIELD,
                            AUDIT_CHANGE.BEFORE,
                            AUDIT_CHANGE.AFTER)),
            new Kind(
                    TARIFF.ACT_ID,
                    null,
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
                    PAYMENT.ACT_ID,
                    null,
                    List.of(
                            PAYMENT.ID,
                            PAYMENT.FAMILY_ID,
                            PAYMENT.RECEIVED_ON,
                            PAYMENT.METHOD,
                            PAYMENT.AMOUNT_CENTS,
                            PAYMENT.REFERENCE,
                            PAYMENT.DRAWER)),
            new Kind(
                    PAYMENT.ACT_ID,
                    new Join(ONLINE_PAYMENT.PAYMENT_ID, PAYMENT.ID),
                    List.of(
                            ONLINE_PAYMENT.PAYMENT_ID,
                            ONLINE_PAYMENT.IDOP,
                            ONLINE_PAYMENT.NUMCLI,
                            ONLINE_PAYMENT.REFDET,
                            ONLINE_PAYMENT.NUMAUTO,
                            ONLINE_PAYMENT.HEURTRANS)),
            new Kind(
                    PAYOUT.ACT_ID,
                    null,
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
                    ALLOCATION.ACT_ID,
                    null,
                    List.of(
                            ALLOCATION.ID,
                            ALLOCATION.PAYMENT_ID,
                            ALLOCATION.CREDIT_NOTE_ID,
                            ALLOCATION.INVOICE_ID,
                            ALLOCATION.PAYOUT_ID,
                            ALLOCATION.AMOUNT_CENTS)),
            new Kind(
                    TAX_CERTIFICATE.ACT_ID,
                    new Join(TAX_CERTIFICATE.LETTERHEAD_ID, LETTERHEAD.ID),
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
                    TAX_CERTIFICATE.ACT_ID,
                    new Join(TAX_CERTIFICATE_LINE.CERTIFICATE_ID, TAX_CERTIFICATE.ID),
                    List.of(
                            TAX_CERTIFICATE_LINE.CERTIFICATE_ID,
                            TAX_CERTIFICATE_LINE.LINE,
                            TAX_CERTIFICATE_LINE.CHILD_ID,
                            TAX_CERTIFICATE_LINE.CHILD_NAME,
                            TAX_CERTIFICATE_LINE.BIRTH_ON,
                            TAX_CERTIFICATE_LINE.AMOUNT_CENTS)),
            new Kind(
                    DEPOSIT.ACT_ID,
                    new Join(DEPOSIT.LETTERHEAD_ID, LETTERHEAD.ID),
                    List.of(DEPOSIT.ID, DEPOSIT.METHOD, DEPOSIT.MADE_ON, LETTERHEAD.CONTENT)),
            new Kind(
                    DEPOSIT.ACT_ID,
                    new Join(DEPOSIT_LINE.DEPOSIT_ID, DEPOSIT.ID),
                    List.of(
                            DEPOSIT_LINE.DEPOSIT_ID,
                            DEPOSIT_LINE.LINE,
                            DEPOSIT_LINE.PAYMENT_ID,
                            DEPOSIT_LINE.PAYOUT_ID,
                            DEPOSIT_LINE.FAMILY_CODE,
                            DEPOSIT_LINE.PAYER)),
            new Kind(
                    REMINDER.ACT_ID,
                    new Join(REMINDER.LETTERHEAD_ID, LETTERHEAD.ID),
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
                    REMINDER.ACT_ID,
                    new Join(REMINDER_INVOICE.REMINDER_ID, REMINDER.ID),
                    List.of(
                            REMINDER_INVOICE.REMINDER_ID,
                            REMINDER_INVOICE.INVOICE_ID,
                            REMINDER_INVOICE.LEVEL,
                            REMINDER_INVOICE.BALANCE_CENTS)),
            new Kind(PAYMENT_PLAN.ACT_ID, null, List.of(PAYMENT_PLAN.ID, PAYMENT_PLAN.FAMILY_ID, PAYMENT_PLAN.MADE_ON)),
            new Kind(
                    PAYMENT_PLAN.ACT_ID,
                    new Join(PAYMENT_PLAN_INVOICE.PLAN_ID, PAYMENT_PLAN.ID),
                    List.of(
                            PAYMENT_PLAN_INVOICE.PLAN_ID,
                            PAYMENT_PLAN_INVOICE.INVOICE_ID,
                            PAYMENT_PLAN_INVOICE.BALANCE_CENTS)),
            new Kind(
                    PAYMENT_PLAN.ACT_ID,
                    new Join(PAYMENT_PLAN_INSTALMENT.PLAN_ID, PAYMENT_PLAN.ID),
                    List.of(
                            PAYMENT_PLAN_INSTALMENT.PLAN_ID,
                            PAYMENT_PLAN_INSTALMENT.RANK,
                            PAYMENT_PLAN_INSTALMENT.DUE_ON,
                            PAYMENT_PLAN_INSTALMENT.AMOUNT_CENTS)),
            new Kind(
                    TREASURY_LIST.ACT_ID,
                    new Join(TREASURY_LIST.LETTERHEAD_ID, LETTERHEAD.ID),
                    List.of(TREASURY_LIST.ID, TREASURY_LIST.MADE_ON, LETTERHEAD.CONTENT)),
            new Kind(
                    TREASURY_LIST.ACT_ID,
                    new Join(TREASURY_DEBTOR.LIST_ID, TREASURY_LIST.ID),
                    List.of(TREASURY_DEBTOR.LIST_ID, TREASURY_DEBTOR.FAMILY_ID, TREASURY_DEBTOR.RECIPIENT)),
            new Kind(
                    TREASURY_LIST.ACT_ID,
                    new Join(TREASURY_CLAIM.LIST_ID, TREASURY_LIST.ID),
                    List.of(
                            TREASURY_CLAIM.LIST_ID,
                            TREASURY_CLAIM.INVOICE_ID,
                            TREASURY_CLAIM.BALANCE_CENTS,
                            TREASURY_CLAIM.REMINDER_LEVEL,
                            TREASURY_CLAIM.REMINDED_ON)),
            new Kind(FAMILY_ERASURE.ACT_ID, null, List.of(FAMILY_ERASURE.FAMILY_ID, FAMILY_ERASURE.ACT_ID)),
            new Kind(
                    ERASED_ACT.ERASURE_ACT_ID,
                    null,
                    List.of(
                            ERASED_ACT.ACT_ID,
                            ERASED_ACT.ERASURE_ACT_ID,
                            ERASED_ACT.SEAL_HASH,
                            ERASED_ACT.REMAINING_HASH)),
            new Kind(
                    ERASED_INVOICE.ERASURE_ACT_ID,
                    null,
                    List.of(
                            ERASED_INVOICE.INVOICE_ID,
                            ERASED_INVOICE.ERASURE_ACT_ID,
                            ERASED_INVOICE.CONTENT_HASH,
                            ERASED_INVOICE.REMAINING_HASH)));

    /** A row of another table that belongs to a row. */
    private record Join(TableField<?, Long> ours, TableField<?, Long> theirs) {}

    /**
     * Rows of one table, with what they take from another. Their SQL is put together here: every short command waits for it, and
     * jOOQ would take a hundred times as long.
     *
     * @param act the act that recorded a row
     * @param columns the row's key within its act, which is at most two columns, before all others; the order never changes
     */
    private record Kind(TableField<?, Long> act, @Nullable Join join, List<TableField<?, ?>> columns) {
        /** Tells its rows from others in a hash. */
        String name() {
            return table(columns.get(0));
        }

        /** The act and the row as SQL literals, which tell a missing value from an empty one and where each ends. */
        String query(long first, long last) {
            String literals = columns.stream()
                    .map(column -> "quote(" + written(column) + ")")
                    .collect(Collectors.joining(" || ',' || "));
            return "select " + written(act) + ", " + literals
                    + " from " + name() + (join == null ? "" : joined(join))
                    + " where " + written(act) + " between " + first + " and " + last
                    + " order by " + written(act) + ", " + written(columns.get(0)) + ", " + written(columns.get(1));
        }

        private static String joined(Join join) {
            return " join " + table(join.theirs()) + " on " + written(join.theirs()) + " = " + written(join.ours());
        }

        private static String written(TableField<?, ?> column) {
            return table(column) + "." + column.getName();
        }

        private static String table(TableField<?, ?> column) {
            return Objects.requireNonNull(column.getTable()).getName();
        }
    }

    private final List<Cursor> cursors = new ArrayList<>();
    private final Digest digest = new Digest();

    /** What the acts from the first to the last recorded. */
    SealedRows(Database database, long first, long last) {
        for (Kind kind : KINDS) {
            cursors.add(new Cursor(database, kind.name(), kind.query(first, last)));
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

        Cursor(Database database, String name, String sql) {
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
