package fr.perisco.fuzz;

import static fr.perisco.fuzz.Target.require;

import fr.perisco.cli.Sentences;
import fr.perisco.domain.reason.InputFault;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How far a file goes: a fault lies inside of it, and can be told.
 *
 * @param lines 1 for an empty file
 * @param columns of all its lines together, at most
 */
record Extent(long lines, long columns) {
    /** A whole page of faults is told like its first ones. */
    private static final int TOLD = 4;

    static Extent of(String text, String separators) {
        long lines = 1;
        for (int i = 0; i < text.length(); i++) {
            boolean isPair = text.charAt(i) == '\n' && i > 0 && text.charAt(i - 1) == '\r';
            lines += (text.charAt(i) == '\n' || text.charAt(i) == '\r') && !isPair ? 1 : 0;
        }
        return new Extent(
                lines,
                1
                        + text.chars()
                                .filter(letter -> separators.indexOf(letter) >= 0)
                                .count());
    }

    /** Of a file in the encoding that it says itself, as far as lines and separators go. */
    static Extent ofFile(byte[] bytes, String separators) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        Charset charset = switch (mark) {
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.ISO_8859_1;
        };
        return of(new String(bytes, charset), separators);
    }

    void requireInside(List<InputFault> faults) {
        for (InputFault fault : faults) {
            require(
                    fault.line() >= 0 && fault.line() <= lines && fault.column() >= 0 && fault.column() <= columns,
                    () -> fault + " lies outside of " + this);
        }
        faults.stream().limit(TOLD).forEach(Sentences::requireTold);
    }
}
