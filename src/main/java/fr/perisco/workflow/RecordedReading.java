package fr.perisco.workflow;

import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.store.Journal;
import java.util.function.Function;

/** Reads health data: who read it is recorded for good before anything is shown. */
final class RecordedReading {
    static final String SUBJECT = "child";
    static final String FIELD = "health";
    static final String READ = "read";

    private RecordedReading() {}

    /**
     * @param kind the command
     * @throws Refused when the database may only be read, as nobody could tell any more who read it
     */
    static <T> T of(Office office, String kind, Function<Journal, T> reading) {
        try {
            T read = office.act(kind, null, reading);
            if (!office.isRehearsal()) {
                office.keep();
            }
            return read;
        } catch (Unavailable e) {
            if (e.reason().code().equals("database.read-only")) {
                throw Refused.because("health.read-only");
            }
            throw e;
        }
    }
}
