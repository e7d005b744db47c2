package fr.perisco.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days, months and moments as people and scripts write them. */
class WrittenDatesTest {
    @ParameterizedTest
    @CsvSource({
        "2016-11-03, 2016-11-03",
        "03/11/2016, 2016-11-03",
        "3/11/2016, 2016-11-03",
        "29/02/2016, 2016-02-29",
    })
    void aDayIsReadInItsTwoForms(String written, LocalDate day) {
        assertThat(WrittenDay.parse(written)).hasValue(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2016-11-31",
                "2017-02-29",
                "31/11/2016",
                "11/30/2016",
                "03/11/16",
                "3 novembre 2016",
                "2016-11-3",
                "2016/11/03",
                "2016-11-03T00:00",
                "00/11/2016"
            })
    void whatIsNoDayIsNotRead(String written) {
        assertThat(WrittenDay.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2016-11, 2016-11", "11/2016, 2016-11", "1/2017, 2017-01", "01/2017, 2017-01"})
    void aMonthIsReadInItsTwoForms(String written, YearMonth month) {
        assertThat(WrittenMonth.parse(written)).hasValue(month);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2016-13", "2016-00", "2016-1", "13/2016", "0/2016", "2016-11-03", "novembre 2016"})
    void whatIsNoMonthIsNotRead(String written) {
        assertThat(WrittenMonth.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2016-11-07T08:59, 2016-11-07T08:59:00",
        "2016-11-07T08:59:30, 2016-11-07T08:59:30",
        "2017-03-26T02:30, 2017-03-26T02:30:00",
    })
    void aMomentIsReadToTheMinuteOrTheSecond(String written, LocalDateTime moment) {
        assertThat(WrittenMoment.parse(written)).hasValue(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2016-11-07",
                "2016-11-07 08:59",
                "2016-11-07T08",
                "2016-11-07T24:00",
                "2016-11-07T08:60",
                "2016-11-07T08:59:30Z",
                "2016-11-07T08:59+01:00",
                "2016-11-31T08:59"
            })
    void whatIsNoMomentIsNotRead(String written) {
        assertThat(WrittenMoment.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2016-11-07T08:59, 2016-11-07T08:59:00",
        "2016-11-07 08:59:30, 2016-11-07T08:59:30",
        "07/11/2016 08:59, 2016-11-07T08:59:00",
        "7/11/2016 08:59:30, 2016-11-07T08:59:30",
    })
    void aFileMayWriteAMomentWithADayInEitherForm(String written, LocalDateTime moment) {
        assertThat(WrittenMoment.parseInFile(written)).hasValue(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2016-11-07",
                "07/11/2016",
                "2016-11-31T08:59",
                "2016-11-07 24:00",
                "2016-11-07 8:59",
                "08:59"
            })
    void whatIsNoMomentInAFileIsNotRead(String written) {
        assertThat(WrittenMoment.parseInFile(written)).isEmpty();
    }
}
