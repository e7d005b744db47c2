package fr.perisco.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class PayFipClockTest {
    @Test
    void daysAreReadAsPayFipSpreadsheetsAndTheOfficeWriteThem() {
        LocalDate day = LocalDate.of(2016, 4, 8);
        for (String text : new String[] {"08042016", "8042016", "08/04/2016", "2016-04-08"}) {
            assertThat(PayFipClock.day(text)).as(text).contains(day);
        }
        for (String text : new String[] {"", "31022016", "20160408", "842016", "8.4.2016"}) {
            assertThat(PayFipClock.day(text)).as(text).isEmpty();
        }
    }

    @Test
    void timesAreReadWithOrWithoutTheirZeros() {
        assertThat(PayFipClock.time("2122")).contains(LocalTime.of(21, 22));
        assertThat(PayFipClock.time("0905")).contains(LocalTime.of(9, 5));
        assertThat(PayFipClock.time("905")).contains(LocalTime.of(9, 5));
        assertThat(PayFipClock.time("5")).contains(LocalTime.of(0, 5));
        assertThat(PayFipClock.time("21:22")).contains(LocalTime.of(21, 22));
        assertThat(PayFipClock.time("9:05:59")).contains(LocalTime.of(9, 5));
        for (String text : new String[] {"", "2460", "2400", "12345", "noon"}) {
            assertThat(PayFipClock.time(text)).as(text).isEmpty();
        }
    }
}
