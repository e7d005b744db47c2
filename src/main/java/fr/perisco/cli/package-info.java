/**
 * One command a class: options in, words and exit code out.
 *
 * <p>May touch: workflow, domain (to read results), picocli, {@code exchange.table}.
 *
 * <p>Never: store, the rest of exchange, jOOQ, arithmetic on money or dates.
 */
@NullMarked
package fr.perisco.cli;

import org.jspecify.annotations.NullMarked;
