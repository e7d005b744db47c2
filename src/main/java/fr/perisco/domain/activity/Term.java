package fr.perisco.domain.activity;

import java.util.Locale;
import java.util.Optional;

/** In which part of the year a unit opens. */
public enum Term {
    SCHOOL,
    HOLIDAYS,
    BOTH;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Term> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "school", "scolaire" -> Optional.of(SCHOOL);
            case "holidays", "vacances" -> Optional.of(HOLIDAYS);
            case "both", "les deux" -> Optional.of(BOTH);
            default -> Optional.empty();
        };
    }
}
