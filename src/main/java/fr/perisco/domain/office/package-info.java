/**
 * The office's own settings, as one set of values that fit together.
 *
 * <p>May touch: the packages before this one.
 *
 * <p>Never: SQL, files, the clock, logging, picocli, text for people.
 */
@NullMarked
package fr.perisco.domain.office;

import org.jspecify.annotations.NullMarked;
