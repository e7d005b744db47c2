package fr.perisco.domain.payment;

import java.util.Locale;
import java.util.Optional;

/** How a family paid. */
public enum PaymentMethod {
    CASH("especes"),
    CHEQUE("cheque"),
    CARD("carte"),
    TRANSFER("virement"),
    DEBIT("prelevement"),
    CESU("cesu"),
    PAYFIP("payfip");

    private final String french;

    PaymentMethod(String french) {
        this.french = french;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a bank can take back what was paid so. */
    public boolean canBounce() {
        return this != CASH;
    }

    /** Whether a family can be given money back so. */
    public boolean canRefund() {
        return switch (this) {
            case CASH, CHEQUE, CARD, TRANSFER -> true;
            case DEBIT, CESU, PAYFIP -> false;
        };
    }

    /** Whether what is paid so lies in the office's drawer until it is taken to the treasury on a deposit slip. */
    public boolean isDeposited() {
        return this == CASH || this == CHEQUE || this == CESU;
    }

    public static Optional<PaymentMethod> parse(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replace('è', 'e').replace('é', 'e');
        for (PaymentMethod method : values()) {
            if (plain.equals(method.code()) || plain.equals(method.french)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
