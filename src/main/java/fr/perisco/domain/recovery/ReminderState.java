package fr.perisco.domain.recovery;

import java.util.Locale;

/** What became of the invoices of a reminder. */
public enum ReminderState {
    OPEN,
    PARTIAL,
    PAID;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it is typed and shown. */
    @Override
    public String toString() {
        return code();
    }
}
