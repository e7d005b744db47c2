package fr.perisco.workflow;

import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.reservation.EndRecap;
import fr.perisco.store.Journal;
import fr.perisco.store.RegistrationStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Moves the last days of registrations, at the desk or by a file, and settles what stands after them. */
final class LastDays {
    private final Office office;
    private final Journal journal;
    private final Map<Long, Registration> ended = new TreeMap<>();
    private LocalDate lastOfAll = LocalDate.MIN;
    private List<PlaceOffer> offers = List.of();

    LastDays(Office office, Journal journal) {
        this.office = office;
        this.journal = journal;
    }

    /**
     * Gives a registration another last day. With the one that it has, it stays as it is, and only what stands after it is
     * settled.
     *
     * @param name of the registration in the audit trail
     */
    void move(Registration registration, String name, LocalDate lastDay) {
        if (!lastDay.equals(registration.to())) {
            new RegistrationStore(office.database()).end(registration, lastDay);
            journal.changed("registration", name, "to", registration.to(), lastDay);
        }
        if (!lastDay.isAfter(registration.to())) {
            ended.put(registration.id(), registration.until(lastDay));
            lastOfAll = registration.to().isAfter(lastOfAll) ? registration.to() : lastOfAll;
        }
    }

    /**
     * Settles what stands after the last days of the registrations that end earlier now.
     *
     * @param waive whether days past their deadline are not billed either
     * @return what became of it, by the keys of the units where there was something
     */
    Map<Long, EndRecap> settle(boolean waive) {
        if (ended.isEmpty()) {
            return Map.of();
        }
        DaysAfterEnd days = new DaysAfterEnd(office, journal, ended, waive);
        Map<Long, EndRecap> recaps = days.settle(lastOfAll);
        offers = days.offers();
        return recaps;
    }

    /** To whom the places went that were freed. */
    List<PlaceOffer> offers() {
        return offers;
    }

    /** What the audit trail calls a registration. */
    static String name(String child, String activity, LocalDate from) {
        return child + " " + activity + " " + from;
    }
}
