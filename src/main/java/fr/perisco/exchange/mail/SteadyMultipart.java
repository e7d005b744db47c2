package fr.perisco.exchange.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;

/** Parts between boundaries that are the same each time. */
final class SteadyMultipart extends MimeMultipart {
    /**
     * @param boundary that begins with {@code =_}, which no encoded content can hold
     */
    SteadyMultipart(String subtype, String boundary, BodyPart... parts) throws MessagingException {
        ParameterList parameters = new ParameterList();
        parameters.set("boundary", boundary);
        contentType = new ContentType("multipart", subtype, parameters).toString();
        for (BodyPart part : parts) {
            addBodyPart(part);
        }
    }
}
