package fr.perisco.exchange.csv;

import java.util.Arrays;

/** Pieces of a text of which many say the same: a town, a class, a date stand in a file again and again, and in memory once. */
final class Repeated {
    private static final int REMEMBERED = 4_096;

    private final String[] pieces = new String[REMEMBERED];

    Repeated() {
        Arrays.fill(pieces, "");
    }

    /** Characters of a row as a text: the same object as before where the same was asked for lately. */
    String piece(char[] row, int from, int length) {
        if (length == 0) {
            return "";
        }
        int slot = slot(row, from, length);
        String known = pieces[slot];
        if (known.length() == length && isAt(row, from, known)) {
            return known;
        }
        String piece = new String(row, from, length);
        pieces[slot] = piece;
        return piece;
    }

    private static boolean isAt(char[] row, int from, String piece) {
        for (int i = 0; i < piece.length(); i++) {
            if (row[from + i] != piece.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int slot(char[] row, int from, int length) {
        int last = from + length - 1;
        int mixed = length;
        mixed = 31 * mixed + row[from];
        mixed = 31 * mixed + row[from + length / 2];
        mixed = 31 * mixed + row[last];
        mixed = 31 * mixed + row[Math.max(from, last - 1)];
        return mixed & (REMEMBERED - 1);
    }
}
