package fr.perisco.domain.family;

import java.time.LocalDate;

/**
 * A duplicate that was merged into another family.
 *
 * @param family the duplicate's code
 * @param into the code of the family that goes on
 */
public record Merge(String family, String into, LocalDate on) {}
