package fr.perisco.cli;

import fr.perisco.domain.reason.InputFault;
import fr.perisco.domain.reason.Reason;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What people read of a fault, in each language. */
public final class Sentences {
    private static final List<Words> LANGUAGES = List.of(new Words(Locale.ENGLISH), new Words(Locale.FRENCH));

    private Sentences() {}

    /** @throws AssertionError when a language has no sentence for it, or one that a terminal would obey */
    public static void requireTold(InputFault fault) {
        told(fault.reason()).forEach(Sentences::requireHarmless);
    }

    /** @throws AssertionError as {@link #requireTold(InputFault)} */
    public static void requireTold(Reason reason) {
        told(reason).forEach(Sentences::requireHarmless);
    }

    private static Stream<String> told(Reason reason) {
        return LANGUAGES.stream().map(words -> {
            if (!words.has(reason.code())) {
                throw new AssertionError("no sentence for " + reason.code());
            }
            return words.say(reason);
        });
    }

    private static void requireHarmless(String sentence) {
        if (sentence.isBlank()
                || sentence.chars().anyMatch(letter -> Character.isISOControl(letter) && letter != '\n')) {
            throw new AssertionError("no sentence: " + sentence);
        }
    }
}
