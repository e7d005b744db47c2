package fr.perisco.domain.invoice;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;

/**
 * What a family still owed of its earlier invoices.
 *
 * @param amount not negative; zero is not printed
 * @param takenOn the day on which it was so
 */
public record CarriedBalance(Money amount, LocalDate takenOn) {
    void addTo(Digest digest) {
        digest.add(amount.cents()).add(takenOn);
    }
}
