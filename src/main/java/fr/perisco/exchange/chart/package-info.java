/**
 * Bar charts, drawn on whatever is handed in: a page or a picture. The same chart gives the same drawing.
 *
 * <p>Mine: colours, letters and scales of charts, and how a picture is written as PNG. The words of a chart are handed in.
 *
 * <p>May touch: {@code fr.perisco.domain}, JFreeChart, {@code java.awt}, the fonts of the documents.
 *
 * <p>Never: SQL, rules, the clock, the default locale, {@code System.out}, a screen. Of files, only the fonts' own copies, which
 * Java's fonts are read from, in the temporary folder while charts are drawn.
 */
@NullMarked
package fr.perisco.exchange.chart;

import org.jspecify.annotations.NullMarked;
