package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD_FAMILY;
import static fr.perisco.store.generated.Tables.ERASED_ACT;
import static fr.perisco.store.generated.Tables.ERASED_INVOICE;
import static fr.perisco.store.generated.Tables.FAMILY_ERASURE;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.SEAL;

import fr.perisco.store.generated.tables.ChildFamily;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.impl.DSL;

/**
 * Takes names, contacts and free texts of a family out of everything that is held, and leaves amounts, dates, codes and keys. What acts
 * and documents said before is kept as digests, so that their seals and the chain of documents can still be checked.
 */
public final class ErasureStore {
    /** Children of the family that no family which is still held has. */
    private static final String CHILDREN =
            "SELECT cf.child_id FROM child_family cf WHERE cf.family_id = {id} AND NOT EXISTS (SELECT 1 FROM child_family other"
                    + " WHERE other.child_id = cf.child_id AND other.family_id <> {id}"
                    + " AND other.family_id NOT IN (SELECT family_id FROM family_erasure))";

    private static final String CODES = "SELECT code FROM child WHERE id IN (" + CHILDREN + ")";
    private static final String CODE = "(SELECT code FROM family WHERE id = {id})";

    /** What the family logs in with, and what it ever did. */
    private static final String LOGINS = "SELECT login FROM family WHERE id = {id} AND login IS NOT NULL"
            + " UNION SELECT lower(before) FROM audit_change WHERE subject = 'family' AND field = 'guardian_email'"
            + " AND code = " + CODE + " AND before IS NOT NULL"
            + " UNION SELECT lower(after) FROM audit_change WHERE subject = 'family' AND field = 'guardian_email'"
            + " AND code = " + CODE + " AND after IS NOT NULL";

    /**
     * What the family asked for, under a login that it had or for a child that goes with it; but what is asked under the login that
     * another family has today is that one's, unless it is for such a child under a login that this one had. Why it was refused may
     * name the login.
     */
    private static final String ASKED_BY_IT =
            " SET reason = replace(reason, login, '***'), login = '' WHERE login <> '' AND"
                    + " (lower(login) IN (" + LOGINS + ") OR child IN (" + CODES + "))"
                    + " AND ((lower(login) IN (" + LOGINS + ") AND child IN (" + CODES + "))"
                    + " OR lower(login) NOT IN (SELECT login FROM family WHERE login IS NOT NULL AND id <> {id}))";

    /** What another family's record said of the guardian who has been this family since they separated. */
    private static final String BEFORE_SEPARATION =
            "(subject = 'family' AND substr(field, 1, 10) = 'guardian2_' AND EXISTS (SELECT 1 FROM audit_change s"
                    + " WHERE s.subject = 'family' AND s.field = 'separated_into' AND s.code = audit_change.code"
                    + " AND substr(s.after, 1, length(" + CODE + ") + 1) = " + CODE + " || ' '"
                    + " AND audit_change.act_id <= s.act_id))";

    private static final String CHANGES = "(" + BEFORE_SEPARATION
            + " OR (subject IN ('family', 'guardian', 'reminder-hold', 'credential', 'extracted-contact')"
            + " AND code = " + CODE + " AND field <> 'erased')"
            + " OR (subject IN ('child', 'schooling') AND code IN (" + CODES + "))"
            + " OR (subject = 'mail' AND code IN (SELECT CAST(id AS TEXT) FROM mail WHERE family_id = {id})))";

    /** What somebody typed as the reference of a payment; what PayFiP gave is a number. */
    private static final String TYPED = "reference <> '' AND id NOT IN (SELECT payment_id FROM online_payment)";

    private static final String PAYMENT_TEXT = "(drawer <> '' OR (" + TYPED + "))";

    private static final String REASONED = ClerksReasons.acts(CHILDREN);

    /** The acts whose records hold something that is taken out. */
    private static final List<String> ACTS = List.of(
            REASONED,
            "SELECT act_id FROM audit_change WHERE " + CHANGES,
            "SELECT act_id FROM payment WHERE family_id = {id} AND " + PAYMENT_TEXT,
            "SELECT act_id FROM payout WHERE family_id = {id}",
            "SELECT act_id FROM tax_certificate WHERE family_id = {id}",
            "SELECT d.act_id FROM deposit_line l JOIN deposit d ON d.id = l.deposit_id WHERE l.family_code = " + CODE,
            "SELECT act_id FROM reminder WHERE family_id = {id}",
            "SELECT t.act_id FROM treasury_debtor d JOIN treasury_list t ON t.id = d.list_id WHERE d.family_id = {id}",
            "SELECT act_id FROM payment_plan WHERE family_id = {id}");

