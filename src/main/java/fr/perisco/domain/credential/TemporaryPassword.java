package fr.perisco.domain.credential;

import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Optional;
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
    private static final int LENGTH = GROUPS * GROUP_LENGTH + GROUPS - 1;
    private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212";

    private final char[] letters;

    private TemporaryPassword(char[] letters) {
        this.letters = letters;
    }

    /**
     * @param random a secure source
     */
    public static TemporaryPassword draw(RandomGenerator random) {
        char[] letters = new char[LENGTH];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = isDash(i) ? '-' : ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        }
        return new TemporaryPassword(letters);
    }

    /**
     * Reads one as people copy it from a sheet: with or without dashes and spaces, in letters of any size, which are told apart in both
     * sizes as neither L nor O is among them. Empty where it is none. To be wiped.
     */
    public static Optional<TemporaryPassword> typed(CharSequence text) {
        char[] letters = new char[LENGTH];
        int length = 0;
        boolean isOne = true;
        for (int i = 0; isOne && i < text.length(); i++) {
            char letter = text.charAt(i);
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter) || DASHES.indexOf(letter) >= 0) {
                continue;
            }
            char small = letter >= 'A' && letter <= 'Z' ? (char) (letter - 'A' + 'a') : letter;
            isOne = ALPHABET.indexOf(small) >= 0 && length < LENGTH;
            if (isOne) {
                letters[length++] = small;
                if (isDash(length)) {
                    letters[length++] = '-';
                }
            }
        }
        TemporaryPassword read = new TemporaryPassword(letters);
        if (isOne && length == LENGTH) {
            return Optional.of(read);
        }
        read.wipe();
        return Optional.empty();
    }

    private static boolean isDash(int place) {
        return place % (GROUP_LENGTH + 1) == GROUP_LENGTH && place < LENGTH;
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
