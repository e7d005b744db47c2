/**
 * Mails to families as they go over the wire: their French words from {@code mails.properties}, text and HTML, the PDF that they carry,
 * and the talk with the server that takes them.
 *
 * <p>Mine: what SMTP's answers mean, TLS, timeouts, and that no text of an import becomes a header. The same letter gives the same bytes.
 *
 * <p>May touch: {@code fr.perisco.domain}, Angus Mail, the Java library. Everything that a mail says is handed in.
 *
 * <p>Never: SQL, rules, the clock, the default locale, {@code System.out}, files, the environment.
 */
@NullMarked
package fr.perisco.exchange.mail;

import org.jspecify.annotations.NullMarked;
