package fr.perisco.exchange.csv;

import fr.perisco.domain.reason.BadInput;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The text of a file whose encoding nobody declared: a byte order mark tells, else UTF-8 where it is valid, else Windows-1252. */
final class CsvText {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private CsvText() {}

    static String decode(byte[] bytes, String source, @Nullable Charset override) {
        if (override != null) {
            try {
                return withoutMark(strictly(bytes, 0, override));
            } catch (CharacterCodingException e) {
                throw BadInput.of(source, "csv.charset", override.name());
            }
        }
        try {
            if (startsWith(bytes, 0xFE, 0xFF)) {
                return strictly(bytes, 2, StandardCharsets.UTF_16BE);
            }
            if (startsWith(bytes, 0xFF, 0xFE)) {
                return strictly(bytes, 2, StandardCharsets.UTF_16LE);
            }
        } catch (CharacterCodingException e) {
            throw BadInput.of(source, "csv.charset", StandardCharsets.UTF_16.name());
        }
        try {
            return withoutMark(strictly(bytes, 0, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS_1252);
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static String strictly(byte[] bytes, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString();
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
