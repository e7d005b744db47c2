package fr.perisco.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.reason.Reason;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reasons are told as they were given, whatever they speak of. */
class WrittenReasonTest {
    static Stream<Reason> reasons() {
        LocalDate day = LocalDate.of(2016, 11, 11);
        return Stream.of(
                Reason.of("deadline.none"),
                Reason.of("deadline.passed", LocalDateTime.of(2016, 11, 16, 9, 0)),
                Reason.of("closed.public-holiday", day, Reason.of("public-holiday.armistice-1918")),
                Reason.of("nested", Reason.of("a", Reason.of("b", "x"), "y"), "z"),
                Reason.of("closed.weekday", day, "REPAS", new Weekdays(27)),
                Reason.of("waiting.rank", 12L),
                Reason.of("texts", "", "2", "r", "day\n2"));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void aReasonIsReadAsItWasWritten(Reason reason) {
        assertThat(WrittenReason.read(WrittenReason.of(reason))).isEqualTo(reason);
    }

    @Test
    void noReasonIsNone() {
        assertThat(WrittenReason.of(null)).isNull();
        assertThat(WrittenReason.read(null)).isNull();
    }
}
