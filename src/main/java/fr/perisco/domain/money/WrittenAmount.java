package fr.perisco.domain.money;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount as people write it: {@code 13.50}, {@code 13,50}, {@code 13,50 €} or {@code 1 234,50}; never negative. A space
 * stands between thousands only and the sign before or after the number, so that {@code 12€50} is not taken for 1250.
 */
public final class WrittenAmount {
    private static final Pattern FORM = Pattern.compile("(€ ?)?(\\d{1,9}|\\d{1,3}( \\d{3}){1,2})([.,]\\d{1,2})?( ?€)?");

    private WrittenAmount() {}

    /** The amount; empty when the text is none. */
    public static Optional<Money> parse(String text) {
        String spaced = text.replaceAll("[\u00a0\u202f]", " ").strip();
        return FORM.matcher(spaced).matches()
                ? Optional.of(Money.ofEuros(
                        new BigDecimal(spaced.replaceAll("[ €]", "").replace(',', '.'))))
                : Optional.empty();
    }
}
