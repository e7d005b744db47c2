package fr.perisco.domain.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.perisco.domain.Dice;
import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a day costs: rule 4.6 of the contract. */
class TariffTest {
    private static final LocalDate SEPTEMBER = LocalDate.of(2016, 9, 1);
    private static final LocalDate JANUARY = LocalDate.of(2017, 1, 1);

    private static Tariff price(LocalDate from, Residency residency, long quotientFrom, long cents) {
        return new Tariff(
                0,
                1,
                from,
                Money.ofCents(quotientFrom),
                residency,
                TariffConditions.NONE,
                Money.ofCents(cents),
                null,
                null,
                null,
                Money.ofCents(200));
    }

    private static Tariff rate(long ppm, long min, long max) {
        return new Tariff(
                0,
                1,
                SEPTEMBER,
                Money.ZERO,
                Residency.BOTH,
                TariffConditions.NONE,
                null,
                ppm,
                Money.ofCents(min),
                Money.ofCents(max),
                Money.ZERO);
    }

    private static long cents(List<Tariff> tariffs, LocalDate day, boolean resident, @Nullable Long quotient) {
        return new TariffGrids(tariffs)
                .quote(1, day, resident, quotient == null ? null : Money.ofCents(quotient), PricedChild.UNKNOWN)
                .map(quote -> quote.unitPrice().cents())
                .orElse(-1L);
    }

    /** The bands of an office that writes 0–622, 623–1000, 1001–1500 and above. */
    @ParameterizedTest
    @CsvSource({
        "0, 100",
        "62200, 100",
        "62250, 100",
        "62299, 100",
        "62300, 330",
        "100000, 330",
        "100050, 330",
        "100100, 340",
        "150099, 340",
        "150100, 350",
        "99999999, 350"
    })
    void aBandBeginsAtItsLowerBoundAndEndsBeforeTheNext(long quotient, long cents) {
        List<Tariff> grid = List.of(
                price(SEPTEMBER, Residency.BOTH, 0, 100),
                price(SEPTEMBER, Residency.BOTH, 62_300, 330),
                price(SEPTEMBER, Residency.BOTH, 100_100, 340),
                price(SEPTEMBER, Residency.BOTH, 150_100, 350));
        assertThat(cents(grid, SEPTEMBER, true, quotient)).isEqualTo(cents);
    }

    @Test
    void withoutAQuotientTheHighestPriceOfTheGridCounts() {
        List<Tariff> grid = List.of(
                price(SEPTEMBER, Residency.BOTH, 0, 100),
                price(SEPTEMBER, Residency.BOTH, 62_300, 350),
                price(SEPTEMBER, Residency.BOTH, 100_100, 340));
        assertThat(cents(grid, SEPTEMBER, true, null)).isEqualTo(350);
        assertThat(cents(List.of(rate(3_600, 260, 450)), SEPTEMBER, true, null)).isEqualTo(450);
        Quote quote = new TariffGrids(grid)
                .quote(1, SEPTEMBER, true, null, PricedChild.UNKNOWN)
                .orElseThrow();
        assertThat(quote.withoutQuotient()).isTrue();
        assertThat(quote.tariff()).isEqualTo(grid.get(1));
    }

    /** 0.36 % of the quotient, from 2.60 to 4.50. */
    @ParameterizedTest
    @CsvSource({
        "0, 260",
        "72222, 260",
        "72361, 260",
        "72362, 261",
        "100000, 360",
        "100138, 360",
        "100139, 361",
        "125000, 450",
        "500000, 450"
    })
    void aRateIsRoundedHalfUpAndThenHeldBetweenItsBounds(long quotient, long cents) {
        assertThat(cents(List.of(rate(3_600, 260, 450)), SEPTEMBER, true, quotient))
                .isEqualTo(cents);
    }

    @Test
    void halfACentIsRoundedUp() {
        Tariff one = rate(10_000, 0, 10_000);
        assertThat(one.priceFor(Money.ofCents(10_049)).cents()).isEqualTo(100);
        assertThat(one.priceFor(Money.ofCents(10_050)).cents()).isEqualTo(101);
        assertThat(rate(1, 0, 10_000).priceFor(Money.ofCents(500_000)).cents()).isEqualTo(1);
        assertThat(rate(1, 0, 10_000).priceFor(Money.ofCents(499_999)).cents()).isEqualTo(0);
    }

    @Test
    void aRateIsExactForAnyQuotient() {
        Dice.rolls(5_000, dice -> {
            long ppm = dice.between(0, 50_000);
            long min = dice.between(0, 400);
            long max = min + dice.between(0, 900);
            long quotient = dice.between(0, 300_000);
            long rounded = (quotient * ppm + 500_000) / 1_000_000;
            assertThat(rate(ppm, min, max).priceFor(Money.ofCents(quotient)).cents())
                    .isEqualTo(rounded < min ? min : rounded > max ? max : rounded);
        });
    }

    @Test
    void theGridInForceIsTheOneThatBeganLast() {
        List<Tariff> grids = List.of(price(JANUARY, Residency.BOTH, 0, 280), price(SEPTEMBER, Residency.BOTH, 0, 270));
        assertThat(cents(grids, SEPTEMBER.minusDays(1), true, 0L)).isEqualTo(-1);
        assertThat(cents(grids, SEPTEMBER, true, 0L)).isEqualTo(270);
        assertThat(cents(grids, JANUARY.minusDays(1), true, 0L)).isEqualTo(270);
        assertThat(cents(grids, JANUARY, true, 0L)).isEqualTo(280);
    }

