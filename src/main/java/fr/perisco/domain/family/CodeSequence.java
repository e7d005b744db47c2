package fr.perisco.domain.family;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws codes in the sequence that an office's codes are in: the prefix and the width of the highest number of the most used
 * prefix, from the number behind it. A code that was ever used is not drawn again.
 */
public final class CodeSequence {
    private static final Pattern NUMBERED = Pattern.compile("(\\p{L}{1,10})(\\d{1,12})");
    private static final int WIDTH = 6;

    private final String prefix;
    private final int width;
    private long last;

    private CodeSequence(String prefix, int width, long last) {
        this.prefix = prefix;
        this.width = width;
        this.last = last;
    }

    /**
     * @param used all codes there are and were
     * @param prefix letters of the first code of an office that has none, before six digits
     */
    public static CodeSequence behind(Collection<String> used, String prefix) {
        Map<String, CodeSequence> sequences = new TreeMap<>();
        Map<String, Integer> uses = new HashMap<>();
        for (String code : used) {
            Matcher numbered = NUMBERED.matcher(code);
            if (numbered.matches()) {
                String letters = numbered.group(1);
                String digits = numbered.group(2);
                long number = Long.parseLong(digits);
                CodeSequence known = sequences.get(letters);
                if (known == null || number > known.last) {
                    sequences.put(letters, new CodeSequence(letters, digits.length(), number));
                }
                uses.merge(letters, 1, Integer::sum);
            }
        }
        String most = prefix;
        for (String letters : sequences.keySet()) {
            if (uses.getOrDefault(letters, 0) > uses.getOrDefault(most, 0)) {
                most = letters;
            }
        }
        CodeSequence found = sequences.get(most);
        return found == null ? new CodeSequence(prefix, WIDTH, 0) : found;
    }

    /** A code that nothing has. */
    public String next() {
        last++;
        String digits = Long.toString(last);
        return prefix + "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
