package fr.perisco.domain.family;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Since when a family lives in the town, or does not.
 *
 * @param records oldest first
 */
public record ResidencyHistory(List<Since> records) {
    public static final ResidencyHistory NONE = new ResidencyHistory(List.of());

    /** Resident or not, from a day on. */
    public record Since(LocalDate from, boolean resident) {}

    public ResidencyHistory {
        records = List.copyOf(records);
    }

    /** Whether the family is resident on a day; before the first record, as the first one says; without any, it is. */
    public boolean isResidentOn(LocalDate day) {
        return on(day).map(Since::resident).orElse(true);
    }

    /** The record that says where the family lives on a day; before the first record, that one. */
    public Optional<Since> on(LocalDate day) {
        Since last = records.isEmpty() ? null : records.get(0);
        for (Since since : records) {
            if (!since.from().isAfter(day)) {
                last = since;
            }
        }
        return Optional.ofNullable(last);
    }
}
