package fr.perisco.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.money.Money;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefundTest {
    @Test
    void whatCameByVoucherCannotBeGivenBackAsMoney() {
        Credit voucher = new Credit(1, false, Money.ofCents(500));
        Credit card = new Credit(2, false, Money.ofCents(300));
        Credit note = new Credit(1, true, Money.ofCents(200));
        assertThat(Refund.payable(List.of(voucher, card, note), Set.of(1L))).containsExactly(card, note);
    }
}
