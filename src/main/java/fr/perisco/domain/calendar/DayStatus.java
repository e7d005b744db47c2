package fr.perisco.domain.calendar;

/**
 * What a day is, and what makes it so.
 *
 * @param detail the holiday's or closure's name, or a public holiday's code; empty when the kind says it all
 */
public record DayStatus(DayKind kind, String detail) {
    public boolean isSchoolDay() {
        return kind == DayKind.SCHOOL_DAY;
    }
}
