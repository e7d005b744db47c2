package fr.perisco.workflow;

import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reservation.CancelManner;
import fr.perisco.domain.reservation.DayVerdict;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cancels single days, or all that are booked in a period. */
public final class DayCancellation {
    /**
     * What is asked for: either days, or a period.
     *
     * @param from first day of the period; null when days are given
     * @param to last day of the period, included
     * @param reason why days are waived, or cancelled past their deadline; null otherwise
     */
    public record Order(
            String child,
            String activity,
            String unit,
            List<LocalDate> days,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String family,
            CancelManner manner,
            @Nullable String reason,
            boolean allowedOnly) {}

    private final Office office;

    public DayCancellation(Office office) {
        this.office = office;
    }

    /**
     * @throws Refused when a code is unknown, or nothing is booked in the period
     */
    public DayReport cancel(Order order) {
        return office.act("reservation cancel", order.reason(), journal -> {
            DayDesk desk = new DayDesk(office, order.child(), order.activity(), order.unit(), order.family());
            DayRemoval removal = new DayRemoval(desk, office.now(), order.manner());
            List<DayVerdict> verdicts =
                    days(desk, removal, order).stream().map(removal::decide).toList();
            if (!DayReport.mayProceed(verdicts, order.allowedOnly())) {
                return new DayReport(verdicts, false, List.of());
            }
            FreedPlaces freed = new FreedPlaces(office, desk.rules, office.now());
            verdicts.forEach(verdict -> removal.apply(verdict, freed, journal));
            desk.save(journal);
            return new DayReport(verdicts, true, freed.fill(journal));
        });
    }

    private static List<LocalDate> days(DayDesk desk, DayRemoval removal, Order order) {
        LocalDate from = order.from();
        LocalDate to = order.to();
        if (from == null || to == null) {
            return order.days().stream().distinct().sorted().toList();
        }
        List<LocalDate> booked = from.datesUntil(to.plusDays(1))
                .filter(day -> removal.isHeld(day) || desk.waiting(day).isPresent())
                .toList();
        if (booked.isEmpty()) {
            throw Refused.because("cancel.nothing-booked", from, to);
        }
        return booked;
    }
}
