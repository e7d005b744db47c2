package fr.perisco.exchange.mail;

import java.util.regex.Pattern;

/** A PDF that a mail carries. */
public final class Attachment {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final String name;
    private final byte[] content;

    /**
     * @param name of ASCII letters, digits, dots, hyphens and underscores
     * @param content which is not copied
     */
    public Attachment(String name, byte[] content) {
        if (!PLAIN.matcher(name).matches()) {
            throw new IllegalArgumentException("no plain file name: " + name);
        }
        this.name = name;
        this.content = content;
    }

    String name() {
        return name;
    }

    byte[] content() {
        return content;
    }
}
