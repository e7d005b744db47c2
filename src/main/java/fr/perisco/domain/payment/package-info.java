/**
 * What was paid, which invoice it settles, and the PayFiP payment reference.
 *
 * <p>May touch: the packages before this one.
 *
 * <p>Never: SQL, files, the clock, logging, picocli, text for people.
 */
@NullMarked
package fr.perisco.domain.payment;

import org.jspecify.annotations.NullMarked;
