package fr.perisco.domain.family;

import java.time.LocalDate;
import java.util.List;

/**
 * Since when a family lives in the town, or does not.
 *
 * @param records oldest first
 */
public record ResidencyHistory(List<Since> records) {
    /** Resident or not, from a day on. */
    public record Since(LocalDate from, boolean resident) {}

    public ResidencyHistory {
        records = List.copyOf(records);
    }

    /** Whether the family is resident on a day; before the first record, as the first one says; without any, it is. */
    public boolean isResidentOn(LocalDate day) {
        boolean resident = records.isEmpty() || records.get(0).resident();
        for (Since since : records) {
            if (!since.from().isAfter(day)) {
                resident = since.resident();
            }
        }
        return resident;
    }
}
