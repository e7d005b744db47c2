package fr.perisco.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** When a sign of life of each family was seen last. */
public final class RetentionStore {
    /** Booked and attended days lie inside their registrations, whose last day counts. */
    private static final String FAMILIES = """
            SELECT f.id, f.code, f.name, max(
                (SELECT substr(a.effective_at, 1, 10) FROM act a WHERE a.id = f.act_id),
                coalesce((SELECT max(r.to_on) FROM registration r WHERE r.family_id = f.id), ''),
                coalesce((SELECT max(r.to_on) FROM registration_share s JOIN registration r ON r.id = s.registration_id
                    WHERE s.family_id = f.id), ''),
                coalesce((SELECT max(r.issued_on) FROM invoice i JOIN invoice_run r ON r.id = i.run_id
                    WHERE i.family_id = f.id), ''),
                coalesce((SELECT max(p.received_on) FROM payment p WHERE p.family_id = f.id), ''),
                coalesce((SELECT max(p.paid_on) FROM payout p WHERE p.family_id = f.id), ''),
                coalesce((SELECT max(t.issued_on) FROM tax_certificate t WHERE t.family_id = f.id), ''),
                coalesce((SELECT max(r.sent_on) FROM reminder r WHERE r.family_id = f.id), ''),
                coalesce((SELECT max(substr(m.updated_at, 1, 10)) FROM mail m WHERE m.family_id = f.id), ''),
                coalesce((SELECT max(substr(q.submitted_at, 1, 10)) FROM asked q WHERE q.login = f.login), '')) AS last_on
            FROM family f
            WHERE f.id NOT IN (SELECT family_id FROM family_erasure)
            ORDER BY f.code""";

    private static final String ASKED = """
            WITH asked AS MATERIALIZED (
                SELECT login, max(submitted_at) AS submitted_at FROM (
                    SELECT login, submitted_at FROM day_request
                    UNION ALL SELECT login, submitted_at FROM week_request
                    UNION ALL SELECT login, submitted_at FROM document_request)
                GROUP BY login)
            """;

    /**
     * A family that is not erased.
     *
     * @param lastOn the last day of a registration, document, payment, mail or request of it, or the day on which it came
     */
    public record Seen(long id, String code, String name, LocalDate lastOn) {}

    private final Database database;

    public RetentionStore(Database database) {
        this.database = database;
    }

    /** In the order of codes. */
    public List<Seen> families() {
        List<Seen> families = new ArrayList<>();
        database.dsl()
                .fetch(ASKED + FAMILIES)
                .forEach(row -> families.add(new Seen(
                        row.get(0, Long.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        LocalDate.parse(row.get(3, String.class)))));
        return families;
    }

    /** How many mails to a family are still under way. */
    public int openMails(long familyId) {
        Integer count = database.dsl()
                .fetchOne(
                        "SELECT count(*) FROM mail WHERE family_id = ? AND state IN ('waiting', 'deferred', 'uncertain')",
                        familyId)
                .get(0, Integer.class);
        return count == null ? 0 : count;
    }
}
