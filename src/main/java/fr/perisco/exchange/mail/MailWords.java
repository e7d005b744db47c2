package fr.perisco.exchange.mail;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The French words of the mails, from {@code mails.properties}. */
public final class MailWords {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");
    private static final Properties WORDS = load();

    private MailWords() {}

    /**
     * The text of a key, {@code {0}} to {@code {9}} replaced by the values, each as one line; a value is never searched for
     * placeholders.
     *
     * @throws IllegalArgumentException when there is no such key or too few values
     */
    public static String text(String key, String... values) {
        String pattern = WORDS.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no word for " + key);
        }
        return PLACEHOLDER.matcher(pattern).replaceAll(place -> {
            int value = Integer.parseInt(place.group(1));
            if (value >= values.length) {
                throw new IllegalArgumentException("a value is missing for " + key);
            }
            return Matcher.quoteReplacement(PlainLine.of(values[value]));
        });
    }

    private static Properties load() {
        Properties words = new Properties();
        try (InputStream in = MailWords.class.getResourceAsStream("mails.properties")) {
            if (in == null) {
                throw new FileNotFoundException("mails.properties");
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
