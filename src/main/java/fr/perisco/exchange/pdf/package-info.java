/**
 * The documents that families receive: invoices, credit notes and credential sheets as A4 letters in PDF; and what hangs
 * on walls, is ticked by hand or goes to a meeting: roll-call sheets, the kitchen's counts, the month's report. Always French.
 *
 * <p>Mine: the page (window of the envelope, folds, columns), the fonts, the French words of
 * {@code documents.properties}, and how an amount or a date is written on paper. The same values give the same bytes,
 * on every machine and thread.
 *
 * <p>May touch: {@code fr.perisco.domain}, {@code fr.perisco.exchange.chart}, OpenPDF, ZXing (QR codes), the Java library. Everything that a document
 * says is handed in, and it is written to a stream that is handed in.
 *
 * <p>Never: SQL, rules, sums of money, the clock, a random source, the default locale, {@code System.out}, files.
 */
@NullMarked
package fr.perisco.exchange.pdf;

import org.jspecify.annotations.NullMarked;
