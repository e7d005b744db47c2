package fr.perisco.domain.invoice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 over a sequence of values, each closed by a separator that no text of an office can hold. */
public final class Digest {
    private static final char SEPARATOR = 0x1f;
    private static final int FLUSH_AFTER = 4_096;

    private final MessageDigest sha256;
    private final StringBuilder text = new StringBuilder();

    public Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public Digest add(@Nullable Object value) {
        text.append(value).append(SEPARATOR);
        return flushedIfLong();
    }

    public Digest add(long value) {
        text.append(value).append(SEPARATOR);
        return flushedIfLong();
    }

    public Digest addBytes(byte[] bytes) {
        flush();
        sha256.update(bytes);
        return this;
    }

    private Digest flushedIfLong() {
        if (text.length() > FLUSH_AFTER) {
            flush();
        }
        return this;
    }

    private void flush() {
        if (!text.isEmpty()) {
            sha256.update(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        }
    }

    /** The digest of what was added; the next one begins empty. */
    public byte[] bytes() {
        flush();
        return sha256.digest();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }
}
