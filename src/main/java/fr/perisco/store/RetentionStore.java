package fr.perisco.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** When a sign of life of each family was seen last. */
public final class RetentionStore {
    /** Booked and attended days lie inside their registrations, whose last day counts. Each table is read once, whatever it holds. */
    private static final String FAMILIES = """
            WITH seen (family_id, day) AS (
                SELECT family_id, CAST(max(to_on) AS TEXT) FROM registration GROUP BY family_id
                UNION ALL SELECT s.family_id, CAST(max(r.to_on) AS TEXT) FROM registration_share s
                    JOIN registration r ON r.id = s.registration_id WHERE s.family_id IS NOT NULL GROUP BY s.family_id
                UNION ALL SELECT i.family_id, CAST(max(r.issued_on) AS TEXT) FROM invoice i JOIN invoice_run r ON r.id = i.run_id
                    GROUP BY i.family_id
                UNION ALL SELECT family_id, CAST(max(received_on) AS TEXT) FROM payment GROUP BY family_id
                UNION ALL SELECT family_id, CAST(max(paid_on) AS TEXT) FROM payout GROUP BY family_id
                UNION ALL SELECT family_id, CAST(max(issued_on) AS TEXT) FROM tax_certificate GROUP BY family_id
                UNION ALL SELECT family_id, CAST(max(sent_on) AS TEXT) FROM reminder GROUP BY family_id
                UNION ALL SELECT family_id, max(substr(updated_at, 1, 10)) FROM mail GROUP BY family_id
                UNION ALL SELECT f.id, max(substr(q.submitted_at, 1, 10)) FROM family f JOIN (
                        SELECT login, submitted_at FROM day_request
                        UNION ALL SELECT login, submitted_at FROM week_request
                        UNION ALL SELECT login, submitted_at FROM document_request) q ON q.login = f.login GROUP BY f.id),
            last (family_id, day) AS (SELECT family_id, max(day) FROM seen GROUP BY family_id)
            SELECT f.id, f.code, f.name, max(substr(a.effective_at, 1, 10), coalesce(last.day, '')) AS last_on
            FROM family f JOIN act a ON a.id = f.act_id LEFT JOIN last ON last.family_id = f.id
            WHERE f.id NOT IN (SELECT family_id FROM family_erasure)
            ORDER BY f.code""";

    private static final String OLD = """
            SELECT i.family_id FROM invoice_run r JOIN invoice i ON i.run_id = r.id WHERE r.issued_on < '{limit}'
            UNION SELECT family_id FROM payment WHERE received_on < '{limit}'
            UNION SELECT family_id FROM payout WHERE paid_on < '{limit}'
            UNION SELECT family_id FROM tax_certificate WHERE issued_on < '{limit}'
            UNION SELECT family_id FROM reminder WHERE sent_on < '{limit}'
            UNION SELECT d.family_id FROM treasury_debtor d JOIN treasury_list l ON l.id = d.list_id WHERE l.made_on < '{limit}'
            UNION SELECT f.id FROM deposit_line d JOIN deposit t ON t.id = d.deposit_id JOIN family f ON f.code = d.family_code
                WHERE t.made_on < '{limit}'""";

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
                .fetch(FAMILIES)
                .forEach(row -> families.add(new Seen(
                        row.get(0, Long.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        LocalDate.parse(row.get(3, String.class)))));
        return families;
    }

    /** The keys of families that have a document or a payment of before a day: few, as long as the office is young. */
    public Set<Long> withSomethingBefore(LocalDate limit) {
        return new HashSet<>(
                database.dsl().fetch(OLD.replace("{limit}", limit.toString())).getValues(0, Long.class));
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
