package fr.perisco.domain.consumption;

import fr.perisco.domain.money.Share;
import fr.perisco.domain.reservation.WeekParity;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a second family pays of a registration: every other ISO week whole, or a part of each day.
 *
 * @param weeks in which it pays
 * @param share of a day in them
 */
public record SecondShare(WeekParity weeks, Share share) {
    private static final Pattern PERCENT = Pattern.compile("\\d{1,2}([.,]\\d{1,2})?( ?%)?");
    private static final int HUNDREDTHS = 2;

    public static SecondShare weeks(WeekParity weeks) {
        return new SecondShare(weeks, Share.WHOLE);
    }

    /**
     * Reads {@code even}, {@code odd} or a percentage such as {@code 40} or {@code 33.33}, above 0 and below 100.
     *
     * @return empty when it is none of them
     */
    public static Optional<SecondShare> parse(String text) {
        String written = text.strip();
        if (PERCENT.matcher(written).matches()) {
            int hundredths = new BigDecimal(written.replaceAll("[ %]", "").replace(',', '.'))
                    .movePointRight(HUNDREDTHS)
                    .intValueExact();
            return hundredths == 0
                    ? Optional.empty()
                    : Optional.of(new SecondShare(WeekParity.ALL, Share.last(hundredths)));
        }
        return WeekParity.parse(written)
                .filter(weeks -> weeks != WeekParity.ALL)
                .map(SecondShare::weeks);
    }

    /** As {@link #parse} reads it. */
    public String written() {
        return weeks == WeekParity.ALL ? share.percent() : weeks.code();
    }
}
