/**
 * Logins, the temporary passwords drawn for them, which families get one and in which order they are handed out.
 *
 * <p>May touch: reason and the packages before this one; a random source that it is handed.
 *
 * <p>Never: SQL, files, the clock, logging, picocli, text for people.
 */
@NullMarked
package fr.perisco.domain.credential;

import org.jspecify.annotations.NullMarked;
