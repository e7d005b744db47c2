/**
 * A child's place in an activity: from when to when, and which family pays.
 *
 * <p>May touch: the packages before this one.
 *
 * <p>Never: SQL, files, the clock, logging, picocli, text for people.
 */
@NullMarked
package fr.perisco.domain.registration;

import org.jspecify.annotations.NullMarked;
