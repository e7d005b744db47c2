package fr.perisco.workflow;

import fr.perisco.domain.reason.Refused;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The day that documents bear. */
final class IssueDay {
    /** A series never goes back in time: a slip of the year would keep it shut until then. */
    private static final int MOST_DAYS_AHEAD = 31;

    private IssueDay() {}

    /**
     * @param asked null for today
     * @throws Refused when it is more than 31 days ahead
     */
    static LocalDate of(Office office, @Nullable LocalDate asked) {
        LocalDate issue = asked == null ? office.today() : asked;
        if (issue.isAfter(office.today().plusDays(MOST_DAYS_AHEAD))) {
            throw Refused.because("invoice.issued-too-far-ahead", issue, MOST_DAYS_AHEAD);
        }
        return issue;
    }
}
