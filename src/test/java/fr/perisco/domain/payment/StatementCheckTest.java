package fr.perisco.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatementCheckTest {
    private static final PayFip OFFICE = new PayFip("012345", "A", "", "", Money.ofCents(999_999));
    private static final LocalDate DAY = LocalDate.of(2016, 12, 8);
    private static final LocalTime TIME = LocalTime.of(21, 22);

    private static PayFipNotification told(String refdet, long cents, String numauto, String idop) {
        return told("012345", refdet, cents, "A", PayFipResult.PAID_BY_CARD, numauto, idop);
    }

    private static PayFipNotification told(
            String numcli, String refdet, long cents, String saisie, PayFipResult result, String numauto, String idop) {
        return new PayFipNotification(
                numcli, 2016, refdet, Money.ofCents(cents), saisie, result, numauto, DAY, TIME, idop);
    }

    private static HeldPayment held(long id, String refdet, long cents, LocalDate day, String numauto, String idop) {
        return new HeldPayment(id, "F0001", refdet, Money.ofCents(cents), day, TIME, numauto, idop, false);
    }

    private static HeldPayment typed(long id, String refdet, long cents, LocalDate day, String reference) {
        return new HeldPayment(id, "F0001", refdet, Money.ofCents(cents), day, null, reference, "", true);
    }

    private static StatementCheck check(List<PayFipNotification> statement, HeldPayment... held) {
        return StatementCheck.of(OFFICE, statement, List.of(held), Map.of("F1", "F0001"));
    }

    private static List<String> differences(StatementCheck check) {
        return check.differences().stream()
                .map(of -> of.kind().code() + " " + of.refdet() + " " + of.told() + " " + of.held())
                .toList();
    }

    @Test
    void aPaymentThatOnlyTheStatementHasIsMissingHere() {
        StatementCheck check = check(List.of(told("F1", 1350, "a", "1")));
        assertThat(differences(check)).containsExactly("missing-here F1 13.50 null");
        assertThat(check.differences().get(0).familyCode()).isEqualTo("F0001");
        assertThat(check.agreeing()).isZero();
    }

    @Test
    void aPaymentOfTheStatementsDaysThatItLacksIsMissingThere() {
        StatementCheck check = check(
                List.of(told("F1", 1350, "a", "1")),
                held(1, "F1", 1350, DAY, "a", "1"),
                held(2, "F2", 500, DAY, "b", "2"),
                held(3, "F3", 600, DAY.minusDays(1), "c", "3"));
        assertThat(differences(check)).containsExactly("missing-there F2 null 5.00");
        assertThat(check.agreeing()).isOne();
        assertThat(check.agreed()).isEqualTo(Money.ofCents(1350));
    }

    @Test
    void anotherAmountUnderTheSameKeyOrTheSameAuthorisationIsToldOnce() {
        assertThat(differences(check(
                        List.of(told("F1", 1350, "a", "1"), told("F2", 900, "b", "")),
                        held(1, "F1", 1400, DAY, "a", "1"),
                        held(2, "F2", 800, DAY, "b", "2"))))
                .containsExactly("amount-differs F1 13.50 14.00", "amount-differs F2 9.00 8.00");
    }

    @Test
    void whatAClerkEnteredByHandIsKnownByItsReferenceWheneverItWasEntered() {
        StatementCheck check = check(List.of(told("F1", 1350, "a", "1")), typed(1, "F1", 1350, DAY.plusDays(3), "a"));
        assertThat(check.differences()).isEmpty();
        assertThat(check.agreeing()).isOne();
        assertThat(differences(check(List.of(told("F1", 1350, "a", "1")), typed(1, "F1", 1350, DAY, "zz"))))
                .containsExactly("missing-here F1 13.50 null", "missing-there F1 null 13.50");
    }

    @Test
    void aLineThatIsThereTwiceIsOnePaymentAndEachPaymentAnswersForOneLine() {
        assertThat(check(
                                List.of(told("F1", 1350, "a", "1"), told("F1", 1350, "a", "1")),
                                held(1, "F1", 1350, DAY, "a", "1"))
                        .differences())
                .isEmpty();
        assertThat(differences(check(
                        List.of(told("F1", 1350, "a", "1"), told("F1", 1350, "a", "2")),
                        held(1, "F1", 1350, DAY, "a", "1"))))
                .containsExactly("missing-here F1 13.50 null");
    }

    @Test
    void whatIsNoMoneyOfTheOfficeIsSetAside() {
        StatementCheck check = check(List.of(
                told("012345", "F1", 1350, "A", PayFipResult.ABANDONED, "", ""),
                told("012345", "F1", 1350, "T", PayFipResult.PAID_BY_CARD, "", ""),
                told("099999", "F1", 1350, "A", PayFipResult.PAID_BY_CARD, "", "")));
        assertThat(check.setAside()).isEqualTo(3);
        assertThat(check.differences()).isEmpty();
    }

    @Test
    void anEmptyStatementTellsOfNoDay() {
        StatementCheck check = check(List.of(), held(1, "F1", 1350, DAY, "a", "1"));
        assertThat(check.span()).isEmpty();
        assertThat(check.differences()).isEmpty();
    }
}
