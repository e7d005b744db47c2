package fr.perisco.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefundTest {
    @Test
    void whatCameByVoucherCannotBeGivenBackAsMoney() {
        Credit voucher = new Credit(1, false, Money.ofCents(500));
        Credit card = new Credit(2, false, Money.ofCents(300));
        Credit note = new Credit(1, true, Money.ofCents(200));
        assertThat(Refund.payable(List.of(voucher, card, note), vouchers(0, 1_000)))
                .containsExactly(card, note);
    }

    @Test
    void aCreditNoteGivesBackOnlyWhatNoVoucherHadPaid() {
        Credit note = new Credit(1, true, Money.ofCents(900));
        assertThat(Refund.payable(List.of(note), vouchers(300, 1_000)))
                .containsExactly(new Credit(1, true, Money.ofCents(600)));
        assertThat(Refund.payable(List.of(note), vouchers(1_000, 1_000))).isEmpty();
    }

    @Test
    void noMoreIsGivenBackThanCameOtherwise() {
        Credit note = new Credit(1, true, Money.ofCents(900));
        Credit card = new Credit(2, false, Money.ofCents(300));
        assertThat(Refund.payable(List.of(note, card), vouchers(0, 1_000)))
                .containsExactly(note, new Credit(2, false, Money.ofCents(100)));
        assertThat(Refund.payable(List.of(note, card), Vouchers.NONE)).containsExactly(note, card);
    }

    private static Vouchers vouchers(long behindNote, long otherMoney) {
        return new Vouchers(Set.of(1L), Map.of(1L, Money.ofCents(behindNote)), Money.ofCents(otherMoney));
    }
}
