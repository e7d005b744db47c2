package fr.perisco.workflow;

import fr.perisco.exchange.csv.NotificationBody;
import java.util.Map;

/** Turns what PayFiP posts to a portal into a row of a payment file; it needs no office. */
public final class NotificationReading {
    private NotificationReading() {}

    /**
     * The row's fields by their names, in the order of the file's columns.
     *
     * @param source the body's name, for messages
     * @throws fr.perisco.domain.reason.BadInput with every fault
     */
    public static Map<String, String> row(byte[] body, String source) {
        return NotificationBody.read(body, source);
    }
}
