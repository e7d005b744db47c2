/**
 * What a month comes to in figures: days, documents, revenue, what is owed and what was paid.
 *
 * <p>May touch: the packages before this one.
 *
 * <p>Never: SQL, files, the clock, logging, picocli, text for people, names of children, diets.
 */
@NullMarked
package fr.perisco.domain.report;

import org.jspecify.annotations.NullMarked;