    /** In this order: what finds the rest, such as the logins, goes last. */
    private static final List<String> ERASING = List.of(
            "UPDATE day_request" + ASKED_BY_IT,
            "UPDATE week_request" + ASKED_BY_IT,
            "UPDATE document_request" + ASKED_BY_IT,
            "UPDATE act SET reason = '***' WHERE reason IS NOT NULL AND id IN (SELECT act_id FROM audit_change WHERE "
                    + CHANGES + " UNION " + REASONED + ")",
            "UPDATE audit_change SET before = CASE WHEN before IS NULL THEN NULL ELSE '***' END,"
                    + " after = CASE WHEN after IS NULL THEN NULL ELSE '***' END WHERE " + CHANGES,
            "UPDATE payment SET drawer = '' WHERE family_id = {id}",
            "UPDATE payment SET reference = '' WHERE family_id = {id} AND " + TYPED,
            "UPDATE payout SET reason = '***', reference = '' WHERE family_id = {id}",
            "UPDATE payment_plan SET end_reason = '***' WHERE family_id = {id} AND end_reason IS NOT NULL",
            "UPDATE tax_certificate_line SET child_name = '' WHERE certificate_id IN"
                    + " (SELECT id FROM tax_certificate WHERE family_id = {id})",
            "UPDATE tax_certificate SET recipient = '' WHERE family_id = {id}",
            "UPDATE deposit_line SET payer = '' WHERE family_code = " + CODE,
            "UPDATE reminder SET recipient = '' WHERE family_id = {id}",
            "UPDATE treasury_debtor SET recipient = '' WHERE family_id = {id}",
            "UPDATE invoice_line SET child_name = '' WHERE invoice_id IN (SELECT id FROM invoice WHERE family_id = {id})",
            "UPDATE invoice SET recipient = '' WHERE family_id = {id}",
            "UPDATE mail SET recipient = '***', reply = NULL, reason = NULL, next_attempt_at = NULL,"
                    + " state = CASE WHEN state IN ('waiting', 'deferred') THEN 'cancelled' ELSE state END"
                    + " WHERE family_id = {id}",
            "UPDATE registration SET reason = '***' WHERE family_id = {id} AND reason IS NOT NULL",
            "DELETE FROM credential_delivery WHERE family_id = {id}",
            "DELETE FROM credential WHERE family_id = {id}",
            "DELETE FROM extracted_contact WHERE family_id = {id}",
            "DELETE FROM reminder_hold WHERE family_id = {id}",
            "DELETE FROM guardian WHERE family_id = {id}",
            "DELETE FROM authorised_person WHERE child_id IN (" + CHILDREN + ")",
            "DELETE FROM child_health WHERE child_id IN (" + CHILDREN + ")",
            "UPDATE child SET last_name = '', first_name = '', birth_on = NULL, sex = '', diet = '', vaccines_until_on = NULL,"
                    + " ine = '' WHERE id IN (" + CHILDREN + ")",
            "UPDATE family SET name = '', login = NULL, address = '', postcode = '', city = '', dependents = NULL,"
                    + " income_cents = NULL, income_on = NULL WHERE id = {id}");

    /**
     * A registration that goes on.
     *
     * @param pending whether it waits for a decision
     * @param payer code of the registration's own family
     * @param own whether that is the family that is looked at; else it pays besides
     */
    public record GoingOn(String child, String activity, boolean pending, LocalDate from, String payer, boolean own) {}

    private static final String OLD_DEPOSIT = "SELECT id FROM deposit WHERE made_on < '{limit}'";
    private static final String OLD_LIST = "SELECT id FROM treasury_list WHERE made_on < '{limit}'";
    private static final String OLD_CERTIFICATE =
            "SELECT id FROM tax_certificate WHERE family_id = {id} AND issued_on < '{limit}'";
    private static final String OLD_INVOICE = "SELECT i.id FROM invoice i JOIN invoice_run r ON r.id = i.run_id"
            + " WHERE i.family_id = {id} AND r.issued_on < '{limit}'";

