package fr.perisco.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.Dice;
import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which credit settles which invoice: rule 4.8 of the contract. */
class AllocationsTest {
    private static Credit credit(long id, long cents) {
        return new Credit(id, false, Money.ofCents(cents));
    }

    private static OpenInvoice invoice(long id, long cents) {
        return new OpenInvoice(
                id,
                "F%011d".formatted(id),
                "F1",
                YearMonth.of(2016, 11),
                LocalDate.of(2016, 12, 1),
                "",
                Money.ofCents(cents));
    }

    private static List<String> settled(List<Credit> credits, List<OpenInvoice> invoices) {
        return Allocations.settle(credits, invoices).stream()
                .map(part -> part.credit().sourceId() + " pays " + part.invoiceId() + " " + part.amount())
                .toList();
    }

    @Test
    void aPaymentSettlesTheOldestInvoiceFirst() {
        assertThat(settled(List.of(credit(1, 2_000)), List.of(invoice(1, 1_350), invoice(2, 900))))
                .containsExactly("1 pays 1 13.50", "1 pays 2 6.50");
    }

    @Test
    void theOldestCreditIsUsedFirst() {
        assertThat(settled(List.of(credit(1, 300), credit(2, 500)), List.of(invoice(9, 700))))
                .containsExactly("1 pays 9 3.00", "2 pays 9 4.00");
    }

    @Test
    void whatIsTooMuchIsLeftOver() {
        List<Allocation> allocations = Allocations.settle(List.of(credit(1, 2_000)), List.of(invoice(1, 1_350)));
        assertThat(Allocations.total(allocations)).isEqualTo(Money.ofCents(1_350));
    }

    @Test
    void whereThereIsNothingNothingIsSettled() {
        assertThat(settled(List.of(), List.of(invoice(1, 1)))).isEmpty();
        assertThat(settled(List.of(credit(1, 1)), List.of())).isEmpty();
        assertThat(settled(List.of(credit(1, 0)), List.of(invoice(1, 1)))).isEmpty();
        assertThat(settled(List.of(credit(1, 5)), List.of(invoice(1, 0), invoice(2, 5))))
                .containsExactly("1 pays 2 0.05");
    }

    /** Credits and invoices laid end to end on two rulers: a credit settles what it lies over. */
    @Test
    void anyCreditsSettleTheInvoicesThatTheyLieOver() {
        Dice.rolls(1_000, dice -> {
            List<Credit> credits = new ArrayList<>();
            List<OpenInvoice> invoices = new ArrayList<>();
            for (int id = 1; id <= dice.between(0, 6); id++) {
                credits.add(credit(id, dice.between(0, 5_000)));
            }
            for (int id = 1; id <= dice.between(0, 6); id++) {
                invoices.add(invoice(id, dice.oneIn(5) ? 0 : dice.between(1, 5_000)));
            }
            List<String> expected = new ArrayList<>();
            long creditEnds = 0;
            for (Credit credit : credits) {
                long creditStarts = creditEnds;
                creditEnds += credit.left().cents();
                long invoiceEnds = 0;
                for (OpenInvoice invoice : invoices) {
                    long invoiceStarts = invoiceEnds;
                    invoiceEnds += invoice.balance().cents();
                    long shared = Math.min(creditEnds, invoiceEnds) - Math.max(creditStarts, invoiceStarts);
                    if (shared > 0) {
                        expected.add(credit.sourceId() + " pays " + invoice.id() + " " + Money.ofCents(shared));
                    }
                }
            }
            assertThat(settled(credits, invoices)).isEqualTo(expected);
        });
    }

    @Test
    void noBalanceFallsBelowZeroAndNoCreditIsOverdrawn() {
        Dice.rolls(500, dice -> {
            List<Credit> credits = List.of(credit(1, dice.between(1, 999)), credit(2, dice.between(1, 999)));
            List<OpenInvoice> invoices = List.of(invoice(1, dice.between(1, 999)), invoice(2, dice.between(1, 999)));
            List<Allocation> allocations = Allocations.settle(credits, invoices);
            long paid =
                    credits.stream().mapToLong(credit -> credit.left().cents()).sum();
            long due =
                    invoices.stream().mapToLong(open -> open.balance().cents()).sum();
            assertThat(Allocations.total(allocations).cents()).isEqualTo(Math.min(paid, due));
            for (OpenInvoice invoice : invoices) {
                Money settled = Allocations.total(allocations.stream()
                        .filter(part -> part.invoiceId() == invoice.id())
                        .toList());
                assertThat(invoice.balance().minus(settled).isNegative()).isFalse();
            }
            for (Credit credit : credits) {
                Money used = Allocations.total(allocations.stream()
                        .filter(part -> part.credit().equals(credit))
                        .toList());
                assertThat(credit.left().minus(used).isNegative()).isFalse();
            }
        });
    }
}
