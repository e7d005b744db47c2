package fr.perisco.domain.credential;

import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A password drawn for a family: sixteen of 32 unambiguous letters and digits, 80 bits (CNIL, deliberation 2022-100), in
 * four groups. It exists in clear on one sheet or in one mail only: it has no {@code toString}, and is wiped once it is
 * printed and hashed.
 */
public final class TemporaryPassword {
    static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    private final char[] letters;

    private TemporaryPassword(char[] letters) {
        this.letters = letters;
    }

    /**
     * @param random a secure source
     */
    public static TemporaryPassword draw(RandomGenerator random) {
        char[] letters = new char[GROUPS * GROUP_LENGTH + GROUPS - 1];
        for (int i = 0; i < letters.length; i++) {
            letters[i] =
                    i % (GROUP_LENGTH + 1) == GROUP_LENGTH ? '-' : ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        }
        return new TemporaryPassword(letters);
    }

    /** A view, for the one place that prints or hashes it; blank once the password is wiped. */
    public CharBuffer text() {
        return CharBuffer.wrap(letters).asReadOnlyBuffer();
    }

    /** Leaves nothing of it in memory here. */
    public void wipe() {
        Arrays.fill(letters, ' ');
    }
}
