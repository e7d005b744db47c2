/**
 * The set of days of a registration, a unit and a month, and the rules that add to it and take from it.
 *
 * <p>May touch: the packages before this one.
 *
 * <p>Never: SQL, files, the clock, logging, picocli, text for people.
 */
@NullMarked
package fr.perisco.domain.reservation;

import org.jspecify.annotations.NullMarked;
