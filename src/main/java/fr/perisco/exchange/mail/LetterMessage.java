package fr.perisco.exchange.mail;

import fr.perisco.domain.mail.MailAddress;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A letter in the form of RFC 5322: the same letter gives the same bytes, whenever it is made. */
public final class LetterMessage extends MimeMessage {
    private static final Session NOWHERE = Session.getInstance(new Properties());
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Letter letter;
    private boolean begun;

    private LetterMessage(Letter letter) throws MessagingException {
        super(NOWHERE);
        this.letter = letter;
        setFrom(internet(letter.from()));
        if (letter.replyTo().isPresent()) {
            setReplyTo(new InternetAddress[] {internet(letter.replyTo().get())});
        }
        setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        setSubject(letter.text().subject(), UTF_8);
        setSentDate(Date.from(letter.queuedAt()));
        setHeader("Auto-Submitted", "auto-generated");
        setContent(content());
        saveChanges();
    }

    /**
     * Makes the message of a letter.
     *
     * @throws Refused when its address is none that a server takes
     */
    public static LetterMessage of(Letter letter) {
        try {
            return new LetterMessage(letter);
        } catch (AddressException e) {
            throw new Refused(List.of(Reason.of("mail.no-address", letter.to())));
        } catch (MessagingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static InternetAddress internet(MailAddress address) throws MessagingException {
        InternetAddress internet = new InternetAddress(address.address(), true);
        if (!address.name().isEmpty()) {
            try {
                internet.setPersonal(PlainLine.of(address.name()), UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return internet;
    }

    private SteadyMultipart content() throws MessagingException {
        String boundary = "=_perisco_" + letter.id() + "_";
        SteadyMultipart words = new SteadyMultipart(
                "alternative",
                boundary + "2",
                text(letter.text().plain(), "plain"),
                text(letter.text().html(), "html"));
        if (letter.attachments().isEmpty()) {
            return words;
        }
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(words);
        SteadyMultipart all = new SteadyMultipart("mixed", boundary + "1", first);
        for (Attachment attachment : letter.attachments()) {
            all.addBodyPart(part(attachment));
        }
        return all;
    }

    private static BodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        String type = "text/" + subtype + "; charset=UTF-8";
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(text.getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static BodyPart part(Attachment attachment) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), "application/pdf")));
        part.setHeader("Content-Transfer-Encoding", "base64");
        part.setDisposition(ATTACHMENT);
        part.setFileName(attachment.name());
        return part;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader(
                "Message-ID",
                "<perisco.%d.%d@%s>"
                        .formatted(
                                letter.id(),
                                letter.queuedAt().toEpochMilli(),
                                letter.from().domain()));
    }

    /** Writes it to a server or a file. */
    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
        begun = true;
        super.writeTo(out, ignored);
    }

    /** Writes it as the content of a file. */
    public void writeFile(OutputStream out) throws IOException {
        try {
            writeTo(out);
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    /** Whether some of it has gone out: from here on, a server may have taken it though it does not say so. */
    boolean isBegun() {
        return begun;
    }

    /** Nothing of it has gone out in a new attempt. */
    void startAgain() {
        begun = false;
    }

    String to() {
        return letter.to();
    }
}
