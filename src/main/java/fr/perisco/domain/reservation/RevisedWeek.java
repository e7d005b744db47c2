package fr.perisco.domain.reservation;

import fr.perisco.domain.calendar.DaySet;
import java.time.YearMonth;
import java.util.List;

/**
 * A typical week that was loaded again and says something else.
 *
 * @param before what it said
 * @param inForce all rules of the child and the unit that count from now on, itself among them
 */
public record RevisedWeek(TypicalWeek before, List<TypicalWeek> inForce) {
    public RevisedWeek {
        inForce = List.copyOf(inForce);
    }

    /** The days of the month that it named for this payer's registration, and that no rule names any more. */
    public DaySet dropped(YearMonth month, long payer) {
        DaySet days = before.in(month);
        for (TypicalWeek rule : inForce) {
            if (rule.isPaidBy(payer)) {
                days = days.minus(rule.in(month));
            }
        }
        return days;
    }
}
