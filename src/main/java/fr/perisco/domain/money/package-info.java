/**
 * Amounts: whole cents of euro, exact.
 *
 * <p>May touch: the Java library.
 *
 * <p>Never: SQL, files, the clock, logging, picocli, text for people.
 */
@NullMarked
package fr.perisco.domain.money;

import org.jspecify.annotations.NullMarked;
