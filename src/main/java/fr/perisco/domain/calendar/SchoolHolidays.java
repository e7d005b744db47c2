package fr.perisco.domain.calendar;

import java.time.LocalDate;

/**
 * A row of the ministry's calendar. Holidays begin after class on the start date and end on the morning of the end date, so
 * neither of the two lies inside.
 */
public record SchoolHolidays(
        SchoolYear schoolYear, String description, String zone, LocalDate startsOn, LocalDate endsOn) {
    public SchoolHolidays {
        if (startsOn.isAfter(endsOn)) {
            throw new IllegalArgumentException("holidays that end before they start");
        }
    }

    public boolean contains(LocalDate day) {
        return day.isAfter(startsOn) && day.isBefore(endsOn);
    }
}
