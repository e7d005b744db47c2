package fr.perisco.cli;

import java.util.Locale;

/** The forms in which lists are shown. */
enum Format {
    TABLE,
    CSV,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
