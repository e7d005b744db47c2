package fr.perisco.exchange.csv;

import java.util.Arrays;

/** Pieces of a text of which many say the same: a town, a class, a date stand in a file again and again, and in memory once. */
final class Repeated {
    private static final int REMEMBERED = 4_096;

    private final String text;
    private final String[] pieces = new String[REMEMBERED];

    Repeated(String text) {
        this.text = text;
        Arrays.fill(pieces, "");
    }

    /** The characters from one place to before another: the same object as before where the same was asked for lately. */
    String piece(int from, int to) {
        if (from == to) {
            return "";
        }
        int length = to - from;
        int slot = slot(from, length);
        String known = pieces[slot];
        if (known.length() == length && text.startsWith(known, from)) {
            return known;
        }
        String piece = text.substring(from, to);
        pieces[slot] = piece;
        return piece;
    }

    private int slot(int from, int length) {
        int last = from + length - 1;
        int mixed = length;
        mixed = 31 * mixed + text.charAt(from);
        mixed = 31 * mixed + text.charAt(from + length / 2);
        mixed = 31 * mixed + text.charAt(last);
        mixed = 31 * mixed + text.charAt(Math.max(from, last - 1));
        return mixed & (REMEMBERED - 1);
    }
}
