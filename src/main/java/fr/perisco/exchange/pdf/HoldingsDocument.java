package fr.perisco.exchange.pdf;

import java.time.LocalDate;
import java.util.List;

/**
 * All that is held of a family, for the person who asked for it.
 *
 * @param office the office's name
 * @param family the family's code
 */
public record HoldingsDocument(String office, String family, LocalDate heldOn, List<Entry> entries) {
    /**
     * @param kind what kind of thing it belongs to, such as {@code children}
     * @param place which of them, from 1
     * @param field what it says
     */
    public record Entry(String kind, int place, String field, String value) {}

    public HoldingsDocument {
        entries = List.copyOf(entries);
    }
}
