package fr.perisco.domain.reason;

import java.util.List;

/**
 * Why something is refused, rejected or worth a warning.
 *
 * @param code key of the sentence in the message bundles, such as {@code deadline.passed}
 * @param details what the sentence speaks of, in the order of its placeholders: text, numbers, amounts, days, moments
 */
public record Reason(String code, List<Object> details) {
    public Reason {
        details = List.copyOf(details);
    }

    public static Reason of(String code, Object... details) {
        return new Reason(code, List.of(details));
    }
}
