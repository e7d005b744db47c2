package fr.perisco.domain.family;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
        FamilyQuotient inForce = null;
        for (FamilyQuotient quotient : records) {
            if (!quotient.countsFrom().isAfter(day) && (inForce == null || LATEST.compare(quotient, inForce) > 0)) {
                inForce = quotient;
            }
        }
        return Optional.ofNullable(inForce);
    }

    /** The record made last for a date, whatever the day it counts from. */
    public Optional<FamilyQuotient> datedOn(LocalDate day) {
        return records.stream()
                .filter(quotient -> quotient.quotientFrom().equals(day))
                .max(LATEST);
    }
}
