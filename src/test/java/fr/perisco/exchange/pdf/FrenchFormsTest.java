package fr.perisco.exchange.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrenchFormsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0,00 €",
                "5 | 0,05 €",
                "-5 | -0,05 €",
                "1350 | 13,50 €",
                "99999 | 999,99 €",
                "123450 | 1 234,50 €",
                "-123456789 | -1 234 567,89 €",
                "-9223372036854775808 | -92 233 720 368 547 758,08 €",
            })
    void amounts(long cents, String text) {
        assertThat(FrenchForms.amount(Money.ofCents(cents)).replace('\u00A0', ' '))
                .isEqualTo(text);
    }

    @Test
    void anAmountDoesNotBreak() {
        assertThat(FrenchForms.amount(Money.ofCents(123450))).doesNotContain(" ");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-2,-2", "999,999", "-1000,-1 000", "1234567,1 234 567", "-2147483648,-2 147 483 648"})
    void counts(int count, String text) {
        assertThat(FrenchForms.count(count).replace('\u00A0', ' ')).isEqualTo(text);
    }

    @Test
    void daysAndMonths() {
        assertThat(FrenchForms.day(LocalDate.of(2016, 7, 5))).isEqualTo("05/07/2016");
        assertThat(FrenchForms.month(YearMonth.of(2016, 8))).isEqualTo("août\u00A02016");
    }
}
