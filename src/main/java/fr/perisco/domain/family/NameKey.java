package fr.perisco.domain.family;

import java.text.Normalizer;
import java.util.Locale;

/** What is left of a name when case, accents, spaces, hyphens and apostrophes are gone: two spellings of one name agree. */
public final class NameKey {
    private static final char BETWEEN = '|';

    private NameKey() {}

    /** The keys of several texts, kept apart; a text without a letter or a digit leaves nothing. */
    public static String of(String... texts) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < texts.length; i++) {
            if (i > 0) {
                key.append(BETWEEN);
            }
            append(key, texts[i]);
        }
        return key.toString();
    }

    private static void append(StringBuilder key, String text) {
        String large = text.toUpperCase(Locale.ROOT).replace("Œ", "OE").replace("Æ", "AE");
        Normalizer.normalize(large, Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(key::appendCodePoint);
    }
}
