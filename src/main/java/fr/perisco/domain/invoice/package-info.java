/**
 * The month's invoices: lines, numbers, totals, fingerprint.
 *
 * <p>May touch: the packages before this one.
 *
 * <p>Never: SQL, files, the clock, logging, picocli, text for people.
 */
@NullMarked
package fr.perisco.domain.invoice;

import org.jspecify.annotations.NullMarked;
