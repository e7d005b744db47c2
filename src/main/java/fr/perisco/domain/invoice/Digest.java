package fr.perisco.domain.invoice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 over a sequence of values, each closed by a separator that no text of an office can hold. */
public final class Digest {
    private static final byte SEPARATOR = 0x1f;

    private final MessageDigest sha256;

    public Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public Digest add(@Nullable Object value) {
        sha256.update(String.valueOf(value).getBytes(StandardCharsets.UTF_8));
        sha256.update(SEPARATOR);
        return this;
    }

    public Digest addBytes(byte[] bytes) {
        sha256.update(bytes);
        return this;
    }

    public byte[] bytes() {
        return sha256.digest();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }
}
