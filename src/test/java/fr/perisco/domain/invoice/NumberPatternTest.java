package fr.perisco.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPatternTest {
    private static final LocalDate ISSUE = LocalDate.of(2016, 7, 25);

    private static NumberPattern pattern(String written) {
        return NumberPattern.parse(written).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "F{office}{yy}{mm}{seq:4}, 05, F0516070042",
        "A{office}{yy}{mm}{seq:4}, 05, A0516070042",
        "{yyyy}{mm}{seq:6}, 05, 201607000042",
        "FAC{yyyy}x{seq:2}, 05, FAC2016x42",
        "{office}{office}{seq:9}, 64, 6464000000042",
        "{seq:6}, 05, 000042",
    })
    void aNumberIsThePatternFilledIn(String written, String office, String number) {
        NumberPattern pattern = pattern(written);
        assertThat(pattern.number(pattern.prefix(office, ISSUE), 42)).isEqualTo(number);
        assertThat(pattern.fitsReferences(office)).isTrue();
        assertThat(number).matches("[A-Za-z0-9]{6,30}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "F{office}",
                "F{seq}",
                "F{seq:0}",
                "F{seq:10}",
                "F{seq:4}X",
                "F-{seq:4}",
                "F {seq:4}",
                "É{seq:4}",
                "F{day}{seq:4}",
                "F{yy{seq:4}",
                "{seq:4}{seq:4}"
            })
    void whatIsNoPatternIsNotRead(String written) {
        assertThat(NumberPattern.parse(written)).isEmpty();
    }

    @Test
    void aReferenceHasSixToThirtyLettersAndDigits() {
        assertThat(pattern("F{seq:4}").fitsReferences("05")).isFalse();
        assertThat(pattern("F{seq:5}").fitsReferences("05")).isTrue();
        assertThat(pattern("F".repeat(26) + "{seq:4}").fitsReferences("05")).isTrue();
        assertThat(pattern("F".repeat(27) + "{seq:4}").fitsReferences("05")).isFalse();
        assertThat(pattern("F{office}{seq:4}").fitsReferences("É5")).isFalse();
        assertThat(pattern("F{office}{seq:4}").fitsReferences("0-5")).isFalse();
    }

    @Test
    void aSeriesIsFullAfterItsLastNumber() {
        NumberPattern pattern = pattern("F{office}{yy}{mm}{seq:2}");
        assertThat(pattern.highestSequence()).isEqualTo(99);
        assertThat(pattern.number("F051607", 99)).isEqualTo("F05160799");
        assertThatThrownBy(() -> pattern.number("F051607", 100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pattern.number("F051607", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(pattern("F{seq:9}").highestSequence()).isEqualTo(999_999_999);
    }

    @Test
    void aSeriesBeginsAnewWithWhatStandsBeforeIt() {
        NumberPattern monthly = pattern("F{office}{yy}{mm}{seq:4}");
        assertThat(monthly.prefix("05", ISSUE)).isNotEqualTo(monthly.prefix("05", ISSUE.plusMonths(1)));
        assertThat(monthly.prefix("05", ISSUE)).isEqualTo(monthly.prefix("05", ISSUE.withDayOfMonth(1)));
        NumberPattern yearly = pattern("F{yyyy}{seq:4}");
        assertThat(yearly.prefix("05", ISSUE)).isEqualTo(yearly.prefix("05", ISSUE.plusMonths(1)));
    }
}
