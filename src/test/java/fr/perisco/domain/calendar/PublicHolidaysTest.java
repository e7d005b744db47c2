package fr.perisco.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHolidaysTest {
    @Test
    void aHolidayLibraryCountsTheSameDays() {
        HolidayManager library = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FRANCE));
        for (int year = 2008; year <= 2040; year++) {
            assertThat(new TreeSet<>(new PublicHolidays(false).ofYear(year).keySet()))
                    .isEqualTo(library.getHolidays(Year.of(year)).stream()
                            .map(Holiday::getDate)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPublishedListNamesTheSameDays(boolean alsaceMoselle) {
        PublicHolidays holidays = new PublicHolidays(alsaceMoselle);
        NavigableSet<LocalDate> published = MinistryCalendar.publicHolidays(alsaceMoselle);
        LocalDate.of(2006, 1, 1)
                .datesUntil(LocalDate.of(2032, 1, 1))
                .forEach(day -> assertThat(holidays.contains(day)).as("%s", day).isEqualTo(published.contains(day)));
    }

    @Test
    void eachHolidayHasItsName() {
        PublicHolidays holidays = new PublicHolidays(true);
        assertThat(holidays.nameOf(LocalDate.of(2017, 4, 17))).hasValue("easter-monday");
        assertThat(holidays.nameOf(LocalDate.of(2017, 5, 25))).hasValue("ascension");
        assertThat(holidays.nameOf(LocalDate.of(2017, 6, 5))).hasValue("whit-monday");
        assertThat(holidays.nameOf(LocalDate.of(2017, 4, 14))).hasValue("good-friday");
        assertThat(holidays.nameOf(LocalDate.of(2017, 4, 18))).isEmpty();
    }

    @Test
    void alsaceMoselleHasTwoMore() {
        assertThat(new PublicHolidays(true).ofYear(2017))
                .hasSize(13)
                .containsKeys(LocalDate.of(2017, 4, 14), LocalDate.of(2017, 12, 26));
    }
}
