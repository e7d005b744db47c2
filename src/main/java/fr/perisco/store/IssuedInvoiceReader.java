package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ALLOCATION;
import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.INVOICE_LINE;
import static fr.perisco.store.generated.Tables.INVOICE_RUN;
import static fr.perisco.store.generated.Tables.LETTERHEAD;
import static fr.perisco.store.generated.Tables.LINE_WORDING;
import static fr.perisco.store.generated.Tables.REGISTRATION;

import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.invoice.CarriedBalance;
import fr.perisco.domain.invoice.InvoiceContent;
import fr.perisco.domain.invoice.InvoiceLine;
import fr.perisco.domain.invoice.IssuedInvoice;
import fr.perisco.domain.invoice.Letterhead;
import fr.perisco.domain.invoice.LineKind;
import fr.perisco.domain.invoice.LinePiece;
import fr.perisco.domain.invoice.Recipient;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.money.Share;
import fr.perisco.store.generated.tables.Invoice;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads documents with their lines in one pass over both tables. */
final class IssuedInvoiceReader {
    /** What the first document's link hangs on. */
    static final byte[] START_OF_CHAIN = new byte[32];

    private static final Invoice CORRECTED = INVOICE.as("corrected");

    interface Sink {
        void accept(IssuedInvoice invoice, byte[] hash);
    }

    private final Database database;

    IssuedInvoiceReader(Database database) {
        this.database = database;
    }

