package fr.perisco.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PayFipMatchingTest {
    private static final LocalDate DAY = LocalDate.of(2016, 12, 8);
    private static final OpenInvoice INVOICE = new OpenInvoice(
            1, "F0516120001", "F0001", YearMonth.of(2016, 11), LocalDate.of(2016, 12, 1), "", Money.ofCents(1350));

    private static PayFip office(String saisie) {
        return new PayFip("012345", saisie, "", "", Money.ofCents(999_999));
    }

    private final List<PayFipNotification> recorded = new ArrayList<>();
    private PayFipMatching production = matching("A");

    private PayFipMatching matching(String saisie) {
        return new PayFipMatching(
                office(saisie),
                Map.of(INVOICE.number(), INVOICE),
                new KnownNotifications(recorded),
                new TypedPayments(List.of()));
    }

    private static PayFipNotification paid(long cents, String idop) {
        return told("012345", 2016, INVOICE.number(), cents, "A", PayFipResult.PAID_BY_CARD, "3feabd", idop);
    }

    private static PayFipNotification told(
            String numcli,
            int exer,
            String refdet,
            long cents,
            String saisie,
            PayFipResult result,
            String numauto,
            String idop) {
        return new PayFipNotification(
                numcli, exer, refdet, Money.ofCents(cents), saisie, result, numauto, DAY, LocalTime.of(21, 22), idop);
    }

    private static void assertOutcome(PayFipOutcome outcome, PayFipVerdict verdict, long settled, long credit) {
        assertThat(outcome.verdict()).isEqualTo(verdict);
        assertThat(outcome.settled()).isEqualTo(Money.ofCents(settled));
        assertThat(outcome.credit()).isEqualTo(Money.ofCents(credit));
    }

    @Test
    void theBalanceToTheCentMatches() {
        assertOutcome(production.judge(paid(1350, "1")), PayFipVerdict.MATCHED, 1350, 0);
    }

    @Test
    void eachPaymentFindsTheBalanceThatTheOneBeforeLeft() {
        assertOutcome(production.judge(paid(1000, "1")), PayFipVerdict.PARTIAL, 1000, 0);
        PayFipOutcome second = production.judge(paid(1000, "2"));
        assertOutcome(second, PayFipVerdict.OVERPAID, 350, 650);
        assertThat(second.balance()).isEqualTo(Money.ZERO);
        assertOutcome(production.judge(paid(1000, "3")), PayFipVerdict.ALREADY_PAID, 0, 1000);
    }

    @Test
    void whatWasNotPaidIsRefused() {
        for (PayFipResult result :
                List.of(PayFipResult.REFUSED_CARD, PayFipResult.REFUSED_DEBIT, PayFipResult.ABANDONED)) {
            assertOutcome(
                    production.judge(told("012345", 2016, INVOICE.number(), 1350, "A", result, "", "")),
                    PayFipVerdict.REFUSED,
                    0,
                    0);
        }
        assertOutcome(production.judge(paid(1350, "")), PayFipVerdict.MATCHED, 1350, 0);
    }

    @Test
    void anotherOfficesMoneyIsNotOurs() {
        PayFipOutcome outcome =
                production.judge(told("054321", 2016, INVOICE.number(), 1350, "A", PayFipResult.PAID_BY_CARD, "", ""));
        assertOutcome(outcome, PayFipVerdict.WRONG_CLIENT, 0, 0);
        assertThat(outcome.invoice()).isNull();
    }

    @Test
    void aNumberThatNamesNoInvoiceIsUnknown() {
        PayFipOutcome outcome =
                production.judge(told("012345", 2016, "F0516129999", 1350, "A", PayFipResult.PAID_BY_DEBIT, "", ""));
        assertOutcome(outcome, PayFipVerdict.UNKNOWN, 0, 0);
        assertThat(outcome.balance()).isNull();
    }

    @Test
    void trialsCountOnlyWhileTheOfficeMakesSuch() {
        assertThat(verdictOf("T", 2016, "A")).isEqualTo(PayFipVerdict.TEST);
        assertThat(verdictOf("X", 2016, "A")).isEqualTo(PayFipVerdict.TEST);
        assertThat(verdictOf("T", 2016, "X")).isEqualTo(PayFipVerdict.TEST);
        assertThat(verdictOf("A", 9999, "A")).isEqualTo(PayFipVerdict.TEST);
        assertThat(verdictOf("T", 9999, "T")).isEqualTo(PayFipVerdict.MATCHED);
        assertThat(verdictOf("X", 2016, "X")).isEqualTo(PayFipVerdict.MATCHED);
        assertThat(verdictOf("A", 2016, "T")).isEqualTo(PayFipVerdict.MATCHED);
        assertThat(verdictOf("", 2016, "A")).isEqualTo(PayFipVerdict.MATCHED);
    }

    private PayFipVerdict verdictOf(String saisie, int exer, String officeSaisie) {
        return matching(officeSaisie)
                .judge(told("012345", exer, INVOICE.number(), 1350, saisie, PayFipResult.PAID_BY_CARD, "", ""))
                .verdict();
    }

    @Test
    void aPaymentToldAgainIsADuplicate() {
        production.judge(paid(1350, "77"));
        assertOutcome(production.judge(paid(1350, "77")), PayFipVerdict.DUPLICATE, 0, 0);
        assertThat(production.judge(paid(1350, "78")).verdict())
                .as("PayFiP's key says that it is another")
                .isEqualTo(PayFipVerdict.ALREADY_PAID);
    }

    @Test
    void withoutPayFipsKeyTheTraitsOfThePaymentTell() {
        recorded.add(paid(1350, ""));
        production = matching("A");
        assertThat(production.judge(paid(1350, "")).verdict()).isEqualTo(PayFipVerdict.DUPLICATE);
        assertThat(production.judge(paid(1350, "79")).verdict())
                .as("the same payment, told with its key this time")
                .isEqualTo(PayFipVerdict.DUPLICATE);
        assertThat(production.judge(paid(1349, "")).verdict()).isEqualTo(PayFipVerdict.PARTIAL);
    }

    @Test
    void aPaymentRecordedUnderItsKeyIsKnownWithoutIt() {
        recorded.add(paid(1350, "80"));
        assertThat(matching("A").judge(paid(1350, "")).verdict()).isEqualTo(PayFipVerdict.DUPLICATE);
    }

    @Test
    void whatAClerkEnteredByHandIsNotCountedAgain() {
        PayFipMatching matching = new PayFipMatching(
                office("A"),
                Map.of(INVOICE.number(), INVOICE),
                new KnownNotifications(recorded),
                new TypedPayments(
                        List.of(new TypedPayments.Typed(7, INVOICE.number(), Money.ofCents(1350), "3feabd"))));
        assertOutcome(matching.judge(paid(1300, "0")), PayFipVerdict.PARTIAL, 1300, 0);
        assertOutcome(matching.judge(paid(1350, "1")), PayFipVerdict.DUPLICATE, 0, 0);
        assertOutcome(matching.judge(paid(1350, "2")), PayFipVerdict.OVERPAID, 50, 1300);
    }
}
