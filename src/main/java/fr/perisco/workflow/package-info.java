/**
 * One task a class: load, ask the rules, save, report.
 *
 * <p>May touch: domain, store, exchange.
 *
 * <p>Never: picocli, jOOQ, console, the clock.
 */
@NullMarked
package fr.perisco.workflow;

import org.jspecify.annotations.NullMarked;
