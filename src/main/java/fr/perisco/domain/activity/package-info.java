/**
 * What the office offers: activities, their units, and the days on which a unit is open.
 *
 * <p>May touch: reason, money, calendar.
 *
 * <p>Never: SQL, files, the clock, logging, picocli, text for people.
 */
@NullMarked
package fr.perisco.domain.activity;

import org.jspecify.annotations.NullMarked;