    /** The acts whose records of before a day hold names. */
    private static final List<String> OLD_ACTS = List.of(
            "SELECT act_id FROM payment WHERE family_id = {id} AND received_on < '{limit}' AND " + PAYMENT_TEXT,
            "SELECT act_id FROM payout WHERE family_id = {id} AND paid_on < '{limit}'",
            "SELECT act_id FROM tax_certificate WHERE id IN (" + OLD_CERTIFICATE + ")",
            "SELECT d.act_id FROM deposit_line l JOIN deposit d ON d.id = l.deposit_id WHERE l.family_code = " + CODE
                    + " AND d.made_on < '{limit}'",
            "SELECT act_id FROM reminder WHERE family_id = {id} AND sent_on < '{limit}'",
            "SELECT t.act_id FROM treasury_debtor d JOIN treasury_list t ON t.id = d.list_id WHERE d.family_id = {id}"
                    + " AND t.made_on < '{limit}'");

    private static final List<String> OLD_NAMES = List.of(
            "UPDATE act SET reason = '***' WHERE reason IS NOT NULL AND id IN"
                    + " (SELECT act_id FROM payout WHERE family_id = {id} AND paid_on < '{limit}')",
            "UPDATE payment SET drawer = '' WHERE family_id = {id} AND received_on < '{limit}'",
            "UPDATE payment SET reference = '' WHERE family_id = {id} AND received_on < '{limit}' AND " + TYPED,
            "UPDATE payout SET reason = '***', reference = '' WHERE family_id = {id} AND paid_on < '{limit}'",
            "UPDATE tax_certificate_line SET child_name = '' WHERE certificate_id IN (" + OLD_CERTIFICATE + ")",
            "UPDATE tax_certificate SET recipient = '' WHERE id IN (" + OLD_CERTIFICATE + ")",
            "UPDATE deposit_line SET payer = '' WHERE family_code = " + CODE + " AND deposit_id IN (" + OLD_DEPOSIT
                    + ")",
            "UPDATE reminder SET recipient = '' WHERE family_id = {id} AND sent_on < '{limit}'",
            "UPDATE treasury_debtor SET recipient = '' WHERE family_id = {id} AND list_id IN (" + OLD_LIST + ")",
            "UPDATE invoice_line SET child_name = '' WHERE invoice_id IN (" + OLD_INVOICE + ")",
            "UPDATE invoice SET recipient = '' WHERE id IN (" + OLD_INVOICE + ")");

    private static final String STILL_NAMED = "SELECT (SELECT count(*) FROM invoice WHERE recipient <> '' AND id IN ("
            + OLD_INVOICE + ")) + (SELECT count(*) FROM payment WHERE family_id = {id} AND received_on < '{limit}'"
            + " AND " + PAYMENT_TEXT
            + ") + (SELECT count(*) FROM payout WHERE family_id = {id} AND (reason <> '***' OR reference <> '')"
            + " AND paid_on < '{limit}') + (SELECT count(*) FROM tax_certificate WHERE recipient <> '' AND id IN ("
            + OLD_CERTIFICATE + ")) + (SELECT count(*) FROM reminder WHERE family_id = {id} AND recipient <> ''"
            + " AND sent_on < '{limit}') + (SELECT count(*) FROM treasury_debtor WHERE family_id = {id} AND recipient <> ''"
            + " AND list_id IN (" + OLD_LIST + ")) + (SELECT count(*) FROM deposit_line WHERE family_code = " + CODE
            + " AND payer <> '' AND deposit_id IN (" + OLD_DEPOSIT + "))";

    private final Database database;

    public ErasureStore(Database database) {
        this.database = database;
    }

    public boolean isErased(long familyId) {
        return database.dsl().fetchExists(FAMILY_ERASURE, FAMILY_ERASURE.FAMILY_ID.eq(familyId));
    }

    /** The codes of the families that are erased. */
    public Set<String> families() {
        return codes("SELECT code FROM family WHERE id IN (SELECT family_id FROM family_erasure)");
    }

    /** The codes of the children that are erased with their families: no family that is still held has them. */
    public Set<String> children() {
        return codes("SELECT code FROM child WHERE id IN (SELECT child_id FROM child_family)"
                + " AND id NOT IN (SELECT child_id FROM child_family WHERE family_id NOT IN"
                + " (SELECT family_id FROM family_erasure))");
    }

