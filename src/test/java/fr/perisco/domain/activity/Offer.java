package fr.perisco.domain.activity;

import fr.perisco.domain.calendar.NoticePeriod;
import fr.perisco.domain.calendar.Weekdays;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Activities and units for tests. */
public final class Offer {
    public static final LocalDate FIRST_DAY = LocalDate.of(2016, 9, 1);
    public static final LocalDate LAST_DAY = LocalDate.of(2017, 8, 31);

    private Offer() {}

    /** An activity of the school year 2016-2017, for all schools. */
    public static Activity activity(long id, String code, String notice) {
        return activity(id, code, notice, FIRST_DAY, LAST_DAY);
    }

    public static Activity activity(long id, String code, String notice, LocalDate from, LocalDate to) {
        NoticePeriod period = NoticePeriod.parse(notice).orElseThrow();
        return new Activity(
                id, code, "Activité " + code, "Service " + code, null, from, to, period, period, NumberRange.ANY);
    }

    public static Unit unit(long id, Activity activity, UnitOpening... openings) {
        return new Unit(id, activity, "U" + id, "Unité " + id, false, List.of(openings));
    }

    /** Open all year on these weekdays. */
    public static UnitOpening opening(String days, Term term, @Nullable Integer capacity) {
        return new UnitOpening(FIRST_DAY, LAST_DAY, Weekdays.parse(days).orElseThrow(), term, capacity);
    }
}
