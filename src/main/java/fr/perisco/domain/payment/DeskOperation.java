package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in or left again, as the journal of the payment desk shows it.
 *
 * @param number the payment's, also where the bank took it back; the refund's
 * @param time when it was entered on its day, or when PayFiP says it was paid; null when it was entered on another day
 * @param payer who drew the cheque, or else the family's name
 * @param reference may be empty
 * @param amount negative for what left
 */
public record DeskOperation(
        Kind kind,
        long number,
        LocalDate day,
        @Nullable LocalTime time,
        PaymentMethod method,
        String familyCode,
        String payer,
        String reference,
        Money amount) {
    /** What happened to the money. */
    public enum Kind {
        PAYMENT,
        REFUND,
        BOUNCE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final Comparator<DeskOperation> AS_THE_JOURNAL_SHOWS = Comparator.comparing(DeskOperation::day)
            .thenComparing(DeskOperation::method)
            .thenComparing(DeskOperation::time, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(DeskOperation::kind)
            .thenComparing(DeskOperation::number);
}
