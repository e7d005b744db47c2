/**
 * Which of those days are billed, and as what.
 *
 * <p>May touch: the packages before this one.
 *
 * <p>Never: SQL, files, the clock, logging, picocli, text for people.
 */
@NullMarked
package fr.perisco.domain.consumption;

import org.jspecify.annotations.NullMarked;
