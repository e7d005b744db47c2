package fr.perisco.workflow;

import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.Diet;
import fr.perisco.domain.family.HealthKind;
import fr.perisco.domain.family.HealthNote;
import fr.perisco.domain.reason.Refused;
import fr.perisco.exchange.csv.FreeText;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.HealthStore;
import fr.perisco.store.Journal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what those who look after a child must do for its health. The audit trail says that something changed, not what; words that are
 * replaced or removed are overwritten.
 */
public final class ChildHealth {
    private static final String KIND = "child health";
    static final String CHANGED = "changed";

    private final Office office;
    private final HealthStore store;

    public ChildHealth(Office office) {
        this.office = office;
        this.store = new HealthStore(office.database());
    }

    /**
     * A text as it is kept: on one line, with nothing in it that is not for reading.
     *
     * @param bytes UTF-8
     * @throws fr.perisco.domain.reason.Misused when it is empty, too long or not legible; its words are not told
     */
    public static String legible(byte[] bytes) {
        return FreeText.of(bytes);
    }

    /**
     * Records what is to be heeded. A child has one PAI at a time: a new one ends the one before it, or takes its place when both begin
     * on the same day. Allergies add up.
     *
     * @param text clean, not empty
     * @param from the first day; null for the day of {@code --now}
     * @param to the last day; null while none is known
     * @return whether something is other than before
     * @throws Refused when the child is unknown, the text speaks of a faith, or the last day is before the first
     */
    public boolean keep(String code, HealthKind kind, String text, @Nullable LocalDate from, @Nullable LocalDate to) {
        store.overwriteDeleted();
        return office.act(KIND, null, journal -> {
            Child child = child(code);
            Diet.neutralWordingFor(text).ifPresent(neutral -> {
                throw Refused.because("health.faith", neutral);
            });
            LocalDate first = from == null ? office.today() : from;
            if (to != null && to.isBefore(first)) {
                throw Refused.because("health.ends-before", first, to);
            }
            List<HealthNote> before = store.of(child.id());
            HealthNote note = new HealthNote(0, kind, text, first, to);
            if (before.stream().anyMatch(other -> other.isSameAs(note) || (from == null && isSaidBy(other, note)))) {
                return false;
            }
            if (kind == HealthKind.PAI) {
                makeRoom(note, before);
            }
            store.add(child.id(), note, journal);
            tell(journal, code);
            return true;
        });
    }

    private boolean isSaidBy(HealthNote other, HealthNote note) {
        return other.isInForceOn(office.today())
                && new HealthNote(note.id(), note.kind(), note.text(), other.from(), note.to()).isSameAs(other);
    }

    private void makeRoom(HealthNote note, List<HealthNote> before) {
        before.stream()
                .filter(other -> other.kind() == note.kind() && overlap(note, other))
                .forEach(other -> store.end(other, note.from().minusDays(1)));
    }

    private static boolean overlap(HealthNote one, HealthNote other) {
        LocalDate oneEnd = one.to();
        LocalDate otherEnd = other.to();
        return (oneEnd == null || !oneEnd.isBefore(other.from()))
                && (otherEnd == null || !otherEnd.isBefore(one.from()));
    }

    /**
     * Ends one note, or all of a kind; what would have no day left is deleted for good.
     *
     * @param which a kind's code, or a note's number
     * @param last the last day on which it is heeded; null for the day before {@code --now}
     * @return whether something is other than before
     * @throws Refused when the child is unknown, or has no such note
     */
    public boolean end(String code, String which, @Nullable LocalDate last) {
        store.overwriteDeleted();
        return office.act(KIND, null, journal -> {
            LocalDate day = last == null ? office.today().minusDays(1) : last;
            List<HealthNote> open = named(code, which).stream()
                    .filter(note ->
                            note.isInForceOn(day.plusDays(1)) || note.from().isAfter(day))
                    .toList();
            open.forEach(note -> store.end(note, day));
            if (!open.isEmpty()) {
                tell(journal, code);
            }
            return !open.isEmpty();
        });
    }

    /**
     * Deletes one note for good, as when it should never have been written.
     *
     * @throws Refused when the child is unknown, or has no such note
     */
    public void remove(String code, long number) {
        store.overwriteDeleted();
        office.act(KIND, null, journal -> {
            named(code, Long.toString(number)).forEach(store::remove);
            tell(journal, code);
            return null;
        });
    }

    /**
     * Shows what is kept of a child, and records that it was shown; where there is nothing, nothing is recorded.
     *
     * @throws Refused when the child is unknown, or the database may only be read
     */
    public List<HealthNote> read(String code) {
        return RecordedReading.of(office, "child show", journal -> {
            List<HealthNote> notes = store.of(child(code).id());
            if (!notes.isEmpty()) {
                journal.changed(RecordedReading.SUBJECT, code, RecordedReading.FIELD, null, RecordedReading.READ);
            }
            return notes;
        });
    }

    private List<HealthNote> named(String code, String which) {
        List<HealthNote> all = store.of(child(code).id());
        return HealthKind.parse(which)
                .map(kind -> all.stream().filter(note -> note.kind() == kind).toList())
                .orElseGet(() -> {
                    List<HealthNote> one = all.stream()
                            .filter(note -> Long.toString(note.id()).equals(which))
                            .toList();
                    if (one.isEmpty()) {
                        throw Refused.because("health.unknown", code);
                    }
                    return one;
                });
    }

    private Child child(String code) {
        return new FamilyStore(office.database()).child(code).orElseThrow(() -> Refused.because("unknown.child", code));
    }

    private static void tell(Journal journal, String code) {
        journal.changed(RecordedReading.SUBJECT, code, RecordedReading.FIELD, null, CHANGED);
    }
}
