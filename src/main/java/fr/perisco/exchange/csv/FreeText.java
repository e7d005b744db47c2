package fr.perisco.exchange.csv;

import fr.perisco.domain.reason.Misused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A text that was typed or piped in, made fit to keep as one line. What is wrong with it is told without its words. */
public final class FreeText {
    /** The longest text, in characters. */
    public static final int LONGEST = 1000;

    private FreeText() {}

    /**
     * @param bytes UTF-8; byte order marks, which nobody sees, are left out
     * @throws Misused when it is empty, too long, holds control characters or reversed writing, or is no UTF-8
     */
    public static String of(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return of(text.replace("\ufeff", ""));
        } catch (CharacterCodingException e) {
            throw Misused.because("text.not-utf-8");
        }
    }

    private static String of(String raw) {
        String text = Cleaned.of(raw);
        int hostile = Cleaned.hostileIn(text);
        if (text.isEmpty()) {
            throw Misused.because("text.empty");
        }
        if (hostile >= 0) {
            throw Misused.because("text.control-character", "U+%04X".formatted(hostile));
        }
        if (text.length() > LONGEST) {
            throw Misused.because("text.too-long", text.length(), LONGEST);
        }
        return text;
    }
}
