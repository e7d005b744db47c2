package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A child for whom a family pays.
 *
 * @param birthOn null when nobody told
 */
public record CaredChild(
        long id, String code, String name, @Nullable LocalDate birthOn) {
    /** What was paid for the child's care in a year; negative when more was given back. */
    public record Care(CaredChild child, Money paid) {}
}
