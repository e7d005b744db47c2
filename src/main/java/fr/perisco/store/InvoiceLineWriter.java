package fr.perisco.store;

import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.INVOICE_LINE;
import static fr.perisco.store.generated.Tables.LINE_WORDING;

import fr.perisco.domain.invoice.InvoiceLine;
import fr.perisco.domain.invoice.LineKind;
import fr.perisco.domain.invoice.LinePiece;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Writes the lines of a month's documents, and the wordings that are new. */
final class InvoiceLineWriter implements AutoCloseable {
    private static final Field<?>[] OF_ALL = {
        INVOICE_LINE.INVOICE_ID,
        INVOICE_LINE.LINE,
        INVOICE_LINE.REGISTRATION_ID,
        INVOICE_LINE.UNIT_ID,
        INVOICE_LINE.DAYS,
        INVOICE_LINE.QUANTITY,
        INVOICE_LINE.UNIT_PRICE_CENTS,
        INVOICE_LINE.AMOUNT_CENTS,
        INVOICE_LINE.TARIFF_ID,
        INVOICE_LINE.QUOTIENT_ID,
        INVOICE_LINE.WORDING_ID,
        INVOICE_LINE.CHILD_NAME
    };
    private static final Field<?>[] OF_OTHERS = {
        INVOICE_LINE.KIND,
        INVOICE_LINE.MONTH,
        INVOICE_LINE.PIECE,
        INVOICE_LINE.SHARE_FROM,
        INVOICE_LINE.SHARE_TO,
        INVOICE_LINE.IS_SURCHARGE,
        INVOICE_LINE.CORRECTS_INVOICE_ID
    };

    private record Wording(String registration, String label, String service) {
        /** Asked once a line; what the compiler makes for a record is slow until it has warmed up. */
        @Override
        public int hashCode() {
            return 31 * (31 * registration.hashCode() + label.hashCode()) + service.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Wording wording
                    && registration.equals(wording.registration)
                    && label.equals(wording.label)
                    && service.equals(wording.service);
        }
    }

    private final Database database;
    private final YearMonth month;
    private final Map<Wording, Long> wordings = new HashMap<>();
    private final Map<String, Long> correctedIds = new HashMap<>();
    private final Batch usual;
    private final Batch others;

    /**
     * @param month the month that is invoiced, of which most lines are
     */
    InvoiceLineWriter(Database database, YearMonth month) {
        this.database = database;
        this.month = month;
        database.dsl()
                .selectFrom(LINE_WORDING)
                .forEach(row -> wordings.put(
                        new Wording(row.getRegistration(), row.getLabel(), row.getService()), row.getId()));
        usual = Batch.insert(
                database,
                INVOICE_LINE,
                Map.of(
                        INVOICE_LINE.KIND,
                        LineKind.DAYS.code(),
                        INVOICE_LINE.MONTH,
                        MonthNumber.of(month),
                        INVOICE_LINE.PIECE,
                        1),
                OF_ALL);
        others = Batch.insert(
                database,
                INVOICE_LINE,
                Stream.of(OF_ALL, OF_OTHERS).flatMap(Stream::of).toArray(Field<?>[]::new));
    }

    void add(long invoiceId, List<InvoiceLine> document) {
        for (int i = 0; i < document.size(); i++) {
            add(invoiceId, i + 1, document.get(i));
        }
    }

    private void add(long invoiceId, int number, InvoiceLine line) {
        long wordingId = wordings.computeIfAbsent(
                new Wording(line.registration(), line.label(), line.service()), this::insertWording);
        if (isUsual(line)) {
            usual.add(ofAll(invoiceId, number, line, line.pieces().get(0), wordingId));
            return;
        }
        Long corrects = line.corrects() == null ? null : correctedIds.computeIfAbsent(line.corrects(), this::idOf);
        for (int i = 0; i < line.pieces().size(); i++) {
            LinePiece piece = line.pieces().get(i);
            @Nullable
            Object[] values =
                    Arrays.copyOf(ofAll(invoiceId, number, line, piece, wordingId), OF_ALL.length + OF_OTHERS.length);
            @Nullable
            Object[] ofOthers = {
                line.kind().code(),
                MonthNumber.of(line.month()),
                i + 1,
                piece.share().from(),
                piece.share().to(),
                piece.surcharge(),
                corrects
            };
            System.arraycopy(ofOthers, 0, values, OF_ALL.length, OF_OTHERS.length);
            others.add(values);
        }
    }

    private static @Nullable Object[] ofAll(
            long invoiceId, int number, InvoiceLine line, LinePiece piece, long wordingId) {
        return new @Nullable Object[] {
            invoiceId,
            number,
            piece.registrationId(),
            piece.unitId(),
            piece.days().bits(),
            piece.quantity(),
            line.unitPrice().cents(),
            line.unitPrice().times(piece.quantity()).cents(),
            piece.tariffId(),
            piece.quotientId(),
            wordingId,
            line.childName()
        };
    }

    /** Days of the month in one piece, paid whole. */
    private boolean isUsual(InvoiceLine line) {
        return line.kind() == LineKind.DAYS
                && line.pieces().size() == 1
                && line.pieces().get(0).share().isWhole()
                && line.month().equals(month);
    }

    private Long idOf(String number) {
        return Objects.requireNonNull(database.dsl()
                .select(INVOICE.ID)
                .from(INVOICE)
                .where(INVOICE.NUMBER.eq(number))
                .fetchOne(INVOICE.ID));
    }

    private Long insertWording(Wording wording) {
        long id = wordings.size() + 1L;
        database.dsl()
                .insertInto(LINE_WORDING)
                .values(id, wording.registration(), wording.label(), wording.service())
                .execute();
        return id;
    }

    @Override
    public void close() {
        usual.close();
        others.close();
    }
}
