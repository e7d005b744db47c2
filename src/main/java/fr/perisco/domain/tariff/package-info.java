/**
 * What a day costs: grids by date, quotient and residence.
 *
 * <p>May touch: the packages before this one.
 *
 * <p>Never: SQL, files, the clock, logging, picocli, text for people.
 */
@NullMarked
package fr.perisco.domain.tariff;

import org.jspecify.annotations.NullMarked;
