package fr.perisco.domain.family;

import java.time.LocalDate;
import java.util.List;

/**
 * Since when a child goes to which school and class.
 *
 * @param records oldest first
 */
public record SchoolingHistory(List<Since> records) {
    /** A school and class from a day on. */
    public record Since(LocalDate from, Schooling schooling) {}

    public SchoolingHistory {
        records = List.copyOf(records);
    }

    /** School and class on a day; before the first record, as the first one says. */
    public Schooling on(LocalDate day) {
        Schooling schooling =
                records.isEmpty() ? Schooling.NONE : records.get(0).schooling();
        for (Since since : records) {
            if (!since.from().isAfter(day)) {
                schooling = since.schooling();
            }
        }
        return schooling;
    }
}
