package fr.perisco.domain.recovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The placeholders that the text of a reminder may hold. */
public final class ReminderText {
    public static final String FAMILY = "family";
    public static final String AMOUNT = "amount";
    public static final String DUE_ON = "due_on";
    public static final String INVOICES = "invoices";
    public static final String SENT_ON = "sent_on";

    /** In the order in which they are documented. */
    public static final List<String> PLACEHOLDERS = List.of(FAMILY, AMOUNT, DUE_ON, INVOICES, SENT_ON);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private ReminderText() {}

    /** The first placeholder that nobody fills in, without its braces; empty when all are known. */
    public static Optional<String> unknownIn(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !PLACEHOLDERS.contains(name))
                .findFirst();
    }

    /** The text with its placeholders filled in; a value is never searched for placeholders. */
    public static String filled(String text, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
