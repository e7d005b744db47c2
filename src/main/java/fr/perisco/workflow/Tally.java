package fr.perisco.workflow;

import fr.perisco.store.Journal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts what a file adds, changes and leaves, and has each change written down. */
final class Tally {
    private final String file;
    private final Journal journal;
    private int added;
    private int changed;
    private int unchanged;

    Tally(String file, Journal journal) {
        this.file = file;
        this.journal = journal;
    }

    /** Whether there is something to write; what was there before is null for something new. */
    boolean compare(String subject, String code, String field, @Nullable Object before, Object after) {
        if (Objects.equals(before, after)) {
            unchanged++;
            return false;
        }
        if (before == null) {
            added++;
        } else {
            changed++;
        }
        journal.changed(subject, code, field, before, after);
        return true;
    }

    SetupReport.Counts counts(int vanished) {
        return new SetupReport.Counts(file, added, changed, unchanged, vanished);
    }
}
