package fr.perisco.workflow;

import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reservation.MealComparison;
import fr.perisco.domain.reservation.MealCount;
import fr.perisco.domain.reservation.MealOrder;
import fr.perisco.domain.reservation.UnitScope;
import fr.perisco.store.MealOrderStore;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Records which meals were ordered, and compares what is expected now with it. */
public final class MealOrdering {
    /**
     * @param counts what is expected now
     * @param comparison with what was ordered before
     * @param number of the order that was recorded; empty when there was nothing to record
     */
    public record Report(List<MealCount> counts, MealComparison comparison, OptionalLong number) {}

    private final Office office;

    public MealOrdering(Office office) {
        this.office = office;
    }

    /**
     * What changed since the last order.
     *
     * @throws Refused when a code names nothing
     */
    public Report compare(UnitScope scope) {
        return office.read(() -> report(scope));
    }

    /**
     * Records that what is expected now was ordered; the same order again changes nothing.
     *
     * @param recipient whom it is sent to; may be empty
     * @param note may be empty
     * @param sending writes what is sent: when it fails, nothing was ordered
     * @throws Refused when a code names nothing
     */
    public Report order(UnitScope scope, String recipient, String note, Consumer<Report> sending) {
        return office.act("report meals", null, journal -> {
            Report found = report(scope);
            Report done = found;
            if (!found.comparison().isSame()) {
                long number = new MealOrderStore(office.database())
                        .insert(scope, TypedText.of(recipient), TypedText.reason(note), found.counts(), journal);
                done = new Report(found.counts(), found.comparison(), OptionalLong.of(number));
            }
            sending.accept(done);
            return done;
        });
    }

    /** Orders about some day of a period, the first one first; null is open. */
    public List<MealOrder> orders(@Nullable LocalDate from, @Nullable LocalDate to) {
        return office.read(() -> new MealOrderStore(office.database())
                .all().stream()
                        .filter(order ->
                                from == null || !order.scope().days().to().isBefore(from))
                        .filter(order ->
                                to == null || !order.scope().days().from().isAfter(to))
                        .toList());
    }

    /**
     * @throws Refused when there is none of this number
     */
    public MealOrder order(long number) {
        return orders(null, null).stream()
                .filter(order -> order.number() == number)
                .findFirst()
                .orElseThrow(() -> Refused.because("unknown.meal-order", number));
    }

    private Report report(UnitScope scope) {
        List<MealCount> counts = MealReport.count(office, scope);
        List<MealOrder> orders = new MealOrderStore(office.database()).about(scope.days());
        return new Report(counts, MealComparison.of(scope, orders, counts), OptionalLong.empty());
    }
}
