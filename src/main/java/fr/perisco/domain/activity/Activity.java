package fr.perisco.domain.activity;

import fr.perisco.domain.calendar.NoticePeriod;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that children are registered for.
 *
 * @param id the store's key
 * @param label what families read, also the registration's label on invoices
 * @param schoolCode the school whose children it is for; null for all
 * @param from first day
 * @param to last day, included
 * @param notice for adding a day
 * @param cancelNotice for cancelling one
 * @param ages on the first day of a registration
 */
public record Activity(
        long id,
        String code,
        String label,
        String service,
        @Nullable String schoolCode,
        LocalDate from,
        LocalDate to,
        NoticePeriod notice,
        NoticePeriod cancelNotice,
        NumberRange ages) {
    public Activity {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("an activity that ends before it starts");
        }
    }
}
