package fr.perisco.domain.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.Dice;
import fr.perisco.domain.calendar.DaySet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2016, 11);
    private static final LocalDate FIRST = LocalDate.of(2016, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2016, 12, 31);

    private static Registration registration(LocalDate from, LocalDate to, RegistrationState state) {
        return new Registration(1, 1, 1, 1, from, to, state);
    }

    @Test
    void onlyAnAcceptedOneCoversDaysAndBothItsEnds() {
        Dice.rolls(300, dice -> {
            LocalDate from = dice.dayBetween(FIRST, LAST);
            LocalDate to = dice.dayBetween(from, LAST);
            RegistrationState state = dice.oneOf(List.of(RegistrationState.values()));
            Registration registration = registration(from, to, state);
            DaySet.allOf(NOVEMBER).days(NOVEMBER).forEach(day -> {
                boolean covered = state == RegistrationState.ACCEPTED && !day.isBefore(from) && !day.isAfter(to);
                assertThat(registration.covers(day)).isEqualTo(covered);
                assertThat(registration.days(NOVEMBER).contains(day)).isEqualTo(covered);
            });
        });
    }

    @Test
    void twoPeriodsOverlapWhenTheyShareADay() {
        Dice.rolls(500, dice -> {
            LocalDate from = dice.dayBetween(FIRST, LAST);
            LocalDate to = dice.dayBetween(from, LAST);
            LocalDate otherFrom = dice.dayBetween(FIRST, LAST);
            LocalDate otherTo = dice.dayBetween(otherFrom, LAST);
            boolean shared =
                    otherFrom.datesUntil(otherTo.plusDays(1)).anyMatch(day -> !day.isBefore(from) && !day.isAfter(to));
            assertThat(registration(from, to, RegistrationState.PENDING).overlaps(otherFrom, otherTo))
                    .isEqualTo(shared);
        });
    }
}
