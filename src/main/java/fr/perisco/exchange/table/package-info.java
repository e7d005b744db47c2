/**
 * Lists and records as a terminal table, as CSV for scripts or as JSON, written to a stream that it is handed.
 *
 * <p>May touch: domain, Commons CSV, a table library, a JSON library.
 *
 * <p>Never: SQL, rules, {@code System.out}.
 */
@NullMarked
package fr.perisco.exchange.table;

import org.jspecify.annotations.NullMarked;
