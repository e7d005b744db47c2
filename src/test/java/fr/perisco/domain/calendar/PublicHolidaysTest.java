package fr.perisco.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

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

    @Test
    void alsaceMoselleHasTwoMore() {
        assertThat(new PublicHolidays(true).ofYear(2017))
                .hasSize(13)
                .containsKeys(LocalDate.of(2017, 4, 14), LocalDate.of(2017, 12, 26));
    }
}
