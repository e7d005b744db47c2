package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACT;
import static fr.perisco.store.generated.Tables.ALLOCATION;
import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.INVOICE_LINE;
import static fr.perisco.store.generated.Tables.INVOICE_RUN;
import static fr.perisco.store.generated.Tables.PAYMENT;
import static fr.perisco.store.generated.Tables.REGISTRATION;
import static fr.perisco.store.generated.Tables.UNIT;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.CaredChild;
import fr.perisco.domain.payment.PaidDocument;
import fr.perisco.domain.payment.TaxYear;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What families paid in a year, document by document. */
public final class CareStore {
    private static final int DAY_LENGTH = 10;
    private static final Field<Long> DOCUMENT = DSL.field(DSL.name("document_id"), Long.class);
    private static final Field<String> DAY = DSL.field(DSL.name("day_on"), String.class);
    private static final Field<Long> PART = DSL.field(DSL.name("part_cents"), Long.class);
    private static final Field<Long> BEFORE = DSL.field(DSL.name("before_cents"), Long.class);
    private static final Field<Long> BY_END = DSL.field(DSL.name("by_end_cents"), Long.class);

    /** A family and its documents of which something was settled in the year. */
    public record Payer(long familyId, String code, String name, List<PaidDocument> documents) {
        public Payer {
            documents = List.copyOf(documents);
        }
    }

    private final Database database;

    public CareStore(Database database) {
        this.database = database;
    }

    /** Hands over the families that paid something in a year, in the order of their codes; or only one of them. */
    public void eachPayer(TaxYear year, @Nullable Long familyId, Consumer<Payer> reader) {
        Open open = new Open(reader);
        Rows.each(database, query(year, familyId), open::read);
        open.finish();
    }

    private Select<?> query(TaxYear year, @Nullable Long familyId) {
        Table<?> settled = settled(year).asTable("settled");
        Field<Boolean> childcare = DSL.field(childcare());
        Condition ofFamily = familyId == null ? DSL.noCondition() : INVOICE.FAMILY_ID.eq(familyId);
        return database.dsl()
                .select(
                        FAMILY.ID,
                        FAMILY.CODE,
                        FAMILY.NAME,
                        INVOICE.ID,
                        settled.field(BEFORE),
                        settled.field(BY_END),
                        CHILD.ID,
                        CHILD.CODE,
                        CHILD.LAST_NAME,
                        CHILD.FIRST_NAME,
                        CHILD.BIRTH_ON,
                        childcare,
                        DSL.sum(INVOICE_LINE.AMOUNT_CENTS))
                .from(settled)
                .join(INVOICE)
                .on(INVOICE.ID.eq(settled.field(DOCUMENT)))
                .join(FAMILY)
                .on(FAMILY.ID.eq(INVOICE.FAMILY_ID))
                .join(INVOICE_LINE)
                .on(INVOICE_LINE.INVOICE_ID.eq(INVOICE.ID))
                .join(REGISTRATION)
                .on(REGISTRATION.ID.eq(INVOICE_LINE.REGISTRATION_ID))
                .join(CHILD)
                .on(CHILD.ID.eq(REGISTRATION.CHILD_ID))
                .join(UNIT)
                .on(UNIT.ID.eq(INVOICE_LINE.UNIT_ID))
                .where(ofFamily)
                .groupBy(
                        FAMILY.CODE,
                        INVOICE.ID,
                        INVOICE_LINE.LINE,
                        childcare,
                        FAMILY.ID,
                        settled.field(BEFORE),
                        settled.field(BY_END),
                        CHILD.ID)
                .orderBy(FAMILY.CODE, INVOICE.ID, INVOICE_LINE.LINE, childcare);
    }

    private static Condition childcare() {
        return UNIT.IS_TAX_ELIGIBLE.eq(DSL.inline(true)).and(INVOICE_LINE.IS_SURCHARGE.eq(DSL.inline(false)));
    }

