package fr.perisco.exchange.pdf;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Amounts, counts and dates as French letters write them; spaces inside don't break. */
public final class FrenchForms {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.FRANCE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H' h 'mm", Locale.FRANCE);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.FRANCE);

    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.FRANCE);
    private static final DateTimeFormatter DAY_OF_WEEK = DateTimeFormatter.ofPattern("EEE", Locale.FRANCE);
    private static final DateTimeFormatter MONTH_OF_YEAR = DateTimeFormatter.ofPattern("MMMM", Locale.FRANCE);

    private static final Pattern NATIONAL_PHONE =
            Pattern.compile("\\b(0\\d)[ .]?(\\d\\d)[ .]?(\\d\\d)[ .]?(\\d\\d)[ .]?(\\d\\d)\\b");

    private FrenchForms() {}

    /** {@code 1 234,50 €}, with a {@code -} before it when negative. */
    public static String amount(Money money) {
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
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code lundi 14 novembre 2016}, {@code jeudi 1er décembre 2016}. */
    public static String dayInWords(LocalDate day) {
        return dayWithoutYear(day) + PrintableText.NO_BREAK_SPACE + day.getYear();
    }

    /** {@code lundi 14 novembre}. */
    static String dayWithoutYear(LocalDate day) {
        return WEEKDAY.format(day) + " " + dayOfMonth(day) + PrintableText.NO_BREAK_SPACE + MONTH_OF_YEAR.format(day);
    }

    /** {@code lundi 14}. */
    static String weekday(LocalDate day) {
        return WEEKDAY.format(day) + " " + dayOfMonth(day);
    }

    /** {@code 06 39 98 05 73}, without a break; what is no French number stands as it is. */
    static String phone(String phone) {
        return NATIONAL_PHONE.matcher(phone).replaceAll("$1\u00A0$2\u00A0$3\u00A0$4\u00A0$5");
    }

    /** {@code lun. 14}. */
    static String shortDay(LocalDate day) {
        return DAY_OF_WEEK.format(day) + " " + dayOfMonth(day);
    }

    /** {@code lundi 14 novembre 2016 à 9 h 05}. */
    static String moment(LocalDateTime moment) {
        return dayInWords(moment.toLocalDate()) + " à " + time(moment.toLocalTime());
    }

    private static String dayOfMonth(LocalDate day) {
        return day.getDayOfMonth() == 1 ? "1er" : String.valueOf(day.getDayOfMonth());
    }

    /** {@code 7 h 45}. */
    static String time(LocalTime time) {
        return TIME.format(time).replace(' ', PrintableText.NO_BREAK_SPACE);
    }

    /** {@code novembre 2016}. */
    public static String month(YearMonth month) {
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