    @Test
    void aNewGridReplacesTheWholeOfTheOld() {
        List<Tariff> grids = List.of(
                price(SEPTEMBER, Residency.BOTH, 0, 100),
                price(SEPTEMBER, Residency.BOTH, 62_300, 330),
                price(JANUARY, Residency.BOTH, 80_000, 400));
        assertThat(cents(grids, JANUARY, true, 70_000L)).isEqualTo(-1);
        assertThat(cents(grids, JANUARY, true, 80_000L)).isEqualTo(400);
        assertThat(cents(grids, JANUARY, true, null)).isEqualTo(400);
    }

    @Test
    void residentsAndOthersHaveGridsOfTheirOwn() {
        List<Tariff> grids = List.of(
                price(SEPTEMBER, Residency.YES, 0, 270),
                price(SEPTEMBER, Residency.NO, 0, 540),
                price(JANUARY, Residency.YES, 0, 280));
        assertThat(cents(grids, SEPTEMBER, true, 0L)).isEqualTo(270);
        assertThat(cents(grids, SEPTEMBER, false, 0L)).isEqualTo(540);
        assertThat(cents(grids, JANUARY, true, 0L)).isEqualTo(280);
        assertThat(cents(grids, JANUARY, false, 0L))
                .as("their grid did not change")
                .isEqualTo(540);
    }

    @Test
    void aRowForBothIsForEither() {
        List<Tariff> grids = List.of(price(SEPTEMBER, Residency.BOTH, 0, 270), price(JANUARY, Residency.NO, 0, 540));
        assertThat(cents(grids, JANUARY, true, 0L)).isEqualTo(270);
        assertThat(cents(grids, JANUARY, false, 0L)).isEqualTo(540);
    }

    @Test
    void anotherUnitsRowsCountForNothing() {
        assertThat(new TariffGrids(List.of(rate(1, 0, 1))).quote(2, JANUARY, true, Money.ZERO, PricedChild.UNKNOWN))
                .isEmpty();
    }

    /** Grids, bands and residences at random, searched one row after the other. */
    @Test
    void anyQuotientFindsTheRowThatTheRuleNames() {
        Dice.rolls(500, dice -> {
            List<Tariff> tariffs = new ArrayList<>();
            for (int i = dice.between(1, 12); i > 0; i--) {
                Tariff row = price(
                        dice.dayBetween(SEPTEMBER, SEPTEMBER.plusDays(3)),
                        dice.oneOf(List.of(Residency.values())),
                        dice.between(0, 5) * 100L,
                        dice.between(100, 999));
                if (tariffs.stream().noneMatch(other -> overlap(row, other))) {
                    tariffs.add(row);
                }
            }
            LocalDate day = dice.dayBetween(SEPTEMBER, SEPTEMBER.plusDays(5));
            boolean resident = dice.heads();
            Long quotient = dice.oneIn(4) ? null : (Long) (long) dice.between(0, 700);
            assertThat(cents(tariffs, day, resident, quotient)).isEqualTo(searched(tariffs, day, resident, quotient));
        });
    }

    private static boolean overlap(Tariff one, Tariff other) {
        return one.validFrom().equals(other.validFrom())
                && one.quotientFrom().equals(other.quotientFrom())
                && (one.residency() == other.residency()
                        || one.residency() == Residency.BOTH
                        || other.residency() == Residency.BOTH);
    }

    private static long searched(List<Tariff> tariffs, LocalDate day, boolean resident, @Nullable Long quotient) {
        LocalDate inForce = LocalDate.MIN;
        for (Tariff row : tariffs) {
            if (isFor(row, resident)
                    && !row.validFrom().isAfter(day)
                    && row.validFrom().isAfter(inForce)) {
                inForce = row.validFrom();
            }
        }
        long band = -1;
        long found = -1;
        for (Tariff row : tariffs) {
            if (isFor(row, resident) && row.validFrom().equals(inForce) && row.price() != null) {
                long lower = row.quotientFrom().cents();
                if (quotient == null) {
                    found = Math.max(found, row.price().cents());
                } else if (lower <= quotient && lower > band) {
                    band = lower;
                    found = row.price().cents();
                }
            }
        }
        return found;
    }

    private static boolean isFor(Tariff row, boolean resident) {
        return row.residency() != (resident ? Residency.NO : Residency.YES);
    }

    @Test
    void aRowHasAPriceOrARateWithItsBounds() {
        Money one = Money.ofCents(1);
        Money two = Money.ofCents(2);
        Object[][] wrong = {
            {null, null, null, null},
            {one, 3L, one, two},
            {one, null, one, two},
            {null, 3L, null, two},
            {null, 3L, one, null},
            {null, 3L, two, one}
        };
        for (Object[] row : wrong) {
            assertThatThrownBy(() -> new Tariff(
                            0,
                            1,
                            SEPTEMBER,
                            Money.ZERO,
                            Residency.BOTH,
                            TariffConditions.NONE,
                            (Money) row[0],
                            (Long) row[1],
                            (Money) row[2],
                            (Money) row[3],
                            Money.ZERO))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
