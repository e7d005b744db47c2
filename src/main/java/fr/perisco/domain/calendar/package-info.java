/**
 * Days: sets of them in a month, public holidays, the school calendar, notice periods and their deadlines.
 *
 * <p>May touch: reason, money.
 *
 * <p>Never: SQL, files, the clock, logging, picocli, text for people.
 */
@NullMarked
package fr.perisco.domain.calendar;

import org.jspecify.annotations.NullMarked;
