package fr.perisco.store;

import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.INVOICE_LINE;
import static fr.perisco.store.generated.Tables.INVOICE_RUN;
import static fr.perisco.store.generated.Tables.INVOICE_SERIES;
import static fr.perisco.store.generated.Tables.LETTERHEAD;
import static fr.perisco.store.generated.Tables.LINE_WORDING;

import fr.perisco.domain.invoice.CarriedBalance;
import fr.perisco.domain.invoice.Digest;
import fr.perisco.domain.invoice.InvoiceLine;
import fr.perisco.domain.invoice.IssuedInvoice;
import fr.perisco.domain.invoice.Letterhead;
import fr.perisco.domain.invoice.LinePiece;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Issues documents: numbers, lines and the chain, all inside one act. */
public final class InvoiceIssue {
    private static final Field<?>[] COLUMNS = {
        INVOICE_LINE.INVOICE_ID,
        INVOICE_LINE.LINE,
        INVOICE_LINE.PIECE,
        INVOICE_LINE.KIND,
        INVOICE_LINE.REGISTRATION_ID,
        INVOICE_LINE.UNIT_ID,
        INVOICE_LINE.MONTH,
        INVOICE_LINE.DAYS,
        INVOICE_LINE.QUANTITY,
        INVOICE_LINE.UNIT_PRICE_CENTS,
        INVOICE_LINE.AMOUNT_CENTS,
        INVOICE_LINE.TARIFF_ID,
        INVOICE_LINE.QUOTIENT_ID,
        INVOICE_LINE.WORDING_ID,
        INVOICE_LINE.CHILD_NAME,
        INVOICE_LINE.SHARE_FROM,
        INVOICE_LINE.SHARE_TO,
        INVOICE_LINE.IS_SURCHARGE
    };

    private final Database database;

    public InvoiceIssue(Database database) {
        this.database = database;
    }

    /**
     * Where a series stands.
     *
     * @param lastNumber 0 when it has none yet
     * @param lastIssuedOn null when it has none yet
     */
    public record Series(
            String prefix, long lastNumber, @Nullable LocalDate lastIssuedOn) {}

    public Series series(String prefix) {
        return database.dsl()
                .selectFrom(INVOICE_SERIES)
                .where(INVOICE_SERIES.PREFIX.eq(prefix))
                .fetchOptional(row -> new Series(prefix, row.getLastNumber().longValue(), row.getLastIssuedOn()))
                .orElse(new Series(prefix, 0, null));
    }

    /**
     * A document to issue, and its place in a series.
     *
     * @param document its id is still to be given
     * @param round how often the family's month was invoiced, this time included; of a document that cancels one, that one's
     * @param cancels the key of the invoice that it cancels; null where it cancels none
     */
    public record Issue(
            IssuedInvoice document,
            long familyId,
            String prefix,
            int sequence,
            int round,
            @Nullable Long cancels) {}

