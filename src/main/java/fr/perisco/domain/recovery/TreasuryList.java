package fr.perisco.domain.recovery;

import fr.perisco.domain.invoice.Letterhead;
import fr.perisco.domain.invoice.Recipient;
import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is handed over to the treasury on a day, debtor by debtor.
 *
 * @param id its number; 0 before it is kept
 */
public record TreasuryList(long id, LocalDate madeOn, Letterhead letterhead, List<Debtor> debtors) {
    /**
     * A family.
     *
     * @param claims at least one, oldest due date first
     */
    public record Debtor(long familyId, String familyCode, String familyName, Recipient recipient, List<Claim> claims) {
        public Debtor {
            claims = List.copyOf(claims);
        }

        public Money total() {
            return claims.stream().map(Claim::balance).reduce(Money.ZERO, Money::plus);
        }
    }

    /**
     * An invoice.
     *
     * @param balance what was left to pay when it was handed over
     * @param level of the last reminder; 0 for none
     * @param remindedOn null for never
     */
    public record Claim(
            long invoiceId,
            String number,
            YearMonth month,
            LocalDate issuedOn,
            LocalDate dueOn,
            Money amount,
            Money balance,
            int level,
            @Nullable LocalDate remindedOn) {
        static Claim of(OverdueInvoice invoice) {
            return new Claim(
                    invoice.id(),
                    invoice.number(),
                    invoice.month(),
                    invoice.issuedOn(),
                    invoice.dueOn(),
                    invoice.amount(),
                    invoice.balance(),
                    invoice.reminded(),
                    invoice.remindedOn());
        }
    }

    public TreasuryList {
        debtors = List.copyOf(debtors);
    }

    public Money total() {
        return debtors.stream().map(Debtor::total).reduce(Money.ZERO, Money::plus);
    }

    public int invoices() {
        return debtors.stream().mapToInt(debtor -> debtor.claims().size()).sum();
    }
}
