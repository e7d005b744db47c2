package fr.perisco.store;

import static fr.perisco.store.generated.Tables.LETTERHEAD;
import static fr.perisco.store.generated.Tables.TAX_CERTIFICATE;
import static fr.perisco.store.generated.Tables.TAX_CERTIFICATE_LINE;

import fr.perisco.domain.invoice.Letterhead;
import fr.perisco.domain.invoice.Recipient;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.TaxCertificate;
import fr.perisco.domain.payment.TaxYear;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Tax certificates as they were issued. */
public final class TaxCertificateStore {
    /** A certificate with its place in the series. */
    public record Issue(TaxCertificate certificate, String prefix, int sequence) {}

    private final Database database;

    public TaxCertificateStore(Database database) {
        this.database = database;
    }

    /** One certificate; empty when there is none of this number. */
    public Optional<TaxCertificate> find(String number) {
        return database.dsl()
                .select(TAX_CERTIFICATE.TAX_YEAR, TAX_CERTIFICATE.FAMILY_ID)
                .from(TAX_CERTIFICATE)
                .where(TAX_CERTIFICATE.NUMBER.eq(number))
                .fetchOptional()
                .map(row -> all(new TaxYear(row.value1()), row.value2()).stream()
                        .filter(certificate -> certificate.number().equals(number))
                        .findFirst()
                        .orElseThrow());
    }

    /** A year's certificates that no other replaces, by the family's key; or only that of one family. */
    public Map<Long, TaxCertificate> standing(TaxYear year, @Nullable Long familyId) {
        Map<Long, TaxCertificate> standing = new HashMap<>();
        all(year, familyId).forEach(certificate -> standing.put(certificate.familyId(), certificate));
        return standing;
    }

