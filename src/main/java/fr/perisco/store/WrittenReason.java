package fr.perisco.store;

import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.reason.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reason as the database keeps it, so that it can be told in any language later: its code, how many details it has, and
 * each of these behind a letter for what it is, all of them between tabs.
 */
final class WrittenReason {
    private static final String BETWEEN = "\t";

    private WrittenReason() {}

    static @Nullable String of(@Nullable Reason reason) {
        if (reason == null) {
            return null;
        }
        List<String> words = new ArrayList<>();
        add(reason, words);
        return String.join(BETWEEN, words);
    }

    private static void add(Reason reason, List<String> words) {
        words.add(reason.code());
        words.add(String.valueOf(reason.details().size()));
        for (Object detail : reason.details()) {
            if (detail instanceof Reason inner) {
                words.add("r");
                add(inner, words);
            } else {
                words.add(kindOf(detail) + String.valueOf(detail).replace(BETWEEN, " "));
            }
        }
    }

    private static char kindOf(Object detail) {
        if (detail instanceof LocalDate) {
            return 'd';
        }
        if (detail instanceof LocalDateTime) {
            return 'm';
        }
        if (detail instanceof Integer || detail instanceof Long) {
            return 'n';
        }
        if (detail instanceof Money) {
            return 'e';
        }
        return detail instanceof Weekdays ? 'w' : 't';
    }

    static @Nullable Reason read(@Nullable String text) {
        return text == null ? null : next(List.of(text.split(BETWEEN, -1)).iterator());
    }

    private static Reason next(Iterator<String> words) {
        String code = words.next();
        int count = Integer.parseInt(words.next());
        List<Object> details = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String word = words.next();
            details.add(word.charAt(0) == 'r' ? next(words) : detail(word.charAt(0), word.substring(1)));
        }
        return new Reason(code, details);
    }

    private static Object detail(char kind, String text) {
        return switch (kind) {
            case 'd' -> LocalDate.parse(text);
            case 'm' -> LocalDateTime.parse(text);
            case 'n' -> Long.valueOf(text);
            case 'e' -> Money.ofEuros(new BigDecimal(text));
            case 'w' -> Weekdays.parse(text).orElseThrow();
            default -> text;
        };
    }
}
