/**
 * Shuttles ("navettes"): their stops, the children who have a place in them, and who rides on a day.
 *
 * <p>May touch: reason, calendar, activity.
 *
 * <p>Never: SQL, files, the clock, logging, picocli, text for people.
 */
@NullMarked
package fr.perisco.domain.shuttle;

import org.jspecify.annotations.NullMarked;
