package fr.perisco.exchange.csv;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** A decimal number as people write it: comma or dot, spaces between thousands, a euro sign. */
final class WrittenNumber {
    private static final Pattern SPACING = Pattern.compile("[ \u00a0\u202f€]");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");

    private WrittenNumber() {}

    static Optional<BigDecimal> parse(String text) {
        String plain = SPACING.matcher(text).replaceAll("").replace(',', '.');
        return NUMBER.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }
}
