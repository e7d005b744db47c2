package fr.perisco.domain.payment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** A calendar year for which childcare gives a tax credit (Code général des impôts, article 200 quater B). */
public record TaxYear(int year) {
    /** Children count who are younger than this on 1 January, in completed years. */
    public static final int AGE_LIMIT = 6;

    private static final Pattern WRITTEN = Pattern.compile("2[01]\\d\\d");

    /** Reads {@code 2016}; from 2000 to 2199. */
    public static Optional<TaxYear> parse(String text) {
        return WRITTEN.matcher(text).matches() ? Optional.of(new TaxYear(Integer.parseInt(text))) : Optional.empty();
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, 1, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(year, 12, 31);
    }

    /** Whether a child born on this day counts; the one who turns six on 1 January still does. */
    public boolean takes(LocalDate birthOn) {
        return !birthOn.isBefore(firstDay().minusYears(AGE_LIMIT));
    }

    /** Whether all payments of the year can have been received by this day. */
    public boolean isOverOn(LocalDate day) {
        return day.isAfter(lastDay());
    }
}
