package fr.perisco.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.perisco.domain.Dice;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.invoice.MonthDifference.Cause;
import fr.perisco.domain.invoice.MonthDifference.Kind;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.money.Share;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthDifferenceTest {
    private static final YearMonth MONTH = YearMonth.of(2016, 11);

    private static InvoiceLine line(LineKind kind, String child, String label, int days, long price, long quotient) {
        LinePiece piece = new LinePiece(1, 1, DaySet.EMPTY, days, 1, quotient, false, Share.WHOLE);
        String corrects = kind == LineKind.ADJUSTMENT ? "F1" : null;
        return new InvoiceLine(
                kind, child, child, "CANTINE", label, "", MONTH, Money.ofCents(price), List.of(piece), corrects);
    }

    private static InvoiceLine meals(String child, int days, long price, long quotient) {
        return line(LineKind.DAYS, child, "Repas", days, price, quotient);
    }

    @Test
    void daysCountAtTheFormerPriceAndTheRestIsThePrices() {
        MonthDifference difference =
                MonthDifference.of(List.of(meals("E1", 10, 270, 1)), List.of(meals("E1", 12, 340, 2)));
        assertThat(difference.causes())
                .extracting(Cause::kind, cause -> cause.difference().cents())
                .containsExactly(tuple(Kind.DAYS, 540L), tuple(Kind.QUOTIENT, 840L));
        assertThat(MonthDifference.of(List.of(meals("E1", 10, 270, 1)), List.of(meals("E1", 10, 280, 1)))
                        .causes())
                .extracting(Cause::kind)
                .containsExactly(Kind.TARIFF);
    }

    @Test
    void whatCameWentOrCorrectsIsNamed() {
        MonthDifference difference = MonthDifference.of(
                List.of(meals("E1", 10, 270, 1), meals("E2", 4, 100, 1)),
                List.of(
                        meals("E1", 10, 270, 1),
                        meals("E3", 2, 100, 1),
                        line(LineKind.ADJUSTMENT, "E1", "Régularisation", -1, 270, 1)));
        assertThat(difference.causes())
                .extracting(
                        Cause::childCode,
                        Cause::kind,
                        cause -> cause.difference().cents())
                .containsExactly(
                        tuple("E1", Kind.ADJUSTMENT, -270L),
                        tuple("E2", Kind.GONE, -400L),
                        tuple("E3", Kind.NEW, 200L));
    }

    @Test
    void theCausesAlwaysAddUp() {
        Dice.rolls(500, dice -> {
            List<List<InvoiceLine>> months = new ArrayList<>();
            for (int month = 0; month < 2; month++) {
                List<InvoiceLine> lines = new ArrayList<>();
                for (int i = dice.between(0, 6); i > 0; i--) {
                    lines.add(line(
                            dice.oneOf(List.of(LineKind.values())),
                            "E" + dice.between(1, 3),
                            dice.heads() ? "Repas" : "Soir",
                            dice.between(-3, 20),
                            dice.between(0, 500),
                            dice.between(1, 2)));
                }
                months.add(lines);
            }
            MonthDifference difference = MonthDifference.of(months.get(0), months.get(1));
            assertThat(difference.causes().stream().map(Cause::difference).reduce(Money.ZERO, Money::plus))
                    .isEqualTo(difference.difference());
        });
    }
}
