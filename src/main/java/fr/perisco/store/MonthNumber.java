package fr.perisco.store;

import java.time.YearMonth;

/** A month as its column holds it: {@code 201611}. */
final class MonthNumber {
    private static final int HUNDRED = 100;

    private MonthNumber() {}

    static int of(YearMonth month) {
        return month.getYear() * HUNDRED + month.getMonthValue();
    }

    static YearMonth read(int number) {
        return YearMonth.of(number / HUNDRED, number % HUNDRED);
    }
}
