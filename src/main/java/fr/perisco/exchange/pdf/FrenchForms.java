package fr.perisco.exchange.pdf;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Amounts, counts and dates as French letters write them; spaces inside don't break. */
final class FrenchForms {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.FRANCE);
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.FRANCE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H' h 'mm", Locale.FRANCE);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.FRANCE);

    private FrenchForms() {}

    /** {@code 1 234,50 €}, with a {@code -} before it when negative. */
    static String amount(Money money) {
        return (money.cents() < 0 ? "-" : "") + amountWithoutSign(money);
    }

    /** {@code 1 234,50 €}: for where a word says in whose favour it is. */
    static String amountWithoutSign(Money money) {
        String digits = Long.toString(money.cents()).replace("-", "");
        String padded = "0".repeat(Math.max(0, 3 - digits.length())) + digits;
        int euros = padded.length() - 2;
        return grouped(padded.substring(0, euros)) + "," + padded.substring(euros) + PrintableText.NO_BREAK_SPACE + "€";
    }

    /** {@code -1 234}. */
    static String count(int count) {
        String text = Integer.toString(count);
        return count < 0 ? "-" + grouped(text.substring(1)) : grouped(text);
    }

    /** {@code 25/07/2016}. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code lundi 14 novembre 2016}. */
    static String longDay(LocalDate day) {
        return LONG_DAY.format(day).replace(' ', PrintableText.NO_BREAK_SPACE);
    }

    /** {@code 7 h 45}. */
    static String time(LocalTime time) {
        return TIME.format(time).replace(' ', PrintableText.NO_BREAK_SPACE);
    }

    /** {@code novembre 2016}. */
    static String month(YearMonth month) {
        return MONTH.format(month).replace(' ', PrintableText.NO_BREAK_SPACE);
    }

    private static String grouped(String digits) {
        if (digits.length() <= 3) {
            return digits;
        }
        StringBuilder text = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            text.insert(i, PrintableText.NO_BREAK_SPACE);
        }
        return text.toString();
    }
}
