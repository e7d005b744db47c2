package fr.perisco.store;

import fr.perisco.domain.calendar.ParisTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Moments of Europe/Paris wall time as the database keeps them: their texts sort as they do. */
final class Moments {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private Moments() {}

    static String written(LocalDateTime moment) {
        return FORM.format(moment);
    }

    /** A real moment as the wall clock showed it. */
    static String inParis(Instant moment) {
        return written(LocalDateTime.ofInstant(moment, ParisTime.ZONE));
    }

    /** The same for what the database keeps: real moments end in Z, all else is of the wall clock already. */
    static @Nullable Object inParis(@Nullable Object written) {
        return written instanceof String text && text.endsWith("Z") ? inParis(Instant.parse(text)) : written;
    }
}
