package fr.perisco.exchange.pdf;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** The French words of the documents, from {@code documents.properties}. */
final class DocumentWords {

    private static final Properties WORDS = load();

    private DocumentWords() {}

    /**
     * The text of a key, {@code {0}} to {@code {9}} replaced by the values; a value is never searched for placeholders.
     *
     * @throws IllegalArgumentException when there is no such key or too few values
     */
    static String text(String key, String... values) {
        String pattern = WORDS.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no word for " + key);
        }
        if (pattern.indexOf('{') < 0) {
            return pattern;
        }
        StringBuilder text = new StringBuilder(pattern.length() + 40);
        int from = 0;
        int brace;
        while ((brace = pattern.indexOf('{', from)) >= 0) {
            int value = pattern.charAt(brace + 1) - '0';
            if (value >= values.length) {
                throw new IllegalArgumentException("a value is missing for " + key);
            }
            text.append(pattern, from, brace).append(values[value]);
            from = brace + 3;
        }
        return text.append(pattern, from, pattern.length()).toString();
    }

    /** The word for a code; empty when there is none. */
    static Optional<String> find(String key) {
        return Optional.ofNullable(WORDS.getProperty(key));
    }

    private static Properties load() {
        Properties words = new Properties();
        try (InputStream in = DocumentWords.class.getResourceAsStream("documents.properties")) {
            if (in == null) {
                throw new FileNotFoundException("documents.properties");
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
