package fr.perisco.domain.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenAmountTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13.50 | 1350",
                "13,50 | 1350",
                "13,5 | 1350",
                "13 | 1300",
                "13,50 € | 1350",
                "13,50\u00a0€ | 1350",
                "13€ | 1300",
                "€13.50 | 1350",
                "0 | 0",
                "007,05 | 705",
                "1 234,50 | 123450",
                "1\u202f234\u202f567,89 € | 123456789",
                "999999999.99 | 99999999999",
            })
    void anAmountIsReadAsPeopleWriteIt(String written, long cents) {
        assertThat(WrittenAmount.parse(written)).hasValue(Money.ofCents(cents));
    }

    /** Above all not what would be read as another amount. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "€",
                "-1",
                "+1",
                "1.234",
                "1,234",
                "1.234,50",
                "1,234.50",
                "1.2.3",
                ",50",
                "13,",
                "13,505",
                "1e3",
                "12€50",
                "12 50",
                "1 2",
                "12 34,50",
                "1 €2",
                "1234567890",
                "treize",
                "13 $"
            })
    void whatIsNoAmountIsNotRead(String written) {
        assertThat(WrittenAmount.parse(written)).isEmpty();
    }
}
