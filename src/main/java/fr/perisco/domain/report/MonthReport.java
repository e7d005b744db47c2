package fr.perisco.domain.report;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A month in figures.
 *
 * @param asOf the day on which balances are aged
 * @param whole all activities together: a child of two of them counts once
 * @param activities those that were offered or used
 * @param documents invoices and credit notes of the month; where the scope is narrower, what they bill of it
 * @param parts the same amount by what is billed
 * @param activityRevenue the same amount by activity; a surcharge counts no day
 * @param tariffRevenue the same amount by row of the tariff
 * @param accounts null where the scope is narrower than the office
 */
public record MonthReport(
        MonthScope scope,
        LocalDate asOf,
        ActivityDays whole,
        List<ActivityDays> activities,
        List<Figure> documents,
        List<Figure> parts,
        List<Figure> activityRevenue,
        List<TariffRevenue> tariffRevenue,
        @Nullable Accounts accounts) {
    public MonthReport {
        activities = List.copyOf(activities);
        documents = List.copyOf(documents);
        parts = List.copyOf(parts);
        activityRevenue = List.copyOf(activityRevenue);
        tariffRevenue = tariffRevenue.stream().sorted(TariffRevenue.ORDER).toList();
    }

    /** What the month's documents come to. */
    public Money invoiced() {
        return Figure.amount(documents);
    }

    public boolean isInvoiced() {
        return Figure.count(documents) > 0;
    }

    /** The days of the month, 1 to 31, on which a child is booked. */
    public List<Integer> bookedDays() {
        return IntStream.rangeClosed(1, scope.month().lengthOfMonth())
                .filter(day -> whole.counts().bookedOn(day) > 0)
                .boxed()
                .toList();
    }

    /** Activities that have booked days, the one with most of them first. */
    public List<ActivityDays> bookedActivities() {
        return activities.stream()
                .filter(activity -> activity.counts().of(DayOutcome.BOOKED) > 0)
                .sorted(Comparator.<ActivityDays>comparingInt(
                                activity -> -activity.counts().of(DayOutcome.BOOKED))
                        .thenComparing(ActivityDays::code))
                .toList();
    }
}