    /** How many children have no family besides these but erased ones. */
    public int childrenOfNoOther(Collection<Long> familyIds) {
        ChildFamily other = CHILD_FAMILY.as("other");
        return database.dsl()
                .select(DSL.countDistinct(CHILD_FAMILY.CHILD_ID))
                .from(CHILD_FAMILY)
                .where(CHILD_FAMILY.FAMILY_ID.in(familyIds))
                .andNotExists(DSL.selectOne()
                        .from(other)
                        .where(other.CHILD_ID.eq(CHILD_FAMILY.CHILD_ID))
                        .and(other.FAMILY_ID.notIn(familyIds))
                        .and(other.FAMILY_ID.notIn(
                                DSL.select(FAMILY_ERASURE.FAMILY_ID).from(FAMILY_ERASURE))))
                .fetchSingle()
                .value1();
    }

    private Set<String> codes(String sql) {
        return new HashSet<>(database.dsl().fetch(sql).map(row -> row.get(0, String.class)));
    }

    /** How many days the family has booked after a day. */
    public int daysBookedAfter(String code, String day) {
        return count(
                "SELECT count(*) FROM reservation WHERE family = ? AND state = 'booked' AND day_on > ?", code, day);
    }

    /** How many days the family has booked in months of which nobody was sent an invoice yet. */
    public int daysNotInvoiced(String code) {
        return count(
                "SELECT count(*) FROM reservation WHERE family = ? AND state = 'booked'"
                        + " AND CAST(substr(day_on, 1, 4) || substr(day_on, 6, 2) AS INTEGER)"
                        + " > (SELECT coalesce(max(month), 0) FROM invoice)",
                code);
    }

