package fr.perisco.exchange.pdf;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The characters of a document that no font here can show and that {@code □} stands for: emoji, Arabic, Hebrew,
 * Chinese… Letters of European languages are all there.
 *
 * @param codePoints Unicode code points, ascending
 */
public record MissingCharacters(SortedSet<Integer> codePoints) {

    public MissingCharacters {
        codePoints = Collections.unmodifiableSortedSet(new TreeSet<>(codePoints));
    }

    public boolean isEmpty() {
        return codePoints.isEmpty();
    }

    /** As in {@code U+0634 U+1F600}, safe for a terminal; empty when nothing is missing. */
    @Override
    public String toString() {
        return codePoints.stream().map("U+%04X"::formatted).collect(Collectors.joining(" "));
    }
}
