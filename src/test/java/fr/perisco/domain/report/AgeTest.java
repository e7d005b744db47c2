package fr.perisco.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {
    private static final LocalDate DUE = LocalDate.of(2016, 12, 31);

    @ParameterizedTest
    @CsvSource({
        "-40, not-due",
        "0, not-due",
        "1, 1-30",
        "30, 1-30",
        "31, 31-60",
        "60, 31-60",
        "61, 61-90",
        "90, 61-90",
        "91, over-90",
        "4000, over-90"
    })
    void anInvoiceAgesFromTheDayAfterItsDueDate(int days, String code) {
        assertThat(Age.of(DUE, DUE.plusDays(days)).code()).isEqualTo(code);
    }
}