    /** How often the month of families was invoiced and cancelled again, by the family's key; without those where it never was. */
    public Map<Long, Integer> cancelled(YearMonth month) {
        return database.dsl()
                .select(INVOICE.FAMILY_ID, DSL.count())
                .from(INVOICE)
                .where(INVOICE.MONTH.eq(MonthNumber.of(month)).and(INVOICE.CANCELS_INVOICE_ID.isNotNull()))
                .groupBy(INVOICE.FAMILY_ID)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /**
     * Issues the documents of one run.
     *
     * @param issues in order of number within each series
     * @return the ids, in the same order
     */
    public List<Long> issue(List<Issue> issues, String fingerprint, YearMonth month, Journal journal) {
        IssuedInvoice any = issues.get(0).document();
        long runId = insertRun(any, fingerprint, month, journal);
        byte[] previous = lastHash();
        Digest digest = new Digest();
        long id = database.nextId(INVOICE.ID);
        List<Long> ids = new ArrayList<>(issues.size());
        Map<String, Integer> lastNumbers = new TreeMap<>();
        try (Batch invoices = Batch.insert(
                database,
                INVOICE,
                INVOICE.ID,
                INVOICE.NUMBER,
                INVOICE.PREFIX,
                INVOICE.SEQUENCE,
                INVOICE.KIND,
                INVOICE.FAMILY_ID,
                INVOICE.MONTH,
                INVOICE.RUN_ID,
                INVOICE.AMOUNT_CENTS,
                INVOICE.CREDIT_CENTS,
                INVOICE.RECIPIENT,
                INVOICE.HASH,
                INVOICE.ROUND,
                INVOICE.CANCELS_INVOICE_ID,
                INVOICE.CARRIED_CENTS,
                INVOICE.CARRIED_ON)) {
            for (Issue issue : issues) {
                IssuedInvoice document = issue.document();
                CarriedBalance carried = document.carried();
                previous = document.hash(previous, digest);
                invoices.add(
                        id,
                        document.number(),
                        issue.prefix(),
                        issue.sequence(),
                        document.creditNote() ? "credit-note" : "invoice",
                        issue.familyId(),
                        MonthNumber.of(month),
                        runId,
                        document.amount().cents(),
                        document.creditUsed().cents(),
                        document.recipient().text(),
                        previous,
                        issue.round(),
                        issue.cancels(),
                        carried == null ? null : (Long) carried.amount().cents(),
                        carried == null ? null : carried.takenOn());
                ids.add(id++);
                lastNumbers.put(issue.prefix(), issue.sequence());
            }
        }
        try (LineWriter lines = new LineWriter(wordings())) {
            for (int i = 0; i < issues.size(); i++) {
                lines.add(ids.get(i), issues.get(i).document().lines());
            }
        }
        lastNumbers.forEach((prefix, last) -> save(prefix, last, any.issuedOn()));
        return ids;
    }

    private long insertRun(IssuedInvoice any, String fingerprint, YearMonth month, Journal journal) {
        long id = database.nextId(INVOICE_RUN.ID);
        database.dsl()
                .insertInto(INVOICE_RUN)
                .values(
                        id,
                        MonthNumber.of(month),
                        fingerprint,
                        any.issuedOn(),
                        any.dueOn(),
                        letterheadId(any.letterhead()),
                        journal.actId())
                .execute();
        return id;
    }

    /** The key under which a letterhead is kept. */
    long letterheadId(Letterhead letterhead) {
        Long known = database.dsl()
                .select(LETTERHEAD.ID)
                .from(LETTERHEAD)
                .where(LETTERHEAD.CONTENT.eq(letterhead.text()))
                .fetchOne(LETTERHEAD.ID);
        if (known != null) {
            return known;
        }
        long id = database.nextId(LETTERHEAD.ID);
        database.dsl().insertInto(LETTERHEAD).values(id, letterhead.text()).execute();
        return id;
    }

    private void save(String prefix, int lastNumber, LocalDate lastIssuedOn) {
        database.dsl()
                .insertInto(INVOICE_SERIES)
                .values(prefix, lastNumber, lastIssuedOn)
                .onConflict(INVOICE_SERIES.PREFIX)
                .doUpdate()
                .set(INVOICE_SERIES.LAST_NUMBER, lastNumber)
                .set(INVOICE_SERIES.LAST_ISSUED_ON, lastIssuedOn)
                .execute();
    }

    private byte[] lastHash() {
        byte[] hash = database.dsl()
                .select(INVOICE.HASH)
                .from(INVOICE)
                .orderBy(INVOICE.ID.desc())
                .limit(1)
                .fetchOne(INVOICE.HASH);
        return hash == null ? IssuedInvoiceReader.START_OF_CHAIN : hash;
    }

    private Map<String, Long> wordings() {
        Map<String, Long> known = new HashMap<>();
        database.dsl()
                .selectFrom(LINE_WORDING)
                .forEach(row ->
                        known.put(wording(row.getRegistration(), row.getLabel(), row.getService()), row.getId()));
        return known;
    }

    private static String wording(String registration, String label, String service) {
        return registration + '\n' + label + '\n' + service;
    }

    /** Writes lines, and the wordings that are new. */
    private final class LineWriter implements AutoCloseable {
        private final Map<String, Long> wordings;
        private final Map<String, Long> correctedIds = new HashMap<>();
        private final Batch lines = Batch.insert(database, INVOICE_LINE, COLUMNS);
        private final Batch adjustments = Batch.insert(
                database,
                INVOICE_LINE,
                Stream.concat(Stream.of(COLUMNS), Stream.of(INVOICE_LINE.CORRECTS_INVOICE_ID))
                        .toArray(Field<?>[]::new));

        LineWriter(Map<String, Long> wordings) {
            this.wordings = wordings;
        }

        void add(long invoiceId, List<InvoiceLine> document) {
            for (int i = 0; i < document.size(); i++) {
                InvoiceLine line = document.get(i);
                long wordingId = wordings.computeIfAbsent(
                        wording(line.registration(), line.label(), line.service()), key -> insertWording(line));
                for (int piece = 0; piece < line.pieces().size(); piece++) {
                    @Nullable Object[] values = values(invoiceId, i + 1, piece + 1, line, wordingId);
                    if (line.corrects() == null) {
                        lines.add(values);
                    } else {
                        values = Arrays.copyOf(values, values.length + 1);
                        values[values.length - 1] = correctedIds.computeIfAbsent(line.corrects(), this::idOf);
                        adjustments.add(values);
                    }
                }
            }
        }

        private @Nullable Object[] values(long invoiceId, int number, int piece, InvoiceLine line, long wordingId) {
            LinePiece part = line.pieces().get(piece - 1);
            return new @Nullable Object[] {
                invoiceId,
                number,
                piece,
                line.kind().code(),
                part.registrationId(),
                part.unitId(),
                MonthNumber.of(line.month()),
                part.days().bits(),
                part.quantity(),
                line.unitPrice().cents(),
                line.unitPrice().times(part.quantity()).cents(),
                part.tariffId(),
                part.quotientId(),
                wordingId,
                line.childName(),
                part.share().from(),
                part.share().to(),
                part.surcharge()
            };
        }

        private long idOf(String number) {
            return Objects.requireNonNull(database.dsl()
                    .select(INVOICE.ID)
                    .from(INVOICE)
                    .where(INVOICE.NUMBER.eq(number))
                    .fetchOne(INVOICE.ID));
        }

        private long insertWording(InvoiceLine line) {
            long id = wordings.size() + 1L;
            database.dsl()
                    .insertInto(LINE_WORDING)
                    .values(id, line.registration(), line.label(), line.service())
                    .execute();
            return id;
        }

        @Override
        public void close() {
            lines.close();
            adjustments.close();
        }
    }
}
