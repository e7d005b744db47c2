package fr.perisco.exchange.pdf;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @param from first day on which it may; null when that is past for good
     * @param to last day; null when there is none
     */
    public record Entry(
            String child,
            boolean first,
            String name,
            String relation,
            String phone,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    public AuthorisedSheet {
        entries = List.copyOf(entries);
    }
}
