package fr.perisco.cli;

import fr.perisco.domain.calendar.WrittenDay;
import fr.perisco.domain.reason.Misused;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the line of a cancellation: codes, then days. For one child these are child, activity and unit; for a school or
 * class activity and unit, or none to mean all.
 *
 * @param codes in the order in which they were given
 */
record CancelledWords(List<String> codes, List<LocalDate> days) {
    private static final List<String> OF_A_CHILD = List.of("CHILD", "ACTIVITY", "UNIT");
    private static final int OF_A_UNIT = 2;

    /**
     * @throws Misused when a word after the codes is no day, or codes are missing
     */
    static CancelledWords read(List<String> words, boolean group) {
        int codes = 0;
        int most = group ? OF_A_UNIT : OF_A_CHILD.size();
        while (codes < Math.min(most, words.size())
                && !(group && WrittenDay.parse(words.get(codes)).isPresent())) {
            codes++;
        }
        if (!group && codes < most) {
            throw Misused.because("usage.missing", String.join(" ", OF_A_CHILD.subList(codes, most)));
        }
        return new CancelledWords(
                List.copyOf(words.subList(0, codes)),
                words.subList(codes, words.size()).stream()
                        .map(CancelledWords::day)
                        .toList());
    }

    private static LocalDate day(String word) {
        return WrittenDay.parse(word).orElseThrow(() -> Misused.because("cancel.day", word));
    }

    String code(int position) {
        return codes.get(position);
    }

    /** The code at a position; null when it was left out. */
    @Nullable
    String codeOrAll(int position) {
        return position < codes.size() ? codes.get(position) : null;
    }
}
