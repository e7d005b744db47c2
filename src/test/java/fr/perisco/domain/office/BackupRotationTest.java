package fr.perisco.domain.office;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.Dice;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BackupRotationTest {
    private static final int CASES = 300;
    private static final LocalDateTime NIGHT = LocalDateTime.of(2016, 12, 31, 2, 0);

    private static BackupRotation rotation(String... terms) {
        return new BackupRotation(List.of(terms).stream()
                .map(term -> BackupTerm.parse(term).orElseThrow())
                .toList());
    }

    /** A backup a night, each after what the one before left: the moments that are there in the end. */
    private static TreeSet<LocalDateTime> nights(int count, BackupRotation rotation) {
        TreeSet<LocalDateTime> there = new TreeSet<>();
        for (LocalDateTime night = NIGHT.minusDays(count - 1); !night.isAfter(NIGHT); night = night.plusDays(1)) {
            there.add(night);
            rotation.discarded(there, night).forEach(there::remove);
        }
        return there;
    }

    @Test
    void ofTwoYearsOfNightsThereAreDaysWeeksAndMonths() {
        assertThat(nights(730, rotation("7d", "4w", "12m")).stream()
                        .map(LocalDateTime::toLocalDate)
                        .map(LocalDate::toString))
                .containsExactly(
                        "2016-01-31",
                        "2016-02-29",
                        "2016-03-31",
                        "2016-04-30",
                        "2016-05-31",
                        "2016-06-30",
                        "2016-07-31",
                        "2016-08-31",
                        "2016-09-30",
                        "2016-10-31",
                        "2016-11-30",
                        "2016-12-11",
                        "2016-12-18",
                        "2016-12-25",
                        "2016-12-26",
                        "2016-12-27",
                        "2016-12-28",
                        "2016-12-29",
                        "2016-12-30",
                        "2016-12-31");
    }

    @Test
    void aWeekOfTwoYearsIsOneWeek() {
        LocalDateTime thursday = LocalDateTime.of(2020, 12, 31, 2, 0);
        LocalDateTime friday = thursday.plusDays(1);
        assertThat(rotation("2w").discarded(List.of(thursday, friday), friday)).containsExactly(thursday);
    }

    @Test
    void theNewestOfADayStays() {
        LocalDateTime morning = NIGHT.withHour(6);
        assertThat(rotation("1d").discarded(List.of(NIGHT, morning), morning)).containsExactly(NIGHT);
    }

    @Test
    void daysWithoutABackupDoNotCount() {
        LocalDateTime old = NIGHT.minusDays(40);
        assertThat(rotation("2d").discarded(List.of(old), NIGHT)).isEmpty();
    }

    @Test
    void whatAWrongClockMadeNeitherGoesNorDrivesOut() {
        LocalDateTime future = NIGHT.plusYears(3);
        assertThat(rotation("1d").discarded(List.of(NIGHT.minusDays(1), future), NIGHT))
                .containsExactly(NIGHT.minusDays(1));
    }

    @Test
    void withoutTermsAllStay() {
        assertThat(rotation().discarded(List.of(NIGHT.minusYears(9)), NIGHT)).isEmpty();
    }

    @Test
    void whateverThereIsTheNewestStaysAndNoTermIsBroken() {
        Dice.rolls(CASES, dice -> {
            Set<LocalDateTime> there = new TreeSet<>();
            int count = dice.between(1, 120);
            for (int i = 0; i < count; i++) {
                there.add(NIGHT.minusHours(dice.between(0, 9_000)));
            }
            LocalDateTime newest = new ArrayList<>(there).get(dice.between(0, there.size() - 1));
            int days = dice.between(1, 9);
            int months = dice.between(1, 9);
            BackupRotation rotation = rotation(days + "d", months + "m");

            List<LocalDateTime> discarded = rotation.discarded(there, newest);

            TreeSet<LocalDateTime> left = new TreeSet<>(there);
            discarded.forEach(left::remove);
            assertThat(there).containsAll(discarded);
            assertThat(left)
                    .contains(newest)
                    .containsAll(there.stream().filter(newest::isBefore).toList());
            TreeSet<LocalDateTime> past = new TreeSet<>(left.headSet(newest, true));
            assertThat(past.size()).isLessThanOrEqualTo(days + months);
            assertThat(past.stream().map(LocalDateTime::toLocalDate).distinct().count())
                    .isGreaterThanOrEqualTo(Math.min(
                            days,
                            there.stream()
                                    .filter(moment -> !moment.isAfter(newest))
                                    .map(LocalDateTime::toLocalDate)
                                    .distinct()
                                    .count()));
            assertThat(past.stream().map(YearMonth::from).distinct().count())
                    .isGreaterThanOrEqualTo(Math.min(
                            months,
                            there.stream()
                                    .filter(moment -> !moment.isAfter(newest))
                                    .map(YearMonth::from)
                                    .distinct()
                                    .count()));
            assertThat(rotation.discarded(left, newest)).isEmpty();
        });
    }

    @Test
    void termsAreWrittenInEitherLanguage() {
        assertThat(BackupTerm.parse("7d")).isEqualTo(BackupTerm.parse("7J"));
        assertThat(BackupTerm.parse("4w")).isEqualTo(BackupTerm.parse(" 4s "));
        assertThat(BackupTerm.parse("12m")).contains(new BackupTerm(12, BackupTerm.Rhythm.MONTHS));
        for (String wrong : List.of("", "0d", "7", "d", "-1d", "7x", "99999d", "7d4w")) {
            assertThat(BackupTerm.parse(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void onlyNamesThatItGivesAreNamesOfBackups() {
        assertThat(BackupName.at(NIGHT.plusSeconds(59))).isEqualTo("perisco-2016-12-31T0200.db");
        assertThat(BackupName.moment("perisco-2016-12-31T0200.db")).contains(NIGHT);
        for (String other : List.of(
                "perisco.db",
                "perisco-2016-12-31T0200.db-wal",
                ".perisco-2016-12-31T0200.db.part",
                "perisco-2016-02-30T0200.db",
                "perisco-2016-12-31T2400.db",
                "Perisco-2016-12-31T0200.db",
                "perisco-2016-12-31T0200.db.gz")) {
            assertThat(BackupName.moment(other)).as(other).isEqualTo(Optional.empty());
        }
    }
}
