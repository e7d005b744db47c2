/**
 * Delimited files to domain values and back: encodings, separators, headers, and where in a file something is wrong.
 *
 * <p>May touch: domain, Commons CSV.
 *
 * <p>Never: SQL, rules, {@code System.out}.
 */
@NullMarked
package fr.perisco.exchange.csv;

import org.jspecify.annotations.NullMarked;
