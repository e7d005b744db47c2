package fr.perisco.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Reads all that is held of one family, for the person who asks for it (GDPR, article 15). Passwords are not: only their hashes are held. */
public final class HoldingsStore {
    private static final String CHILDREN = "(SELECT child_id FROM child_family WHERE family_id = {id})";
    private static final String SHARED = "(SELECT registration_id FROM registration_share WHERE family_id = {id})";
    private static final String LOGIN = "(SELECT login FROM family WHERE id = {id})";

    /**
     * One kind of things that are held.
     *
     * @param name such as {@code guardians}
     * @param health whether it says something of health
     */
    public record Holding(String name, boolean health, List<String> columns, List<List<@Nullable Object>> rows) {}

    private record Kind(String name, boolean health, String sql) {
        private static Kind of(String name, String sql) {
            return new Kind(name, false, sql);
        }
    }

    private static final List<Kind> KINDS = List.of(
            Kind.of(
                    "family",
                    "SELECT code AS family, name, login, address, postcode, city, dependents, income_cents, income_on"
                            + " FROM family WHERE id = {id}"),
            Kind.of(
                    "guardians",
                    "SELECT rank, civility, last_name, first_name, email, phone FROM guardian WHERE family_id = {id} ORDER BY rank"),
            Kind.of(
                    "residency",
                    "SELECT from_on, is_resident FROM family_residency WHERE family_id = {id} ORDER BY from_on"),
            Kind.of(
                    "quotients",
                    "SELECT quotient_from_on, counts_from_on, quotient_cents FROM family_quotient WHERE family_id = {id} ORDER BY id"),
            Kind.of(
                    "children",
                    "SELECT code AS child, last_name, first_name, birth_on, sex, ine FROM child WHERE id IN " + CHILDREN
                            + " ORDER BY code"),
            new Kind(
                    "health",
                    true,
                    "SELECT code AS child, diet, vaccines_until_on FROM child WHERE id IN " + CHILDREN
                            + " ORDER BY code"),
            new Kind(
                    "health_notes",
                    true,
                    "SELECT c.code AS child, h.kind, h.content, h.from_on, h.to_on FROM child_health h"
                            + " JOIN child c ON c.id = h.child_id WHERE h.child_id IN " + CHILDREN
                            + " ORDER BY c.code, h.kind DESC, h.from_on, h.id"),
            Kind.of(
                    "schooling",
                    "SELECT c.code AS child, s.from_on, sc.name AS school, s.class FROM child_schooling s"
                            + " JOIN child c ON c.id = s.child_id LEFT JOIN school sc ON sc.id = s.school_id"
                            + " WHERE s.child_id IN " + CHILDREN + " ORDER BY c.code, s.from_on"),
            Kind.of(
                    "memberships",
                    "SELECT c.code AS child, nullif(m.from_on, '0001-01-01') AS from_on, m.to_on FROM family_membership m"
                            + " JOIN child c ON c.id = m.child_id WHERE m.family_id = {id} ORDER BY c.code, m.from_on"),
            Kind.of(
                    "authorised_persons",
                    "SELECT c.code AS child, p.name, p.phone, p.relation, p.from_on, p.to_on FROM authorised_person p"
                            + " JOIN child c ON c.id = p.child_id WHERE p.child_id IN " + CHILDREN
                            + " ORDER BY c.code, p.name"),
            Kind.of(
                    "registrations",
                    "SELECT c.code AS child, a.label AS activity, r.from_on, r.to_on, r.state, r.reason FROM registration r"
                            + " JOIN child c ON c.id = r.child_id JOIN activity a ON a.id = r.activity_id"
                            + " WHERE r.family_id = {id} OR r.id IN " + SHARED + " ORDER BY c.code, r.id"),
            Kind.of(
                    "shares",
                    "SELECT c.code AS child, a.label AS activity, s.from_on, f.code AS family, s.weeks, CAST(s.share AS REAL) / 100 AS percent FROM"
                            + " registration_share s JOIN registration r ON r.id = s.registration_id"
                            + " JOIN child c ON c.id = r.child_id JOIN activity a ON a.id = r.activity_id"
                            + " LEFT JOIN family f ON f.id = s.family_id"
                            + " WHERE r.family_id = {id} OR r.id IN " + SHARED + " ORDER BY c.code, r.id, s.from_on"),
            Kind.of(
                    "reservations",
                    "SELECT substr(day_on, 1, 7) AS month, child, activity, unit, state, count(*) AS days,"
                            + " group_concat(substr(day_on, 9), ' ' ORDER BY day_on) AS on_days FROM (SELECT * FROM reservation WHERE family ="
                            + " (SELECT code FROM family WHERE id = {id}) OR (child, activity, family) IN"
                            + " (SELECT c.code, a.code, f.code FROM registration r JOIN child c ON c.id = r.child_id"
                            + " JOIN activity a ON a.id = r.activity_id JOIN family f ON f.id = r.family_id"
                            + " WHERE r.id IN " + SHARED + ")) AS booked"
                            + " GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5"),
            Kind.of(
                    "invoices",
                    "SELECT i.number, i.kind, i.month, r.issued_on, r.due_on, i.amount_cents, replace(i.recipient, '\n', ', ')"
                            + " AS recipient FROM invoice i JOIN invoice_run r ON r.id = i.run_id WHERE i.family_id = {id}"
                            + " ORDER BY i.id"),
            Kind.of(
                    "payments",
                    "SELECT received_on, method, amount_cents, reference, drawer FROM payment WHERE family_id = {id} ORDER BY id"),
            Kind.of(
                    "refunds",
                    "SELECT paid_on, kind, method, amount_cents, reference, reason FROM payout WHERE family_id = {id} ORDER BY id"),
            Kind.of(
                    "reminders",
                    "SELECT sent_on, level, title, replace(recipient, '\n', ', ') AS recipient FROM reminder"
                            + " WHERE family_id = {id} ORDER BY id"),
            Kind.of("holds", "SELECT until_on, reason FROM reminder_hold WHERE family_id = {id}"),
            Kind.of(
                    "tax_certificates",
                    "SELECT number, tax_year, issued_on FROM tax_certificate WHERE family_id = {id} ORDER BY id"),
            Kind.of(
                    "mails",
                    "SELECT kind, recipient, state, reply, queued_at, updated_at FROM mail WHERE family_id = {id} ORDER BY id"),
            Kind.of(
                    "day_requests",
                    "SELECT submitted_at, login, child, activity, unit, day_on, action, state FROM day_request WHERE login = "
                            + LOGIN + " ORDER BY submitted_at, child, day_on"),
            Kind.of(
                    "week_requests",
                    "SELECT submitted_at, login, child, activity, unit, from_on, to_on, state FROM week_request WHERE login = "
                            + LOGIN + " ORDER BY submitted_at, child"),
            Kind.of(
                    "document_requests",
                    "SELECT submitted_at, login, document, child, activity, state FROM document_request WHERE login = "
                            + LOGIN + " ORDER BY submitted_at"),
            Kind.of(
                    "credential",
                    "SELECT CASE WHEN is_temporary THEN 'issued' ELSE 'changed' END AS state FROM credential"
                            + " WHERE family_id = {id}"));

    private final Database database;

    public HoldingsStore(Database database) {
        this.database = database;
    }

    /**
     * In the order in which they are read; kinds of which nothing is held are there, empty.
     *
     * @param familyIds of the family, and of those that were merged into it
     */
    public List<Holding> of(List<Long> familyIds) {
        return KINDS.stream().map(kind -> read(kind, familyIds)).toList();
    }

    private Holding read(Kind kind, List<Long> familyIds) {
        List<String> columns = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (long familyId : familyIds) {
            var result = database.dsl().fetch(kind.sql().replace("{id}", Long.toString(familyId)));
            List<String> names = Stream.of(result.fields()).map(Field::getName).toList();
            columns = names;
            result.forEach(row -> {
                List<@Nullable Object> values = new ArrayList<>();
                for (int i = 0; i < names.size(); i++) {
                    values.add(names.get(i).endsWith("_at") ? Moments.inParis(row.get(i)) : held(row.get(i)));
                }
                rows.add(values);
            });
        }
        return new Holding(kind.name(), kind.health(), columns, rows);
    }

    /** A yes is 1, whatever the engine. */
    private static @Nullable Object held(@Nullable Object value) {
        return value instanceof Boolean yes ? (yes ? 1 : 0) : value;
    }
}
