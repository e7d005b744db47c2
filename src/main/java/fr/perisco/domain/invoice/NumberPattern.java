package fr.perisco.domain.invoice;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How documents are numbered: {@code F{office}{yy}{mm}{seq:4}}. Numbers are continuous from 1 within what stands before the
 * sequence, which closes the pattern. A number is 6 to 30 letters and digits, so that it can be a PayFiP reference.
 *
 * @param digits of the sequence, 1 to 9
 */
public record NumberPattern(String beforeSequence, int digits) {
    private static final Pattern WRITTEN =
            Pattern.compile("((?:[A-Za-z0-9]|\\{office}|\\{yy}|\\{yyyy}|\\{mm})*)\\{seq:([1-9])}");
    private static final int SHORTEST = 6;
    private static final int LONGEST = 30;

    /** Reads a pattern; empty when it is not of the form above. */
    public static Optional<NumberPattern> parse(String text) {
        Matcher parts = WRITTEN.matcher(text.strip());
        return parts.matches()
                ? Optional.of(new NumberPattern(parts.group(1), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    /** What stands before the sequence for documents of this day: the name of their series. */
    public String prefix(String office, LocalDate issuedOn) {
        return beforeSequence
                .replace("{office}", office)
                .replace("{yyyy}", "%04d".formatted(issuedOn.getYear()))
                .replace("{yy}", "%02d".formatted(issuedOn.getYear() % 100))
                .replace("{mm}", "%02d".formatted(issuedOn.getMonthValue()));
    }

    /** Whether its numbers can serve as PayFiP references. */
    public boolean fitsReferences(String office) {
        int length = prefix(office, LocalDate.EPOCH).length() + digits;
        return length >= SHORTEST && length <= LONGEST && office.chars().allMatch(NumberPattern::isPlain);
    }

    private static boolean isPlain(int letter) {
        return letter < 128 && Character.isLetterOrDigit(letter);
    }

    /** The last sequence number that the digits can write. */
    public long highestSequence() {
        return Math.round(Math.pow(10, digits)) - 1;
    }

    /**
     * The number with this sequence.
     *
     * @throws IllegalArgumentException when the series is full
     */
    public String number(String prefix, long sequence) {
        if (sequence < 1 || sequence > highestSequence()) {
            throw new IllegalArgumentException("no number " + sequence + " in a series of " + digits + " digits");
        }
        String written = Long.toString(sequence);
        return prefix + "0".repeat(digits - written.length()) + written;
    }
}
