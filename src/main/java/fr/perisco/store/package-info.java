/**
 * Rows to domain values and back, the transaction, the schema's version, how a secret is stored.
 *
 * <p>May touch: domain, jOOQ, Flyway, JDBC, the password-hash library.
 *
 * <p>Never: rules, console, CSV.
 */
@NullMarked
package fr.perisco.store;

import org.jspecify.annotations.NullMarked;
