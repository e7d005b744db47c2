package fr.perisco.exchange.pdf;

import java.util.List;

/**
 * Who may fetch the children of a roll-call sheet besides their guardians.
 *
 * @param sheet the one that it goes with
 * @param entries in the order of the children
 */
public record AuthorisedSheet(RollCallSheet sheet, List<Entry> entries) {
    /**
     * A person, and the child that it may fetch. Texts may be empty.
     *
     * @param child last name, then first name
     * @param first whether it is the first one of the child
     */
    public record Entry(String child, boolean first, String name, String relation, String phone) {}

    public AuthorisedSheet {
        entries = List.copyOf(entries);
    }
}
