package fr.perisco.domain.family;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A child.
 *
 * @param sex F, M or empty
 * @param diet neutral words, such as "sans porc"; empty when there is nothing to heed
 */
public record Child(
        long id,
        String code,
        String lastName,
        String firstName,
        @Nullable LocalDate birthOn,
        String sex,
        String diet,
        @Nullable LocalDate vaccinesUntil) {
    /** Last name then first name, the order of lists and invoices. */
    public String fullName() {
        return (lastName + " " + firstName).strip();
    }
}
