package fr.perisco.domain.family;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Someone who may fetch a child besides its guardians.
 *
 * @param relation such as {@code grand-mère}; empty when nobody told
 * @param from first day; null for since ever
 * @param to last day, included; null for good
 */
public record AuthorisedPerson(
        String name,
        String phone,
        String relation,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    public boolean isOn(LocalDate day) {
        return (from == null || !from.isAfter(day)) && (to == null || !to.isBefore(day));
    }

    /** Whether it is the same person, however the name is spelt. */
    public boolean isNamed(String other) {
        return NameKey.of(name).equals(NameKey.of(other));
    }
}
