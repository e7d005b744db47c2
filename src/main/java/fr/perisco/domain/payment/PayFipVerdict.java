package fr.perisco.domain.payment;

import java.util.Locale;

/** What a payment made online is to the office. */
public enum PayFipVerdict {
    /** It settles the invoice's balance to the cent. */
    MATCHED,
    /** It leaves something to pay. */
    PARTIAL,
    /** It is more than the balance: the excess is the family's credit. */
    OVERPAID,
    /** Nothing was left to pay: all of it is the family's credit. */
    ALREADY_PAID,
    /** No invoice has that number. */
    UNKNOWN,
    /** It was paid to another office. */
    WRONG_CLIENT,
    /** It is recorded already. */
    DUPLICATE,
    /** Nothing was paid. */
    REFUSED,
    /** No money moved: a trial, while the office is not in trials of that kind. */
    TEST;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the payment is recorded now. */
    public boolean isTaken() {
        return compareTo(ALREADY_PAID) <= 0;
    }

    /** Whether somebody must find out whose money it is. */
    public boolean isOpen() {
        return this == UNKNOWN || this == WRONG_CLIENT;
    }
}
