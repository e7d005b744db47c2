package fr.perisco.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.Dice;
import fr.perisco.domain.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a payment that the bank takes back comes to: payment 1 bounces, others have higher keys. */
class BouncePlanTest {
    private static Credit credit(long id, long cents) {
        return new Credit(id, false, Money.ofCents(cents));
    }

    private static Allocation settles(long payment, long invoice, long cents) {
        return new Allocation(credit(payment, cents), invoice, Money.ofCents(cents));
    }

    private static PayoutPart refunded(long payout, long cents) {
        return new PayoutPart(credit(1, cents), payout, Money.ofCents(cents));
    }

    private static List<String> takenBack(BouncePlan plan) {
        return plan.takenBack().stream()
                .map(part -> part.credit().sourceId() + " from " + part.invoiceId() + " " + part.amount())
                .toList();
    }

    private static List<String> moved(BouncePlan plan) {
        return plan.moved().stream()
                .map(part -> part.credit().sourceId() + " to " + part.payoutId() + " " + part.amount())
                .toList();
    }

    @Test
    void whatItSettledIsOpenAgainAndNothingElseMoves() {
        BouncePlan plan = BouncePlan.of(
                List.of(settles(1, 7, 1_350), settles(1, 8, 650)),
                List.of(),
                List.of(credit(2, 900)),
                List.of(settles(3, 8, 100)));
        assertThat(takenBack(plan)).containsExactly("1 from 7 -13.50", "1 from 8 -6.50");
        assertThat(plan.moved()).isEmpty();
        assertThat(plan.uncovered()).isEqualTo(Money.ZERO);
    }

    @Test
    void whatWasRefundedComesOutOfOtherCreditFirst() {
        BouncePlan plan = BouncePlan.of(
                List.of(),
                List.of(refunded(5, 500)),
                List.of(credit(2, 300), credit(3, 900)),
                List.of(settles(4, 9, 99)));
        assertThat(plan.takenBack()).isEmpty();
        assertThat(moved(plan)).containsExactly("1 to 5 -5.00", "2 to 5 3.00", "3 to 5 2.00");
        assertThat(plan.uncovered()).isEqualTo(Money.ZERO);
    }

    @Test
    void thenOutOfWhatOtherPaymentsSettleNewestInvoiceFirst() {
        BouncePlan plan = BouncePlan.of(
                List.of(settles(1, 7, 200)),
                List.of(refunded(5, 400), refunded(6, 300)),
                List.of(credit(2, 100)),
                List.of(settles(3, 9, 500), settles(3, 8, 500)));
        assertThat(takenBack(plan)).containsExactly("1 from 7 -2.00", "3 from 9 -5.00", "3 from 8 -1.00");
        assertThat(moved(plan))
                .containsExactly(
                        "1 to 5 -4.00", "2 to 5 1.00", "3 to 5 3.00", "1 to 6 -3.00", "3 to 6 2.00", "3 to 6 1.00");
    }

    @Test
    void whatNothingCanStandForIsTold() {
        BouncePlan plan = BouncePlan.of(
                List.of(settles(1, 7, 200)), List.of(refunded(5, 400)), List.of(credit(2, 100)), List.of());
        assertThat(plan.uncovered()).isEqualTo(Money.ofCents(300));
    }

    @Test
    void noRefundChangesAndNothingIsSpentTwice() {
        Dice.rolls(2_000, dice -> {
            List<PayoutPart> refunds = new ArrayList<>();
            for (int i = dice.oneOf(List.of(0, 1, 2, 3)); i > 0; i--) {
                refunds.add(refunded(50 + i, dice.oneOf(List.of(1L, 250L, 700L))));
            }
            List<Credit> credits = new ArrayList<>();
            for (int i = dice.oneOf(List.of(0, 1, 2)); i > 0; i--) {
                credits.add(credit(2 + i, dice.oneOf(List.of(1L, 100L, 900L))));
            }
            List<Allocation> others = new ArrayList<>();
            for (int i = dice.oneOf(List.of(0, 1, 2, 4)); i > 0; i--) {
                others.add(settles(10 + i % 2, 90 + i, dice.oneOf(List.of(1L, 300L, 800L))));
            }
            check(refunds, credits, others, BouncePlan.of(List.of(), refunds, credits, others));
        });
    }

    private static void check(
            List<PayoutPart> refunds, List<Credit> credits, List<Allocation> others, BouncePlan plan) {
        Map<Long, Money> room = new HashMap<>();
        credits.forEach(credit -> room.merge(credit.sourceId(), credit.left(), Money::plus));
        for (Allocation part : plan.takenBack()) {
            assertThat(part.amount().isNegative()).isTrue();
            assertThat(others)
                    .anyMatch(other -> other.invoiceId() == part.invoiceId()
                            && other.credit().sourceId() == part.credit().sourceId()
                            && other.amount().plus(part.amount()).cents() >= 0);
            room.merge(part.credit().sourceId(), part.amount().negated(), Money::plus);
        }
        Map<Long, Money> refunded = new HashMap<>();
        for (PayoutPart part : plan.moved()) {
            refunded.merge(part.payoutId(), part.amount(), Money::plus);
            if (part.amount().isPositive()) {
                room.merge(part.credit().sourceId(), part.amount().negated(), Money::plus);
            }
        }
        assertThat(room.values()).noneMatch(Money::isNegative);
        assertThat(refunded.values()).as("each refund stays what it is").allMatch(Money.ZERO::equals);
        Money stays = Refund.total(refunds);
        for (PayoutPart part : plan.moved()) {
            stays = part.amount().isNegative() ? stays.plus(part.amount()) : stays;
        }
        assertThat(stays).as("what the bounced payment still bears").isEqualTo(plan.uncovered());
    }
}
