/**
 * What is overdue, and what is done about it: reminders, holds, payment plans, the treasury, the debt limit.
 *
 * <p>May touch: the packages before this one.
 *
 * <p>Never: SQL, files, the clock, logging, picocli, text for people.
 */
@NullMarked
package fr.perisco.domain.recovery;

import org.jspecify.annotations.NullMarked;
