package fr.perisco.domain.activity;

import fr.perisco.domain.calendar.DaySet;
import java.time.LocalDate;
import java.time.YearMonth;

/** Days of a month that a unit was open on and is closed now, or the other way round. */
public record OpeningChange(long unitId, YearMonth month, DaySet days) {
    /** The part of it from a day on. */
    public OpeningChange from(LocalDate day) {
        return new OpeningChange(unitId, month, days.intersect(DaySet.between(month, day, month.atEndOfMonth())));
    }
}
