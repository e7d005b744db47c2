package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.reservation.WeekDays;
import java.time.YearMonth;

/** The days that typical weeks are to book, and who follows what becomes of them. */
interface WeekReach {
    WeekReach EVERYWHERE = (unitId, month) -> DaySet.allOf(month);

    /** The days of the month that are to be booked at a unit. */
    DaySet in(long unitId, YearMonth month);

    /** Told what becomes of the days that one rule names in one registration. */
    default void decided(Registration registration, Unit unit, YearMonth month, WeekDays days) {}
}
