package fr.perisco.domain.money;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** An amount as people write it: {@code 13.50}, {@code 13,50} or {@code 13,50 €}; never negative. */
public final class WrittenAmount {
    private static final Pattern FORM = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");

    private WrittenAmount() {}

    /** The amount; empty when the text is none. */
    public static Optional<Money> parse(String text) {
        String plain = text.replaceAll("[ \u00a0\u202f€]", "").replace(',', '.');
        return FORM.matcher(plain).matches() ? Optional.of(Money.ofEuros(new BigDecimal(plain))) : Optional.empty();
    }
}
