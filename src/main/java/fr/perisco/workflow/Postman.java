package fr.perisco.workflow;

import fr.perisco.domain.mail.Delivery;
import fr.perisco.domain.mail.QueuedMail;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.exchange.mail.LetterMessage;

/** Takes mails to where they go. */
interface Postman extends AutoCloseable {
    /**
     * Makes sure that somebody takes mails, before any is begun.
     *
     * @throws Unavailable when nobody takes mails now
     */
    void reach();

    /**
     * Takes one mail.
     *
     * @throws Unavailable when nobody takes mails now; this one was not taken
     */
    Delivery deliver(QueuedMail mail, LetterMessage message);

    @Override
    void close();
}
