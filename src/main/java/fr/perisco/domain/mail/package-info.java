/**
 * Mails to families: what they are about, the states that they go through, when they are tried again, and the server that takes them.
 *
 * <p>May touch: the packages before this one.
 *
 * <p>Never: SQL, files, the network, the clock, logging, picocli, text for people.
 */
@NullMarked
package fr.perisco.domain.mail;

import org.jspecify.annotations.NullMarked;
