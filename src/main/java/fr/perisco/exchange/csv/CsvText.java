package fr.perisco.exchange.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.Constants;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * The text of a file whose encoding nobody declared: a byte order mark tells, else UTF-8 where it is valid, or was before it was
 * damaged, else Windows-1252. What the encoding has no letter for becomes U+FFFD, which no file may hold.
 *
 * @param hasMark whether a byte order mark stood in front
 * @param isDeclared whether the clerk said the encoding
 */
record CsvText(String text, Charset charset, boolean hasMark, boolean isDeclared) {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final char MARK = '\uFEFF';
    private static final char UNREADABLE = '\ufffd';

    static CsvText decode(byte[] bytes, @Nullable Charset override) {
        if (override != null) {
            return withoutMark(new String(bytes, override), override, true);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return replacing(bytes, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return replacing(bytes, StandardCharsets.UTF_16LE);
        }
        // Java's own constructor is many times faster than a strict decoder, and leaves its mark where that would have
        // stopped.
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(UNREADABLE) < 0 || isValidUtf8(bytes)) {
            return withoutMark(text, StandardCharsets.UTF_8, false);
        }
        return replacing(bytes, isDamagedUtf8(bytes) ? StandardCharsets.UTF_8 : WINDOWS_1252);
    }

    private static boolean isValidUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static CsvText replacing(byte[] bytes, Charset charset) {
        return withoutMark(new String(bytes, charset), charset, false);
    }

    private static CsvText withoutMark(String text, Charset charset, boolean isDeclared) {
        String unmarked = unmarked(text);
        return new CsvText(unmarked, charset, unmarked.length() < text.length(), isDeclared);
    }

    /** A text without the byte order marks in front of it, which files glued together have in their midst. */
    static String unmarked(String text) {
        int from = 0;
        while (from < text.length() && text.charAt(from) == MARK) {
            from++;
        }
        return text.substring(from);
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** Whether bytes that are not UTF-8 were meant to be, by Mozilla's detector. */
    private static boolean isDamagedUtf8(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes);
        detector.dataEnd();
        return Constants.CHARSET_UTF_8.equals(detector.getDetectedCharset());
    }

    /**
     * Bytes in the file's own encoding, for lines that are to be mended; in UTF-8 where that would lose a letter, where the
     * encoding can only be read, or where these lines alone would be taken for another one.
     */
    byte[] encode(String lines) {
        String marked = hasMark ? MARK + lines : lines;
        if (charset.canEncode() && lines.indexOf(UNREADABLE) < 0) {
            byte[] bytes = marked.getBytes(charset);
            if (isDeclared || decode(bytes, null).text().equals(lines)) {
                return bytes;
            }
        }
        return marked.getBytes(StandardCharsets.UTF_8);
    }
}
