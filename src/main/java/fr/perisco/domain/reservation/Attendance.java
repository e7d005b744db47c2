package fr.perisco.domain.reservation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Whether a child came. */
public enum Attendance {
    PRESENT,
    ABSENT,
    /** Did not come, and is not billed. */
    EXCUSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the English or French word, with or without accents. */
    public static Optional<Attendance> parse(String text) {
        String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return switch (plain) {
            case "present", "presente" -> Optional.of(PRESENT);
            case "absent", "absente" -> Optional.of(ABSENT);
            case "excused", "excuse", "excusee", "justifie", "justifiee" -> Optional.of(EXCUSED);
            default -> Optional.empty();
        };
    }
}
