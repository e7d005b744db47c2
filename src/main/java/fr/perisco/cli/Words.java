package fr.perisco.cli;

import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.reason.InputFault;
import fr.perisco.domain.reason.Reason;
import fr.perisco.exchange.table.TableWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns codes and values into the words of one language. */
final class Words {
    private static final Pattern LABEL = Pattern.compile("[A-Z][A-Z-]*");

    private final ResourceBundle bundle;
    private final Locale locale;

    Words(Locale locale) {
        this.locale = locale;
        this.bundle = bundle(isFrench() ? "messages_fr.properties" : "messages.properties");
    }

    /** Each language has every key, so that one file is all that is read. */
    private static ResourceBundle bundle(String file) {
        try (InputStream content = Objects.requireNonNull(Words.class.getResourceAsStream(file))) {
            return new MessageFile(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The language asked for on the command line, else the system's, of which the launcher tells when Java itself is to run in
     * another locale; English for C and POSIX.
     */
    static Locale locale(String[] args, Map<String, String> environment) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--lang=")) {
                return Locale.forLanguageTag(args[i].substring("--lang=".length()));
            }
            if (args[i].equals("--lang") && i + 1 < args.length) {
                return Locale.forLanguageTag(args[i + 1]);
            }
        }
        for (String name : List.of("PERISCO_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG")) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value.startsWith("fr") ? Locale.FRENCH : Locale.ENGLISH;
            }
        }
        return Locale.ENGLISH;
    }

    ResourceBundle bundle() {
        return bundle;
    }

    /** Whether there is a sentence for a code. */
    boolean has(String code) {
        return bundle.containsKey(code);
    }

    /** The sentence for a code, with its details filled in. */
    String say(String code, Object... details) {
        Object[] written = new Object[details.length];
        for (int i = 0; i < details.length; i++) {
            written[i] = written(details[i]);
        }
        return new MessageFormat(pattern(code), isFrench() ? Locale.FRENCH : Locale.ROOT).format(written);
    }

    String say(Reason reason) {
        return say(reason.code(), reason.details().toArray());
    }

    /** {@code file:line:column: what is wrong, and what to do}. */
    String say(InputFault fault) {
        return TableWriter.harmless(fault.source()) + ":" + fault.line() + ":" + fault.column() + ": "
                + say(fault.reason());
    }

    private String pattern(String code) {
        try {
            return bundle.getString(code);
        } catch (MissingResourceException e) {
            return code;
        }
    }

    /** Numbers stay numbers, so that the sentence can choose between one and many. */
    private Object written(Object value) {
        if (value instanceof Number) {
            return value;
        }
        if (value instanceof Reason reason) {
            return say(reason);
        }
        if (value instanceof Money amount) {
            return amount(amount);
        }
        if (value instanceof LocalDate day) {
            return day(day);
        }
        if (value instanceof LocalDateTime moment) {
            return day(moment.toLocalDate())
                    + pattern("format.at")
                    + DateTimeFormatter.ofPattern(moment.getSecond() == 0 ? "HH:mm" : "HH:mm:ss")
                            .format(moment);
        }
        if (value instanceof Weekdays days) {
            return Arrays.stream(DayOfWeek.values())
                    .filter(days::contains)
                    .map(this::weekday)
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof YearMonth month) {
            return DateTimeFormatter.ofPattern(pattern("format.month")).format(month);
        }
        return TableWriter.harmless(String.valueOf(value));
    }

    /** A placeholder of the help in this language: each of its capital words, such as DAY, by itself. */
    String label(String placeholder) {
        return LABEL.matcher(placeholder)
                .replaceAll(word -> Matcher.quoteReplacement(
                        has("label." + word.group()) ? pattern("label." + word.group()) : word.group()));
    }

    String day(LocalDate day) {
        return weekday(day.getDayOfWeek()) + " "
                + DateTimeFormatter.ofPattern(pattern("format.day")).format(day);
    }

    String weekday(DayOfWeek day) {
        return pattern("weekday." + day.getValue());
    }

    String amount(Money amount) {
        String number = amount.toString();
        return isFrench() ? number.replace('.', ',') + " €" : "€" + number;
    }

    boolean isFrench() {
        return locale.getLanguage().equals("fr");
    }
}
