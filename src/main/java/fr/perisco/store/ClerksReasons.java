package fr.perisco.store;

import java.util.List;

/**
 * Finds the acts for which a clerk gave a reason and which touched a family: its own records, its children's, the registrations that it
 * pays, its invoices and its payouts. A reason that was given for a whole class at once counts too, as it may be about any child of it.
 */
final class ClerksReasons {
    private static final String REGISTRATIONS =
            "SELECT id FROM registration WHERE family_id = {id} OR child_id IN ({children})";

    /** The changes that bear a child's code before other words, or the family's own registration's name. */
    private static final String NAMED_CHANGES = "SELECT a.act_id FROM child c JOIN audit_change a ON a.code = c.code"
            + " OR (a.code > c.code || ' ' AND a.code < c.code || '!')"
            + " WHERE c.id IN ({children}) AND a.subject IN ('registration', 'typical-week', 'shuttle-place')"
            + " UNION SELECT act_id FROM audit_change WHERE subject = 'registration' AND code IN"
            + " (SELECT c.code || ' ' || a.code || ' ' || r.from_on FROM registration r JOIN child c ON c.id = r.child_id"
            + " JOIN activity a ON a.id = r.activity_id WHERE r.family_id = {id})";

    private static final List<String> TOUCHING = List.of(
            "SELECT act_id FROM audit_change WHERE subject IN ('family', 'reminder-hold', 'payment-plan', 'credit')"
                    + " AND code = (SELECT code FROM family WHERE id = {id})",
            NAMED_CHANGES,
            "SELECT act_id FROM registration WHERE id IN (" + REGISTRATIONS + ")",
            "SELECT act_id FROM reservation_change WHERE registration_id IN (" + REGISTRATIONS + ")",
            "SELECT act_id FROM day_request WHERE registration_id IN (" + REGISTRATIONS + ")",
            "SELECT decided_act_id FROM day_request WHERE decided_act_id IS NOT NULL AND registration_id IN ("
                    + REGISTRATIONS + ")",
            "SELECT act_id FROM typical_week WHERE family_id = {id} OR child_id IN ({children})",
            "SELECT act_id FROM shuttle_place WHERE child_id IN ({children})",
            "SELECT r.act_id FROM invoice i JOIN invoice_run r ON r.id = i.run_id WHERE i.family_id = {id}",
            "SELECT act_id FROM payout WHERE family_id = {id}");

    private ClerksReasons() {}

    /**
     * The keys of the acts, as a query in which {@code {id}} stands for the family's key.
     *
     * @param children a query for the keys of the children that go with the family
     */
    static String acts(String children) {
        return "SELECT id FROM act WHERE reason IS NOT NULL AND reason <> '***' AND id IN ("
                + String.join(" UNION ", TOUCHING).replace("{children}", children) + ")";
    }
}
