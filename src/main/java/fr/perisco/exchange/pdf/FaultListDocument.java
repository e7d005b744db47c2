package fr.perisco.exchange.pdf;

import java.time.LocalDate;
import java.util.List;

/**
 * What is wrong in files, for print.
 *
 * @param office the office's name
 */
public record FaultListDocument(String office, LocalDate readOn, List<Entry> entries) {
    /**
     * @param column of the row, from 1; 0 when the fault is the row's as a whole
     * @param fault what is wrong and what to do
     */
    public record Entry(String source, long line, int column, String fault) {}

    public FaultListDocument {
        entries = List.copyOf(entries);
    }
}
