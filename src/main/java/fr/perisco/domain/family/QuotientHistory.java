package fr.perisco.domain.family;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A family's quotients over time. */
public record QuotientHistory(List<FamilyQuotient> records) {
    public static final QuotientHistory NONE = new QuotientHistory(List.of());

    private static final Comparator<FamilyQuotient> LATEST =
            Comparator.comparing(FamilyQuotient::quotientFrom).thenComparingLong(FamilyQuotient::id);

    public QuotientHistory {
        records = List.copyOf(records);
    }

    /** The record with the latest date among those that count on the day; of two with one date, the one made last. */
    public Optional<FamilyQuotient> inForceOn(LocalDate day) {
        return records.stream()
                .filter(quotient -> !quotient.countsFrom().isAfter(day))
                .max(LATEST);
    }

    /** The record made last for a date, whatever the day it counts from. */
    public Optional<FamilyQuotient> datedOn(LocalDate day) {
        return records.stream()
                .filter(quotient -> quotient.quotientFrom().equals(day))
                .max(LATEST);
    }

    /** The days on which another record may come into force. */
    public Stream<LocalDate> changes() {
        return records.stream().map(FamilyQuotient::countsFrom);
    }
}
