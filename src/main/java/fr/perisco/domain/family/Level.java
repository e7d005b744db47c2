package fr.perisco.domain.family;

import java.util.Locale;
import java.util.Optional;

/** The levels of French nursery and elementary schools, youngest first, as the ministry writes them. */
public enum Level {
    TPS,
    PS,
    MS,
    GS,
    CP,
    CE1,
    CE2,
    CM1,
    CM2;

    public static Optional<Level> parse(String text) {
        for (Level level : values()) {
            if (level.name().equals(text.toUpperCase(Locale.ROOT))) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    /** The level that a class's name begins with, as {@code CE2 A} does; empty where it begins with none. */
    public static Optional<Level> ofClass(String schoolClass) {
        String first = schoolClass.strip().split("[^\\p{L}\\p{N}]", 2)[0];
        return parse(first);
    }

    /** Whether it is taught at a nursery school. */
    public boolean isNursery() {
        return compareTo(CP) < 0;
    }
}
