package fr.perisco.cli;

import fr.perisco.domain.reservation.WeekRecap;

/** How reservations are told. */
final class ReservationTables {
    private ReservationTables() {}

    /** What typical weeks booked, in one sentence. */
    static void recap(Desk desk, WeekRecap recap) {
        desk.inform(
                "week.recap",
                recap.booked(),
                recap.alreadyBooked(),
                recap.closed(),
                recap.tooLate(),
                recap.waiting(),
                recap.keptCancelled());
    }
}
