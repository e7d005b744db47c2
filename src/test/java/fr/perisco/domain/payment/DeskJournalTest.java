package fr.perisco.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeskJournalTest {
    private static final LocalDate MONDAY = LocalDate.of(2016, 12, 5);

    private static DeskOperation operation(long number, int day, Integer hour, PaymentMethod method, long cents) {
        return new DeskOperation(
                cents < 0 ? DeskOperation.Kind.REFUND : DeskOperation.Kind.PAYMENT,
                number,
                MONDAY.plusDays(day),
                hour == null ? null : LocalTime.of(hour, 0),
                method,
                "F0001",
                "Dupont",
                "",
                Money.ofCents(cents));
    }

    private static final DeskJournal JOURNAL = new DeskJournal(List.of(
            operation(5, 1, 9, PaymentMethod.CASH, -500),
            operation(4, 0, 9, PaymentMethod.CARD, 1000),
            operation(3, 0, null, PaymentMethod.CASH, 200),
            operation(2, 0, 11, PaymentMethod.CASH, 300),
            operation(1, 0, 10, PaymentMethod.CASH, 400)));

    @Test
    void operationsStandByDayMethodAndTimeThoseWithoutATimeLast() {
        assertThat(JOURNAL.operations()).extracting(DeskOperation::number).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void eachDayAndMethodIsAddedUpAndWhatLeftCountsAgainstIt() {
        assertThat(JOURNAL.byDay())
                .extracting(of -> of.day().getDayOfMonth() + " " + of.sum().method() + " "
                        + of.sum().operations() + " " + of.sum().total())
                .containsExactly("5 CASH 3 9.00", "5 CARD 1 10.00", "6 CASH 1 -5.00");
        assertThat(JOURNAL.byMethod())
                .containsExactly(
                        new DeskJournal.Sum(PaymentMethod.CASH, 4, Money.ofCents(900), Money.ofCents(-500)),
                        new DeskJournal.Sum(PaymentMethod.CARD, 1, Money.ofCents(1000), Money.ZERO));
        assertThat(JOURNAL.total()).isEqualTo(Money.ofCents(1400));
    }
}
