package fr.perisco.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.Dice;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.CaredChild.Care;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What of a year's payments gives a right to the tax credit. */
class CareYearTest {
    private static final TaxYear YEAR = new TaxYear(2016);
    private static final CaredChild ANNA = child("A", LocalDate.of(2012, 3, 4));
    private static final CaredChild BASILE = child("B", LocalDate.of(2011, 5, 6));

    private static CaredChild child(String code, LocalDate birthOn) {
        return new CaredChild(code.hashCode(), code, code, birthOn);
    }

    private static PaidDocument.Line care(CaredChild child, long cents) {
        return new PaidDocument.Line(child, true, Money.ofCents(cents));
    }

    private static PaidDocument.Line meals(CaredChild child, long cents) {
        return new PaidDocument.Line(child, false, Money.ofCents(cents));
    }

    private static PaidDocument paid(long before, long byEnd, PaidDocument.Line... lines) {
        return new PaidDocument(List.of(lines), Money.ofCents(before), Money.ofCents(byEnd));
    }

    private static List<String> certified(PaidDocument... documents) {
        return written(CareYear.of(YEAR, List.of(documents)).certified());
    }

    private static List<String> written(List<Care> care) {
        return care.stream().map(of -> of.child().code() + " " + of.paid()).toList();
    }

    @Test
    void theOneWhoTurnsSixOnNewYearsDayCountsAndTheOneADayOlderDoesNot() {
        CaredChild six = child("SIX", LocalDate.of(2010, 1, 1));
        CaredChild older = child("OLDER", LocalDate.of(2009, 12, 31));
        assertThat(certified(paid(0, 300, care(six, 100), care(older, 200)))).containsExactly("SIX 1.00");
    }

    @Test
    void aPartialPaymentPaysMealsAndCareInProportion() {
        assertThat(certified(paid(0, 600, care(ANNA, 400), meals(ANNA, 800)))).containsExactly("A 2.00");
    }

    @Test
    void eachChildHasItsOwnShare() {
        assertThat(certified(paid(0, 100, care(ANNA, 100), care(BASILE, 100), meals(BASILE, 100))))
                .containsExactly("A 0.34", "B 0.33");
    }

    @Test
    void onlyWhatWasPaidInTheYearCounts() {
        assertThat(certified(paid(400, 1_000, care(ANNA, 500), meals(ANNA, 500))))
                .containsExactly("A 3.00");
    }

    @Test
    void anInvoicePaidOverTheYearsIsCertifiedToTheCent() {
        Dice.rolls(2_000, dice -> {
            List<PaidDocument.Line> lines = new ArrayList<>();
            for (int i = dice.between(1, 6); i > 0; i--) {
                lines.add(care(child("C" + i, LocalDate.of(2012, 1, 1)), dice.between(1, 5_000)));
            }
            int sum =
                    lines.stream().mapToInt(line -> (int) line.amount().cents()).sum();
            TreeSet<Integer> standings = new TreeSet<>(List.of(0, sum));
            for (int i = dice.between(0, 5); i > 0; i--) {
                standings.add(dice.between(0, sum));
            }
            long[] perLine = new long[lines.size()];
            Integer before = null;
            for (Integer standing : standings) {
                if (before != null) {
                    List<Money> paid =
                            new PaidDocument(lines, Money.ofCents(before), Money.ofCents(standing)).paidInYear();
                    assertThat(paid.stream().mapToLong(Money::cents).sum()).isEqualTo(standing - before);
                    for (int i = 0; i < perLine.length; i++) {
                        perLine[i] += paid.get(i).cents();
                    }
                }
                before = standing;
            }
            for (int i = 0; i < perLine.length; i++) {
                assertThat(perLine[i]).isEqualTo(lines.get(i).amount().cents());
            }
        });
    }

    @Test
    void whatARegularisationTakesBackLowersWhatIsCertified() {
        assertThat(certified(paid(0, 900, care(ANNA, 600), care(ANNA, -200), meals(ANNA, 500))))
                .containsExactly("A 4.00");
    }

    @Test
    void aCreditNoteOnCareThatPaysForMealsLowersWhatIsCertified() {
        assertThat(certified(
                        paid(0, 1_000, care(ANNA, 1_000)),
                        paid(0, -300, care(ANNA, -300)),
                        paid(0, 300, meals(ANNA, 800))))
                .containsExactly("A 7.00");
    }

    @Test
    void aCreditNoteOnMealsThatPaysForCareRaisesIt() {
        assertThat(certified(paid(0, -300, meals(ANNA, -300)), paid(0, 300, care(ANNA, 800))))
                .containsExactly("A 3.00");
    }

    @Test
    void aDocumentOfNothingSettlesItself() {
        assertThat(certified(paid(0, 0, care(ANNA, 250), meals(ANNA, -250)))).containsExactly("A 2.50");
    }

    @Test
    void whatIsGivenBackBeyondWhatWasPaidIsNamedAndNotCertified() {
        CareYear care = CareYear.of(YEAR, List.of(paid(0, -300, care(ANNA, -300))));
        assertThat(care.certified()).isEmpty();
        assertThat(written(care.givenBack())).containsExactly("A -3.00");
    }

    @Test
    void anUnknownAgeIsNamedWhereSomethingWasPaid() {
        CaredChild unknown = new CaredChild(1, "X", "X", null);
        CaredChild other = new CaredChild(2, "Y", "Y", null);
        CareYear care = CareYear.of(YEAR, List.of(paid(0, 700, care(unknown, 300), meals(other, 400))));
        assertThat(care.certified()).isEmpty();
        assertThat(written(care.ageUnknown())).containsExactly("X 3.00");
    }
}
