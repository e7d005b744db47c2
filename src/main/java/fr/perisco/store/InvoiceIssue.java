package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ALLOCATION;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.INVOICE_LINE;
import static fr.perisco.store.generated.Tables.INVOICE_RUN;
import static fr.perisco.store.generated.Tables.INVOICE_SERIES;
import static fr.perisco.store.generated.Tables.LETTERHEAD;

import fr.perisco.domain.invoice.CarriedBalance;
import fr.perisco.domain.invoice.Digest;
import fr.perisco.domain.invoice.IssuedInvoice;
import fr.perisco.domain.invoice.Letterhead;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Issues documents: numbers, lines and the chain, all inside one act. */
public final class InvoiceIssue {
    private static final int PORTION = 1_000;

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
        List<CompletableFuture<List<byte[]>>> hashes = hashes(lastHash(), issues);
        long first = database.nextId(INVOICE.ID);
        List<Long> ids = LongStream.range(first, first + issues.size()).boxed().toList();
        insert(issues, ids, hashes, month, runId);
        try (InvoiceLineWriter lines = new InvoiceLineWriter(database, month)) {
            for (int i = 0; i < issues.size(); i++) {
                lines.add(ids.get(i), issues.get(i).document().lines());
            }
        }
        Map<String, Integer> lastNumbers = new TreeMap<>();
        issues.forEach(issue -> lastNumbers.put(issue.prefix(), issue.sequence()));
        lastNumbers.forEach((prefix, number) -> save(prefix, number, any.issuedOn()));
        return ids;
    }

    /**
     * Looks up all that the rows of a run name.
     *
     * @param ids keys of its documents, one after the other
     */
    public void requireReferences(List<Long> ids, Journal journal) {
        References references = new References(database);
        references.require(INVOICE_RUN.ACT_ID, journal.actId());
        references.require(INVOICE.ID, ids.get(0));
        references.require(INVOICE_LINE.INVOICE_ID, ids.get(0));
        references.require(ALLOCATION.ACT_ID, journal.actId());
    }

    /** The documents' links in the chain of all, {@value #PORTION} in one go, worked out while the first are being written. */
    private static List<CompletableFuture<List<byte[]>>> hashes(byte[] last, List<Issue> issues) {
        List<CompletableFuture<List<byte[]>>> portions = new ArrayList<>();
        CompletableFuture<List<byte[]>> before = CompletableFuture.completedFuture(List.of(last));
        for (int from = 0; from < issues.size(); from += PORTION) {
            List<Issue> portion = issues.subList(from, Math.min(issues.size(), from + PORTION));
            before = before.thenApplyAsync(hashes -> chain(hashes.get(hashes.size() - 1), portion));
            portions.add(before);
        }
        return portions;
    }

    private static List<byte[]> chain(byte[] last, List<Issue> issues) {
        Digest digest = new Digest();
        List<byte[]> hashes = new ArrayList<>(issues.size());
        byte[] previous = last;
        for (Issue issue : issues) {
            previous = issue.document().hash(previous, digest);
            hashes.add(previous);
        }
        return hashes;
    }

    private void insert(
            List<Issue> issues,
            List<Long> ids,
            List<CompletableFuture<List<byte[]>>> hashes,
            YearMonth month,
            long runId) {
        try (Batch invoices = Batch.insert(
                database,
                INVOICE,
                Map.of(INVOICE.MONTH, MonthNumber.of(month), INVOICE.RUN_ID, runId),
                INVOICE.ID,
                INVOICE.NUMBER,
                INVOICE.PREFIX,
                INVOICE.SEQUENCE,
                INVOICE.KIND,
                INVOICE.FAMILY_ID,
                INVOICE.AMOUNT_CENTS,
                INVOICE.CREDIT_CENTS,
                INVOICE.RECIPIENT,
                INVOICE.HASH,
                INVOICE.ROUND,
                INVOICE.CANCELS_INVOICE_ID,
                INVOICE.CARRIED_CENTS,
                INVOICE.CARRIED_ON)) {
            for (int i = 0; i < issues.size(); i++) {
                Issue issue = issues.get(i);
                IssuedInvoice document = issue.document();
                CarriedBalance carried = document.carried();
                invoices.add(
                        ids.get(i),
                        document.number(),
                        issue.prefix(),
                        issue.sequence(),
                        document.creditNote() ? "credit-note" : "invoice",
                        issue.familyId(),
                        document.amount().cents(),
                        document.creditUsed().cents(),
                        document.recipient().text(),
                        hashes.get(i / PORTION).join().get(i % PORTION),
                        issue.round(),
                        issue.cancels(),
                        carried == null ? null : (Long) carried.amount().cents(),
                        carried == null ? null : carried.takenOn());
            }
        }
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
}
