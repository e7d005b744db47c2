package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/** Takes passwords from a terminal that does not show them, or from the lines of standard input; never from the command line. */
final class PasswordInput {
    private static final int MOST_BYTES = 1024;

    private final Desk desk;

    PasswordInput(Desk desk) {
        this.desk = desk;
    }

    /**
     * @param prompt the key of what the person at the terminal is asked
     * @return to be wiped
     * @throws Misused when there is none, or one of more than 1024 bytes
     */
    char[] read(String prompt) {
        return composed(typed(prompt));
    }

    /** An accent typed as a sign of its own, as some keyboards do, is the same letter: Unicode's form C. */
    private static char[] composed(char[] letters) {
        CharBuffer typed = CharBuffer.wrap(letters);
        if (Normalizer.isNormalized(typed, Normalizer.Form.NFC)) {
            return letters;
        }
        char[] composed = Normalizer.normalize(typed, Normalizer.Form.NFC).toCharArray();
        Arrays.fill(letters, '\0');
        return composed;
    }

    private char[] typed(String prompt) {
        if (desk.surroundings().answering()) {
            return desk.surroundings()
                    .hidden()
                    .read(desk.words().say(prompt))
                    .orElseThrow(() -> Misused.because("credential.no-hidden-line"));
        }
        byte[] line = new byte[MOST_BYTES];
        try {
            return letters(line, length(line));
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-read", "-"), e);
        } finally {
            Arrays.fill(line, (byte) 0);
        }
    }

    private int length(byte[] line) throws IOException {
        InputStream in = desk.surroundings().in();
        int length = 0;
        int next = in.read();
        if (next < 0) {
            throw Misused.because("credential.no-line");
        }
        while (next >= 0 && next != '\n') {
            if (length == MOST_BYTES) {
                throw Misused.because("credential.line-too-long", MOST_BYTES);
            }
            line[length++] = (byte) next;
            next = in.read();
        }
        return length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    }

    private static char[] letters(byte[] line, int length) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(line, 0, length));
        char[] letters = new char[decoded.remaining()];
        decoded.get(letters);
        Arrays.fill(decoded.array(), '\0');
        return letters;
    }
}
