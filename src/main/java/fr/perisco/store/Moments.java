package fr.perisco.store;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Moments of Europe/Paris wall time as the database keeps them: their texts sort as they do. */
final class Moments {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private Moments() {}

    static String written(LocalDateTime moment) {
        return FORM.format(moment);
    }
}
