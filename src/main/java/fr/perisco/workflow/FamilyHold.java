package fr.perisco.workflow;

import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.recovery.Hold;
import fr.perisco.store.HoldStore;
import java.time.LocalDate;
import java.util.Optional;

/** Keeps a family from being reminded for a time, and ends that. */
public final class FamilyHold {
    private static final String SUBJECT = "reminder-hold";
    private static final String FIELD = "until";

    private final Office office;
    private final HoldStore store;

    public FamilyHold(Office office) {
        this.office = office;
        this.store = new HoldStore(office.database());
    }

    /**
     * Places a hold, in place of the one that the family had.
     *
     * @param until the last day without reminders
     * @return whether something is other than before
     * @throws Misused when the reason is empty
     * @throws Refused when the family is unknown, or the day is over
     */
    public boolean place(String familyCode, LocalDate until, String reason) {
        return office.act("family hold", reason, journal -> {
            long familyId = new FamilyCodes(office).idOf(familyCode);
            if (until.isBefore(office.today())) {
                throw Refused.because("hold.over", until);
            }
            Hold hold = new Hold(until, reason.strip());
            Optional<Hold> before = store.of(familyId);
            if (before.filter(hold::equals).isPresent()) {
                return false;
            }
            store.put(familyId, hold, journal);
            journal.changed(SUBJECT, familyCode, FIELD, before.map(Hold::until).orElse(null), until);
            return true;
        });
    }

    /**
     * Ends a hold.
     *
     * @return whether there was one
     * @throws Refused when the family is unknown
     */
    public boolean release(String familyCode) {
        return office.act("family release", null, journal -> {
            long familyId = new FamilyCodes(office).idOf(familyCode);
            Optional<Hold> before = store.of(familyId);
            before.ifPresent(hold -> {
                store.remove(familyId);
                journal.changed(SUBJECT, familyCode, FIELD, hold.until(), null);
            });
            return before.isPresent();
        });
    }
}
