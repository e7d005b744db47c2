package fr.perisco.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.Dice;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.consumption.Consumption;
import fr.perisco.domain.tariff.Tariff;
import fr.perisco.domain.tariff.TariffGrids;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What changes in an invoiced month is recomputed less billed: rule 4.6 of the contract. */
class AdjustmentTest {
    private static final int MONTHS = 200;
    private static final YearMonth DECEMBER = AnyMonth.NOVEMBER.plusMonths(1);

    private record Change(FamilyMonth before, List<ConsumedMonth> now) {}

    private static InvoicePlan plan(YearMonth month, FamilyMonth family, List<Tariff> tariffs) {
        return InvoicePlan.of(
                month,
                List.of(family),
                any -> new TariffGrids(tariffs),
                new InvoiceWording("Majoration", "Régularisation", "Annulation"),
                List.of());
    }

    private static Change change(Dice dice) {
        FamilyMonth before = AnyMonth.families(dice).get(0);
        List<ConsumedMonth> now = new ArrayList<>();
        for (ConsumedMonth row : before.consumed()) {
            DaySet billed = dice.oneIn(4)
                    ? DaySet.EMPTY
                    : row.consumption()
                            .billed()
                            .minus(dice.daysOf(AnyMonth.NOVEMBER))
                            .union(dice.oneIn(2) ? dice.daysOf(AnyMonth.NOVEMBER) : DaySet.EMPTY);
            DaySet surcharged = dice.oneIn(3)
                    ? dice.daysOf(AnyMonth.NOVEMBER).intersect(billed)
                    : row.consumption().surcharged().intersect(billed);
            now.add(new ConsumedMonth(
                    row.registrationId(),
                    row.childCode(),
                    row.childName(),
                    row.unit(),
                    new Consumption(billed, surcharged)));
        }
        return new Change(before, now);
    }

    private static List<BilledPiece> pieces(List<InvoiceLine> lines) {
        List<BilledPiece> pieces = new ArrayList<>();
        lines.forEach(line -> line.pieces().forEach(piece -> pieces.add(new BilledPiece(piece, line.unitPrice()))));
        return pieces;
    }

    private static List<InvoiceLine> adjustments(Change change, List<BilledPiece> billed, List<Tariff> tariffs) {
        InvoicedMonth touched = new InvoicedMonth(AnyMonth.NOVEMBER, "F0516120001", change.now(), billed);
        InvoicePlan plan =
                plan(DECEMBER, new FamilyMonth(change.before().family(), List.of(), List.of(touched)), tariffs);
        return plan.drafts().stream().flatMap(draft -> draft.lines().stream()).toList();
    }

    /** How often each child, unit and unit price is billed, counted day by day. */
    private static void count(
            Map<String, Integer> counts, Change change, List<ConsumedMonth> consumed, DayByDay oracle, int times) {
        FamilyMonth month = new FamilyMonth(change.before().family(), consumed);
        for (DayByDay.BilledDay day : AnyMonth.billedDays(month)) {
            DayByDay.Price price = oracle.price(month.family(), day.unit(), day.day(), day.kid())
                    .orElseThrow();
            String place = day.child() + " " + day.unit().activity().label() + " ";
            counts.merge(place + price.cents(), times, Integer::sum);
            long extra = price.row().unbookedSurcharge().cents();
            if (day.cameUnbooked() && extra > 0) {
                counts.merge(place + extra, times, Integer::sum);
            }
        }
    }

    private static boolean isPriced(Change change, List<ConsumedMonth> consumed, DayByDay oracle) {
        FamilyMonth month = new FamilyMonth(change.before().family(), consumed);
        return !oracle.bill(month.family(), AnyMonth.billedDays(month)).withoutTariff();
    }

    @Test
    void anAdjustmentIsWhatIsCountedNowLessWhatWasBilled() {
        int[] compared = new int[1];
        Dice.rolls(MONTHS, dice -> {
            Change change = change(dice);
            List<Tariff> tariffs = AnyMonth.tariffs(dice);
            DayByDay oracle = new DayByDay(tariffs, "Majoration");
            if (!isPriced(change, change.before().consumed(), oracle) || !isPriced(change, change.now(), oracle)) {
                return;
            }
            List<BilledPiece> billed = new ArrayList<>();
            plan(AnyMonth.NOVEMBER, change.before(), tariffs)
                    .drafts()
                    .forEach(draft -> billed.addAll(pieces(draft.lines())));
            List<InvoiceLine> lines = adjustments(change, billed, tariffs);

            Map<String, Integer> expected = new TreeMap<>();
            count(expected, change, change.now(), oracle, 1);
            count(expected, change, change.before().consumed(), oracle, -1);
            expected.values().removeIf(count -> count == 0);
            Map<String, Integer> found = new TreeMap<>();
            lines.forEach(line -> found.merge(
                    line.childCode() + " " + line.registration() + " "
                            + line.unitPrice().cents(),
                    line.quantity(),
                    Integer::sum));
            found.values().removeIf(count -> count == 0);
            assertThat(found).isEqualTo(expected);
            assertThat(lines).allSatisfy(line -> {
                assertThat(line.label()).isEqualTo("Régularisation");
                assertThat(line.corrects()).isEqualTo("F0516120001");
                assertThat(line.month()).isEqualTo(AnyMonth.NOVEMBER);
                assertThat(line.quantity()).isNotZero();
                assertThat(line.pieces())
                        .allSatisfy(piece -> assertThat(Math.abs(piece.quantity()))
                                .isEqualTo(piece.days().size()));
            });

            billed.addAll(pieces(lines));
            assertThat(adjustments(change, billed, tariffs)).isEmpty();
            compared[0] += lines.size();
        });
        assertThat(compared[0]).isGreaterThan(MONTHS);
    }
}
