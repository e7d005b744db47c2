/**
 * Why something cannot be done, as a code and its details: words come last, in the bundles.
 *
 * <p>May touch: the Java library.
 *
 * <p>Never: SQL, files, the clock, logging, picocli, text for people.
 */
@NullMarked
package fr.perisco.domain.reason;

import org.jspecify.annotations.NullMarked;
