/**
 * Families, their guardians, children, dated quotients and residence.
 *
 * <p>May touch: reason, money, calendar.
 *
 * <p>Never: SQL, files, the clock, logging, picocli, text for people.
 */
@NullMarked
package fr.perisco.domain.family;

import org.jspecify.annotations.NullMarked;
