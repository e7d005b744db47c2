package fr.perisco.workflow;

import fr.perisco.exchange.mail.LetterMessage;
import java.util.Optional;

/**
 * A mail that is ready to go.
 *
 * @param password that it carries, with the hash to be stored before it goes
 */
record MailDraft(LetterMessage message, Optional<DrawnPassword> password) {}
