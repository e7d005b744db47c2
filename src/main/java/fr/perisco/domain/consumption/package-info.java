/**
 * Which of those days are billed, as what, and to whom.
 *
 * <p>May touch: the packages before this one.
 *
 * <p>Never: SQL, files, the clock, logging, picocli, text for people.
 */
@NullMarked
package fr.perisco.domain.consumption;

import org.jspecify.annotations.NullMarked;
