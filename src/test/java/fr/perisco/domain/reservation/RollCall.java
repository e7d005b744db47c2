package fr.perisco.domain.reservation;

import fr.perisco.domain.calendar.DaySet;

/** Writes attendance into the sets of a month. */
public final class RollCall {
    private RollCall() {}

    /** The same sets with this attendance in the place of theirs. */
    public static ReservationMonth of(ReservationMonth sets, DaySet present, DaySet absent, DaySet excused) {
        return new ReservationMonth(
                sets.month(),
                sets.unitId(),
                sets.registrationId(),
                sets.booked(),
                sets.byRule(),
                sets.cancelled(),
                sets.cancelledLate(),
                sets.waived(),
                present,
                absent,
                excused);
    }
}
