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

    /** What a record of this history is worth on a day; one that a later record took the place of is past. */
    public QuotientState stateOn(FamilyQuotient quotient, LocalDate day) {
        if (quotient.countsFrom().isAfter(day)) {
            return QuotientState.TO_COME;
        }
        return inForceOn(day).filter(quotient::equals).isPresent() ? QuotientState.IN_FORCE : QuotientState.PAST;
    }

    /** In the order of the days from which they count; one that was replaced before it counted is left out. */
    public List<FamilyQuotient> standing() {
        return records.stream()
                .filter(record -> records.stream()
                        .noneMatch(later -> later.id() > record.id()
                                && later.quotientFrom().equals(record.quotientFrom())
                                && !later.countsFrom().isAfter(record.countsFrom())))
                .sorted(Comparator.comparing(FamilyQuotient::countsFrom).thenComparing(LATEST))
                .toList();
    }

    /** The record made last for a date, whatever the day it counts from. */
    public Optional<FamilyQuotient> datedOn(LocalDate day) {
        return records.stream()
                .filter(quotient -> quotient.quotientFrom().equals(day))
                .max(LATEST);
    }
}