    /** The registrations that a family pays, alone or besides another, and that nobody ended or refused before a day. */
    public List<GoingOn> registrationsGoingOn(long familyId, LocalDate today) {
        return database.dsl()
                .fetch(
                        "SELECT c.code, a.code, r.state, r.from_on, f.code, r.family_id = ? FROM registration r"
                                + " JOIN child c ON c.id = r.child_id JOIN activity a ON a.id = r.activity_id"
                                + " JOIN family f ON f.id = r.family_id WHERE r.state <> 'refused' AND r.to_on > ?"
                                + " AND ((r.family_id = ? AND NOT EXISTS (SELECT 1 FROM family_merge m WHERE m.family_id = r.family_id))"
                                + " OR EXISTS (SELECT 1 FROM registration_share s WHERE s.registration_id = r.id"
                                + " AND s.family_id = ? AND NOT EXISTS (SELECT 1 FROM registration_share later"
                                + " WHERE later.registration_id = r.id AND later.from_on > s.from_on AND later.from_on <= ?)))"
                                + " ORDER BY c.code, r.from_on, r.id",
                        familyId,
                        today.toString(),
                        familyId,
                        familyId,
                        today.toString())
                .map(row -> new GoingOn(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, String.class).equals("pending"),
                        LocalDate.parse(row.get(3, String.class)),
                        row.get(4, String.class),
                        row.get(5, Integer.class) == 1));
    }

    private int count(String sql, Object... values) {
        Integer count = database.dsl().fetchOne(sql, values).get(0, Integer.class);
        return count == null ? 0 : count;
    }

    /** How many documents and payments stay, without names. */
    public int kept(long familyId) {
        return count(
                "SELECT (SELECT count(*) FROM invoice WHERE family_id = ?) + (SELECT count(*) FROM payment WHERE family_id = ?)",
                familyId,
                familyId);
    }

    /** Has the engine overwrite with zeros what it deletes from now on; before the work begins. */
    public void overwriteDeleted() {
        HealthStore.overwriteDeleted(database);
    }

    /** Takes everything out; only when nothing is found wrong with seals and documents, as it could not be found any more. */
    public void erase(long familyId, String code, Journal journal) {
        takeOut(familyId, ACTS, ERASING, journal);
        database.dsl()
                .insertInto(FAMILY_ERASURE, FAMILY_ERASURE.FAMILY_ID, FAMILY_ERASURE.ACT_ID)
                .values(familyId, journal.actId())
                .execute();
        journal.changed("family", code, "erased", "no", "yes");
    }

    /** How many documents and payments of before a day still bear names of the family. */
    public int namedBefore(long familyId, LocalDate limit) {
        return count(filled(dated(STILL_NAMED, limit), familyId));
    }

    /** Takes the names out of documents and payments of before a day; under the same condition as {@link #erase}. */
    public void eraseNamesBefore(long familyId, String code, LocalDate limit, Journal journal) {
        takeOut(
                familyId,
                OLD_ACTS.stream().map(sql -> dated(sql, limit)).toList(),
                OLD_NAMES.stream().map(sql -> dated(sql, limit)).toList(),
                journal);
        journal.changed("family", code, "names_before", null, limit);
    }

    private static String dated(String sql, LocalDate limit) {
        return sql.replace("{limit}", limit.toString());
    }

    private void takeOut(long familyId, List<String> recording, List<String> statements, Journal journal) {
        long erasure = journal.actId();
        SortedMap<Long, byte[]> acts = seals(familyId, recording, erasure);
        Map<Long, byte[]> documents = contents(familyId);
        for (String statement : statements) {
            database.dsl().execute(filled(statement, familyId));
        }
        keepSeals(acts, erasure);
        keepContents(documents, contents(familyId), erasure);
    }

    private static String filled(String sql, long familyId) {
        return sql.replace("{id}", Long.toString(familyId));
    }

    /** The seals of the acts that are about to lose something. */
    private SortedMap<Long, byte[]> seals(long familyId, List<String> recording, long erasure) {
        SortedMap<Long, byte[]> seals = new TreeMap<>();
        String acts = String.join(" UNION ", recording);
        database.dsl()
                .fetch("SELECT act_id, hash FROM seal WHERE hash <> zeroblob(32) AND act_id < " + erasure
                        + " AND act_id IN (" + filled(acts, familyId) + ")")
                .forEach(row -> seals.put(row.get(0, Long.class), row.get(1, byte[].class)));
        return seals;
    }

    private void keepSeals(SortedMap<Long, byte[]> acts, long erasure) {
        acts.forEach((act, seal) -> {
            byte[] remaining = remaining(act);
            if (!Arrays.equals(remaining, seal)) {
                database.dsl()
                        .insertInto(
                                ERASED_ACT,
                                ERASED_ACT.ACT_ID,
                                ERASED_ACT.ERASURE_ACT_ID,
                                ERASED_ACT.SEAL_HASH,
                                ERASED_ACT.REMAINING_HASH)
                        .values(act, erasure, seal, remaining)
                        .execute();
            }
        });
    }

    private byte[] remaining(long act) {
        byte[] previous = database.dsl()
                .select(SEAL.HASH)
                .from(SEAL)
                .where(SEAL.ACT_ID.eq(act - 1))
                .fetchOptional(SEAL.HASH)
                .orElse(new byte[SealStore.HASH_BYTES]);
        try (SealedRows rows = new SealedRows(database, act, act)) {
            return rows.sealOf(act, previous);
        }
    }

    private Map<Long, byte[]> contents(long familyId) {
        Map<Long, byte[]> contents = new LinkedHashMap<>();
        new IssuedInvoiceReader(database)
                .each(
                        INVOICE.FAMILY_ID.eq(familyId),
                        (invoice, hash) ->
                                contents.put(invoice.id(), invoice.content().hash()));
        return contents;
    }

    /** What a document said first is what its link was made from, however often it loses something. */
    private void keepContents(Map<Long, byte[]> before, Map<Long, byte[]> after, long erasure) {
        Map<Long, ErasedRecords.Erased> earlier = ErasedRecords.invoices(database);
        before.forEach((invoice, content) -> {
            byte[] remaining = after.get(invoice);
            if (!Arrays.equals(remaining, content)) {
                ErasedRecords.Erased first = earlier.get(invoice);
                database.dsl()
                        .insertInto(
                                ERASED_INVOICE,
                                ERASED_INVOICE.INVOICE_ID,
                                ERASED_INVOICE.ERASURE_ACT_ID,
                                ERASED_INVOICE.CONTENT_HASH,
                                ERASED_INVOICE.REMAINING_HASH)
                        .values(invoice, erasure, first == null ? content : first.before(), remaining)
                        .execute();
            }
        });
    }
}