    /** How much of each document was settled before the year and by its end; only those of which something was in it. */
    private Select<?> settled(TaxYear year) {
        Table<?> parts = byPayments()
                .unionAll(byCreditNotes(ALLOCATION.INVOICE_ID, ALLOCATION.AMOUNT_CENTS))
                .unionAll(byCreditNotes(ALLOCATION.CREDIT_NOTE_ID, ALLOCATION.AMOUNT_CENTS.neg()))
                .unionAll(ofNothing())
                .asTable("parts");
        Condition inYear = DAY.ge(DSL.inline(year.firstDay().toString()));
        return database.dsl()
                .select(
                        DOCUMENT,
                        DSL.sum(DSL.when(inYear, DSL.inline(0L)).otherwise(PART))
                                .as(BEFORE),
                        DSL.sum(PART).as(BY_END))
                .from(parts)
                .where(DAY.le(DSL.inline(year.lastDay().toString())))
                .groupBy(DOCUMENT)
                .having(DSL.count().filterWhere(inYear).gt(DSL.inline(0)));
    }

    private Select<Record3<Long, String, Long>> byPayments() {
        return database.dsl()
                .select(
                        ALLOCATION.INVOICE_ID.as(DOCUMENT),
                        PAYMENT.RECEIVED_ON.cast(String.class).as(DAY),
                        ALLOCATION.AMOUNT_CENTS.as(PART))
                .from(ALLOCATION)
                .join(PAYMENT)
                .on(PAYMENT.ID.eq(ALLOCATION.PAYMENT_ID));
    }

    private Select<Record3<Long, String, Long>> byCreditNotes(Field<Long> document, Field<Long> part) {
        return database.dsl()
                .select(
                        document.as(DOCUMENT),
                        DSL.substring(ACT.EFFECTIVE_AT.cast(String.class), DSL.inline(1), DSL.inline(DAY_LENGTH))
                                .as(DAY),
                        part.as(PART))
                .from(ALLOCATION)
                .join(ACT)
                .on(ACT.ID.eq(ALLOCATION.ACT_ID))
                .where(ALLOCATION.CREDIT_NOTE_ID.isNotNull());
    }

    private Select<Record3<Long, String, Long>> ofNothing() {
        return database.dsl()
                .select(
                        INVOICE.ID.as(DOCUMENT),
                        INVOICE_RUN.ISSUED_ON.cast(String.class).as(DAY),
                        INVOICE.AMOUNT_CENTS.as(PART))
                .from(INVOICE)
                .join(INVOICE_RUN)
                .on(INVOICE_RUN.ID.eq(INVOICE.RUN_ID))
                .where(INVOICE.AMOUNT_CENTS.eq(DSL.inline(0L)));
    }

    /** The family whose documents are being read, and the document whose lines are. */
    private static final class Open {
        private final Consumer<Payer> reader;
        private final List<PaidDocument> documents = new ArrayList<>();
        private final List<PaidDocument.Line> lines = new ArrayList<>();
        private long familyId;
        private String code = "";
        private String name = "";
        private long documentId;
        private Money before = Money.ZERO;
        private Money byEnd = Money.ZERO;

        Open(Consumer<Payer> reader) {
            this.reader = reader;
        }

        void read(ResultSet row) throws SQLException {
            if (row.getLong(4) != documentId) {
                finishDocument();
                if (row.getLong(1) != familyId) {
                    finish();
                    familyId = row.getLong(1);
                    code = Rows.text(row, 2);
                    name = Rows.text(row, 3);
                }
                documentId = row.getLong(4);
                before = Money.ofCents(row.getLong(5));
                byEnd = Money.ofCents(row.getLong(6));
            }
            lines.add(new PaidDocument.Line(
                    new CaredChild(
                            row.getLong(7),
                            Rows.text(row, 8),
                            (Rows.text(row, 9) + " " + Rows.text(row, 10)).strip(),
                            Rows.dayOrNull(row, 11)),
                    row.getBoolean(12),
                    Money.ofCents(row.getLong(13))));
        }

        private void finishDocument() {
            if (!lines.isEmpty()) {
                documents.add(new PaidDocument(lines, before, byEnd));
                lines.clear();
            }
        }

        void finish() {
            finishDocument();
            if (!documents.isEmpty()) {
                reader.accept(new Payer(familyId, code, name, documents));
                documents.clear();
            }
        }
    }
}
