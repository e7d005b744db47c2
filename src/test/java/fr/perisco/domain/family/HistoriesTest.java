package fr.perisco.domain.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.perisco.domain.Dice;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.family.ResidencyHistory.Since;
import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is dated of a family: quotient, residence, school. */
class HistoriesTest {
    private static final LocalDate SEPTEMBER = LocalDate.of(2016, 9, 1);
    private static final LocalDate NOVEMBER = LocalDate.of(2016, 11, 15);
    private static final LocalDate JANUARY = LocalDate.of(2017, 1, 1);

    private static FamilyQuotient quotient(long id, LocalDate from, LocalDate countsFrom) {
        return new FamilyQuotient(id, from, countsFrom, Money.ofCents(id * 100));
    }

    private static Optional<Long> inForce(LocalDate day, FamilyQuotient... records) {
        return new QuotientHistory(List.of(records)).inForceOn(day).map(FamilyQuotient::id);
    }

    @Test
    void aQuotientCountsFromItsDate() {
        FamilyQuotient first = quotient(1, SEPTEMBER, SEPTEMBER);
        FamilyQuotient second = quotient(2, NOVEMBER, NOVEMBER);
        assertThat(inForce(SEPTEMBER.minusDays(1), first, second)).isEmpty();
        assertThat(inForce(SEPTEMBER, first, second)).hasValue(1L);
        assertThat(inForce(NOVEMBER.minusDays(1), first, second)).hasValue(1L);
        assertThat(inForce(NOVEMBER, first, second)).hasValue(2L);
    }

    @Test
    void aRecordOfTheSameDateReplacesTheEarlierOne() {
        assertThat(inForce(NOVEMBER, quotient(1, NOVEMBER, NOVEMBER), quotient(2, NOVEMBER, NOVEMBER)))
                .hasValue(2L);
        assertThat(new QuotientHistory(List.of(quotient(2, NOVEMBER, JANUARY), quotient(1, NOVEMBER, NOVEMBER)))
                        .datedOn(NOVEMBER)
                        .map(FamilyQuotient::id))
                .hasValue(2L);
    }

    @Test
    void aRecordThatCameAfterTheInvoicesCountsLaterThanItsDate() {
        FamilyQuotient old = quotient(1, SEPTEMBER, SEPTEMBER);
        FamilyQuotient late = quotient(2, NOVEMBER, JANUARY);
        assertThat(inForce(JANUARY.minusDays(1), old, late)).hasValue(1L);
        assertThat(inForce(JANUARY, old, late)).hasValue(2L);
        assertThatThrownBy(() -> quotient(1, NOVEMBER, SEPTEMBER)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOlderRecordLoadedLaterDoesNotOusterTheNewer() {
        FamilyQuotient newer = quotient(1, NOVEMBER, NOVEMBER);
        FamilyQuotient older = quotient(2, SEPTEMBER, SEPTEMBER);
        assertThat(inForce(JANUARY, newer, older)).hasValue(1L);
    }

    @Test
    void theOrderOfTheRecordsDoesNotMatter() {
        Dice.rolls(500, dice -> {
            List<FamilyQuotient> records = new ArrayList<>();
            for (int id = dice.between(0, 6); id > 0; id--) {
                LocalDate from = dice.dayBetween(SEPTEMBER, SEPTEMBER.plusDays(10));
                records.add(quotient(id, from, from.plusDays(dice.between(0, 5))));
            }
            LocalDate day = dice.dayBetween(SEPTEMBER, SEPTEMBER.plusDays(15));
            Optional<FamilyQuotient> found = new QuotientHistory(records).inForceOn(day);
            Collections.shuffle(records, dice.random());
            assertThat(new QuotientHistory(records).inForceOn(day)).isEqualTo(found);
            for (FamilyQuotient other : records) {
                boolean counts = !other.countsFrom().isAfter(day);
                assertThat(!counts
                                || !other.quotientFrom()
                                        .isAfter(found.orElseThrow().quotientFrom()))
                        .isTrue();
            }
        });
    }

    @Test
    void aFamilyIsResidentAsItsLastRecordSays() {
        ResidencyHistory moved = new ResidencyHistory(List.of(new Since(SEPTEMBER, false), new Since(NOVEMBER, true)));
        assertThat(moved.isResidentOn(SEPTEMBER.minusYears(1)))
                .as("before the first record")
                .isFalse();
        assertThat(moved.isResidentOn(NOVEMBER.minusDays(1))).isFalse();
        assertThat(moved.isResidentOn(NOVEMBER)).isTrue();
        assertThat(new ResidencyHistory(List.of()).isResidentOn(NOVEMBER))
                .as("nothing known")
                .isTrue();
    }

    @Test
    void aChildGoesToTheSchoolOfItsLastRecord() {
        SchoolHistory history =
                new SchoolHistory(new TreeMap<>(java.util.Map.of(SEPTEMBER, "BOURG", NOVEMBER, "MOULIN", JANUARY, "")));
        assertThat(history.schoolOn(SEPTEMBER.minusYears(1))).hasValue("BOURG");
        assertThat(history.schoolOn(NOVEMBER.minusDays(1))).hasValue("BOURG");
        assertThat(history.schoolOn(NOVEMBER)).hasValue("MOULIN");
        assertThat(history.schoolOn(JANUARY)).isEmpty();
        assertThat(SchoolHistory.NONE.schoolOn(NOVEMBER)).isEmpty();
        YearMonth month = YearMonth.from(NOVEMBER);
        assertThat(history.daysAt("BOURG", month))
                .isEqualTo(DaySet.between(month, month.atDay(1), NOVEMBER.minusDays(1)));
        assertThat(history.daysAt("MOULIN", month)).isEqualTo(DaySet.between(month, NOVEMBER, month.atEndOfMonth()));
        assertThat(history.daysAt("VERGERS", month)).isEqualTo(DaySet.EMPTY);
        assertThat(history.daysAt(null, month)).as("an activity for all").isEqualTo(DaySet.allOf(month));
    }

    @Test
    void whetherAChildIsEverAtASchoolIsThatOfSomeDay() {
        List<String> schools = List.of("BOURG", "MOULIN", "");
        Dice.rolls(500, dice -> {
            TreeMap<LocalDate, String> records = new TreeMap<>();
            for (int i = dice.between(0, 3); i > 0; i--) {
                records.put(dice.dayBetween(SEPTEMBER, NOVEMBER), dice.oneOf(schools));
            }
            SchoolHistory history = new SchoolHistory(records);
            LocalDate from = dice.dayBetween(SEPTEMBER, NOVEMBER);
            LocalDate to = dice.dayBetween(from, NOVEMBER.plusDays(10));
            assertThat(history.isEverAt("BOURG", from, to))
                    .isEqualTo(from.datesUntil(to.plusDays(1))
                            .anyMatch(day -> history.schoolOn(day).equals(Optional.of("BOURG"))));
        });
    }
}
