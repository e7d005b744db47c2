package fr.perisco.domain.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a mail is on its way. */
public enum MailState {
    /** To be sent by the next sender. */
    WAITING,
    /** The server took it. */
    SENT,
    /** The server said: not now. It is tried again by itself, after growing delays. */
    DEFERRED,
    /** The server said no, or it cannot be made. */
    FAILED,
    /** It may have arrived or not: nobody sends it again by itself. */
    UNCERTAIN,
    /** A clerk took it out of the queue, or there is no need for it any more. */
    CANCELLED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a state by its code; empty when there is none such. */
    public static Optional<MailState> parse(String text) {
        String code = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }

    /** Whether a sender takes it up by itself. */
    public boolean isToSend() {
        return this == WAITING || this == DEFERRED;
    }

    /** Whether an attempt did not bring it to its family, as far as anybody knows. */
    public boolean isSetAside() {
        return this == DEFERRED || this == FAILED || this == UNCERTAIN;
    }
}