    void each(Condition condition, Sink sink) {
        Open open = new Open(sink);
        Rows.each(
                database,
                database.dsl()
                        .select(
                                INVOICE.ID,
                                INVOICE.NUMBER,
                                INVOICE.KIND,
                                FAMILY.CODE,
                                INVOICE.MONTH,
                                INVOICE_RUN.ISSUED_ON,
                                INVOICE_RUN.DUE_ON,
                                INVOICE.RECIPIENT,
                                INVOICE.AMOUNT_CENTS,
                                INVOICE.CREDIT_CENTS,
                                LETTERHEAD.CONTENT,
                                INVOICE.HASH,
                                INVOICE_LINE.LINE,
                                INVOICE_LINE.KIND,
                                CHILD.CODE,
                                INVOICE_LINE.CHILD_NAME,
                                LINE_WORDING.REGISTRATION,
                                LINE_WORDING.LABEL,
                                LINE_WORDING.SERVICE,
                                INVOICE_LINE.MONTH,
                                INVOICE_LINE.UNIT_PRICE_CENTS,
                                INVOICE_LINE.REGISTRATION_ID,
                                INVOICE_LINE.UNIT_ID,
                                INVOICE_LINE.DAYS,
                                INVOICE_LINE.QUANTITY,
                                INVOICE_LINE.TARIFF_ID,
                                INVOICE_LINE.QUOTIENT_ID,
                                CORRECTED.NUMBER,
                                INVOICE_LINE.IS_SURCHARGE,
                                INVOICE_LINE.SHARE_FROM,
                                INVOICE_LINE.SHARE_TO,
                                INVOICE.CARRIED_CENTS,
                                INVOICE.CARRIED_ON,
                                settledAtIssue())
                        .from(INVOICE)
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(INVOICE.FAMILY_ID))
                        .join(INVOICE_RUN)
                        .on(INVOICE_RUN.ID.eq(INVOICE.RUN_ID))
                        .join(LETTERHEAD)
                        .on(LETTERHEAD.ID.eq(INVOICE_RUN.LETTERHEAD_ID))
                        .join(INVOICE_LINE)
                        .on(INVOICE_LINE.INVOICE_ID.eq(INVOICE.ID))
                        .join(LINE_WORDING)
                        .on(LINE_WORDING.ID.eq(INVOICE_LINE.WORDING_ID))
                        .join(REGISTRATION)
                        .on(REGISTRATION.ID.eq(INVOICE_LINE.REGISTRATION_ID))
                        .join(CHILD)
                        .on(CHILD.ID.eq(REGISTRATION.CHILD_ID))
                        .leftJoin(CORRECTED)
                        .on(CORRECTED.ID.eq(INVOICE_LINE.CORRECTS_INVOICE_ID))
                        .where(condition)
                        .orderBy(INVOICE.ID, INVOICE_LINE.LINE, INVOICE_LINE.PIECE),
                open::read);
        open.finish();
    }

    /** What a credit note settled in its own act; allocations are never changed, only added to. */
    private static Field<Long> settledAtIssue() {
        Field<BigDecimal> settled = DSL.field(DSL.select(DSL.sum(ALLOCATION.AMOUNT_CENTS))
                .from(ALLOCATION)
                .where(ALLOCATION.CREDIT_NOTE_ID.eq(INVOICE.ID))
                .and(ALLOCATION.ACT_ID.eq(INVOICE_RUN.ACT_ID)));
        return DSL.when(INVOICE.CANCELS_INVOICE_ID.isNull(), DSL.inline(0L))
                .otherwise(DSL.coalesce(settled.cast(Long.class), DSL.inline(0L)));
    }

    /** The document whose lines are being read. */
    private static final class Open {
        private final Sink sink;
        private final List<InvoiceLine> lines = new ArrayList<>();
        private final Map<String, Letterhead> letterheads = new HashMap<>();
        private @Nullable Function<InvoiceContent, IssuedInvoice> head;
        private @Nullable Function<List<InvoiceLine>, InvoiceContent> content;
        private long openId;
        private byte[] hash = START_OF_CHAIN;
        private int lastLine;

        Open(Sink sink) {
            this.sink = sink;
        }

        void read(ResultSet row) throws SQLException {
            if (row.getLong(1) != openId) {
                finish();
                openId = row.getLong(1);
                head = head(row);
                content = content(row);
                hash = row.getBytes(12);
                lastLine = 0;
            }
            LinePiece piece = new LinePiece(
                    row.getLong(22),
                    row.getLong(23),
                    DaySet.ofBits(row.getInt(24)),
                    row.getInt(25),
                    row.getLong(26),
                    Rows.longOrNull(row, 27),
                    row.getBoolean(29),
                    new Share(row.getInt(30), row.getInt(31)));
            if (row.getInt(13) == lastLine) {
                lines.add(lines.remove(lines.size() - 1).with(piece));
            } else {
                lines.add(line(row, piece));
            }
            lastLine = row.getInt(13);
        }

        private Function<InvoiceContent, IssuedInvoice> head(ResultSet row) throws SQLException {
            long id = row.getLong(1);
            String number = row.getString(2);
            boolean creditNote = row.getString(3).equals("credit-note");
            LocalDate issuedOn = Rows.day(row, 6);
            LocalDate dueOn = Rows.day(row, 7);
            Money creditUsed = Money.ofCents(row.getLong(10));
            Money settled = Money.ofCents(row.getLong(34));
            LocalDate carriedOn = Rows.dayOrNull(row, 33);
            CarriedBalance carried =
                    carriedOn == null ? null : new CarriedBalance(Money.ofCents(row.getLong(32)), carriedOn);
            Letterhead letterhead = letterheads.computeIfAbsent(row.getString(11), Letterhead::of);
            return read -> new IssuedInvoice(
                    id, number, creditNote, issuedOn, dueOn, creditUsed, settled, carried, letterhead, read);
        }

        private static Function<List<InvoiceLine>, InvoiceContent> content(ResultSet row) throws SQLException {
            String family = row.getString(4);
            YearMonth month = MonthNumber.read(row.getInt(5));
            Recipient recipient = Recipient.of(row.getString(8));
            Money amount = Money.ofCents(row.getLong(9));
            return read -> InvoiceContent.kept(family, recipient, month, read, amount);
        }

        private static InvoiceLine line(ResultSet row, LinePiece piece) throws SQLException {
            return new InvoiceLine(
                    LineKind.ofCode(row.getString(14)),
                    row.getString(15),
                    row.getString(16),
                    row.getString(17),
                    row.getString(18),
                    row.getString(19),
                    MonthNumber.read(row.getInt(20)),
                    Money.ofCents(row.getLong(21)),
                    List.of(piece),
                    row.getString(28));
        }

        void finish() {
            if (head != null && content != null) {
                sink.accept(head.apply(content.apply(lines)), hash);
                lines.clear();
            }
        }
    }
}
