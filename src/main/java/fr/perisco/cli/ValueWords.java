package fr.perisco.cli;

import fr.perisco.domain.mail.MailKind;
import fr.perisco.domain.mail.MailState;
import fr.perisco.domain.payment.PaymentMethod;
import fr.perisco.domain.reservation.DayState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;

/** The words that an option or parameter takes, where they are few and known. */
final class ValueWords {
    private static final Pattern CHOICE = Pattern.compile("[a-z-]+(\\|[a-z-]+)+");

    private ValueWords() {}

    /** The words as they can be typed; none where anything may be. */
    static List<String> of(ArgSpec argument) {
        if (CHOICE.matcher(argument.paramLabel()).matches()) {
            return List.of(argument.paramLabel().split("\\|"));
        }
        Class<?> type = argument.isMultiValue() ? argument.auxiliaryTypes()[0] : argument.type();
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(ValueWords::word)
                        .filter(word -> !word.isEmpty())
                        .toList()
                : ofShorthand(argument);
    }

    private static String word(Object constant) {
        if (constant instanceof PaymentMethod method) {
            return method.code();
        }
        if (constant instanceof DayState state) {
            return state.code();
        }
        if (constant instanceof MailKind kind) {
            return kind.code();
        }
        if (constant instanceof MailState state) {
            return state.code();
        }
        return constant.toString().toLowerCase(Locale.ROOT);
    }

    /** The small words of a placeholder that stand beside a capital one: {@code even|odd|PERCENT}. */
    private static List<String> ofShorthand(ArgSpec argument) {
        return Stream.of(argument.paramLabel().split("\\|"))
                .filter(word -> word.matches("[a-z-]+"))
                .toList();
    }
}
