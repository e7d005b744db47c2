package fr.perisco.workflow;

import fr.perisco.domain.reservation.DayVerdict;
import fr.perisco.domain.reservation.Verdict;
import fr.perisco.store.DayRequestStore;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Books single days: a list of them is all or nothing, unless only what is allowed was asked for. */
public final class DayBooking {
    /**
     * What is asked for.
     *
     * @param family the payer; null for the earliest registration
     * @param override why days past their deadline are added all the same; null when they are not
     * @param allowedOnly whether the days that are allowed are booked when others are refused
     * @param mayWait whether a full day puts the child on the waiting list
     */
    public record Order(
            String child,
            String activity,
            String unit,
            List<LocalDate> days,
            @Nullable String family,
            @Nullable String override,
            boolean allowedOnly,
            boolean mayWait) {}

    private final Office office;

    public DayBooking(Office office) {
        this.office = office;
    }

    public DayReport add(Order order) {
        return office.act("reservation add", order.override(), journal -> {
            DayDesk desk = new DayDesk(office, order.child(), order.activity(), order.unit(), order.family());
            DayAddition addition =
                    new DayAddition(desk, office.now(), office.today(), order.override() != null, order.mayWait());
            List<DayVerdict> verdicts = order.days().stream()
                    .distinct()
                    .sorted()
                    .map(addition::decide)
                    .toList();
            boolean proceed = DayReport.mayProceed(verdicts, order.allowedOnly());
            if (proceed) {
                verdicts.forEach(verdict -> addition.book(verdict, journal));
                desk.save(journal);
                desk.requests.join(
                        verdicts.stream()
                                .filter(verdict -> verdict.verdict() == Verdict.WAITING)
                                .map(verdict -> addition.placeInLine(verdict.day()))
                                .toList(),
                        new DayRequestStore.Wish(office.now(), null, false, true),
                        journal);
            }
            return new DayReport(verdicts, proceed, List.of());
        });
    }
}
