package fr.perisco.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {
    @ParameterizedTest
    @CsvSource({
        "07:45, 07:45",
        "7:45, 07:45",
        "07:45:00, 07:45",
        "7h45, 07:45",
        "17H, 17:00",
        "0:00, 00:00",
        "23 h 59, 23:59"
    })
    void readsWhatPeopleWrite(String written, LocalTime time) {
        assertThat(WrittenTime.parse(written)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "24:00", "7:60", "7:5", "07:45:30", "h45", "-7:45", "7.45"})
    void refusesTheRest(String written) {
        assertThat(WrittenTime.parse(written)).isEmpty();
    }
}