    /** A year's certificates in the order of issue, those that another replaces too. */
    private List<TaxCertificate> all(TaxYear year, @Nullable Long familyId) {
        Condition condition = TAX_CERTIFICATE.TAX_YEAR.eq(year.year());
        if (familyId != null) {
            condition = condition.and(TAX_CERTIFICATE.FAMILY_ID.eq(familyId));
        }
        Map<Long, List<TaxCertificate.Line>> lines = lines(condition);
        Map<String, Letterhead> letterheads = new HashMap<>();
        Map<Long, String> numbers = new HashMap<>();
        List<TaxCertificate> certificates = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                TAX_CERTIFICATE.ID,
                                TAX_CERTIFICATE.NUMBER,
                                TAX_CERTIFICATE.FAMILY_ID,
                                TAX_CERTIFICATE.ISSUED_ON,
                                LETTERHEAD.CONTENT,
                                TAX_CERTIFICATE.RECIPIENT,
                                TAX_CERTIFICATE.REPLACES_ID)
                        .from(TAX_CERTIFICATE)
                        .join(LETTERHEAD)
                        .on(LETTERHEAD.ID.eq(TAX_CERTIFICATE.LETTERHEAD_ID))
                        .where(condition)
                        .orderBy(TAX_CERTIFICATE.ID),
                row -> {
                    numbers.put(row.getLong(1), Rows.text(row, 2));
                    Long replaced = Rows.longOrNull(row, 7);
                    certificates.add(new TaxCertificate(
                            Rows.text(row, 2),
                            row.getLong(3),
                            year,
                            Rows.day(row, 4),
                            letterheads.computeIfAbsent(Rows.text(row, 5), Letterhead::of),
                            Recipient.of(Rows.text(row, 6)),
                            lines.getOrDefault(row.getLong(1), List.of()),
                            replaced == null ? null : numbers.get(replaced)));
                });
        return certificates;
    }

    private Map<Long, List<TaxCertificate.Line>> lines(Condition condition) {
        Map<Long, List<TaxCertificate.Line>> lines = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                TAX_CERTIFICATE_LINE.CERTIFICATE_ID,
                                TAX_CERTIFICATE_LINE.CHILD_ID,
                                TAX_CERTIFICATE_LINE.CHILD_NAME,
                                TAX_CERTIFICATE_LINE.BIRTH_ON,
                                TAX_CERTIFICATE_LINE.AMOUNT_CENTS)
                        .from(TAX_CERTIFICATE_LINE)
                        .join(TAX_CERTIFICATE)
                        .on(TAX_CERTIFICATE.ID.eq(TAX_CERTIFICATE_LINE.CERTIFICATE_ID))
                        .where(condition)
                        .orderBy(TAX_CERTIFICATE_LINE.CERTIFICATE_ID, TAX_CERTIFICATE_LINE.LINE),
                row -> lines.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(new TaxCertificate.Line(
                                row.getLong(2), Rows.text(row, 3), Rows.day(row, 4), Money.ofCents(row.getLong(5)))));
        return lines;
    }

    /** The last number of a series; 0 when it has none yet. */
    public int lastSequence(String prefix) {
        return Objects.requireNonNullElse(
                database.dsl()
                        .select(DSL.max(TAX_CERTIFICATE.SEQUENCE))
                        .from(TAX_CERTIFICATE)
                        .where(TAX_CERTIFICATE.PREFIX.eq(prefix))
                        .fetchOne(0, Integer.class),
                0);
    }

    public void insert(List<Issue> issues, Journal journal) {
        if (issues.isEmpty()) {
            return;
        }
        long first = database.nextId(TAX_CERTIFICATE.ID);
        long actId = journal.actId();
        long letterheadId = new InvoiceIssue(database)
                .letterheadId(issues.get(0).certificate().letterhead());
        Map<String, Long> replaced = keys(issues);
        try (Batch batch = Batch.insert(database, TAX_CERTIFICATE, TAX_CERTIFICATE.fields())) {
            long id = first;
            for (Issue issue : issues) {
                TaxCertificate certificate = issue.certificate();
                batch.add(
                        id++,
                        certificate.number(),
                        issue.prefix(),
                        issue.sequence(),
                        certificate.familyId(),
                        certificate.year().year(),
                        certificate.issuedOn(),
                        letterheadId,
                        certificate.recipient().text(),
                        certificate.replaces() == null ? null : replaced.get(certificate.replaces()),
                        actId);
            }
        }
        insertLines(first, issues);
    }

    private Map<String, Long> keys(List<Issue> issues) {
        List<String> numbers = new ArrayList<>();
        issues.forEach(issue -> {
            if (issue.certificate().replaces() != null) {
                numbers.add(issue.certificate().replaces());
            }
        });
        Map<String, Long> keys = new HashMap<>();
        Portions.of(numbers)
                .forEach(portion -> database.dsl()
                        .select(TAX_CERTIFICATE.NUMBER, TAX_CERTIFICATE.ID)
                        .from(TAX_CERTIFICATE)
                        .where(TAX_CERTIFICATE.NUMBER.in(portion))
                        .forEach(row -> keys.put(row.value1(), row.value2())));
        return keys;
    }

    private void insertLines(long first, List<Issue> issues) {
        try (Batch batch = Batch.insert(database, TAX_CERTIFICATE_LINE, TAX_CERTIFICATE_LINE.fields())) {
            long id = first;
            for (Issue issue : issues) {
                int line = 0;
                for (TaxCertificate.Line of : issue.certificate().lines()) {
                    batch.add(
                            id,
                            ++line,
                            of.childId(),
                            of.childName(),
                            of.birthOn(),
                            of.amount().cents());
                }
                id++;
            }
        }
    }

    /** The series in which a number is missing. */
    public List<String> gaps() {
        return database.dsl()
                .select(TAX_CERTIFICATE.PREFIX)
                .from(TAX_CERTIFICATE)
                .groupBy(TAX_CERTIFICATE.PREFIX)
                .having(DSL.max(TAX_CERTIFICATE.SEQUENCE).ne(DSL.count()))
                .orderBy(TAX_CERTIFICATE.PREFIX)
                .fetch(TAX_CERTIFICATE.PREFIX);
    }
}
