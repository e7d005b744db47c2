package fr.perisco.domain.payment;

import java.util.Locale;
import java.util.Optional;

/** What became of a payment: PayFiP's {@code resultrans}. */
public enum PayFipResult {
    PAID_BY_CARD("P", true),
    PAID_BY_DEBIT("V", true),
    REFUSED_CARD("R", false),
    REFUSED_DEBIT("Z", false),
    ABANDONED("A", false);

    private final String letter;
    private final boolean paid;

    PayFipResult(String letter, boolean paid) {
        this.letter = letter;
        this.paid = paid;
    }

    public String letter() {
        return letter;
    }

    public boolean isPaid() {
        return paid;
    }

    public static Optional<PayFipResult> parse(String text) {
        String letter = text.strip().toUpperCase(Locale.ROOT);
        for (PayFipResult result : values()) {
            if (result.letter.equals(letter)) {
                return Optional.of(result);
            }
        }
        return Optional.empty();
    }
}
