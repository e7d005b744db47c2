package fr.perisco.domain.reason;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Which known words somebody may have meant who wrote another: for slips of the finger, not for guesses. */
public final class NearWords {
    /** How many words are offered at most. */
    private static final int OFFERED = 3;

    /** How many slips a word may hold: a letter wrong, missing, too much, or changed places with its neighbour. */
    private static final int SLIPS = 2;

    private record Near(String word, int slips, int shared) {}

    private NearWords() {}

    /**
     * The known words with the fewest slips, two at the most: at most three of them, first those that begin and end alike. Capital
     * and small letters count as the same. A word of two or three characters may hold one slip only, and one character none: else
     * anything would be near.
     */
    public static List<String> of(String written, Collection<String> known) {
        String plain = plain(written);
        int most = Math.min(SLIPS, plain.length() / 2);
        List<Near> near = known.stream()
                .distinct()
                .filter(word -> Math.abs(word.length() - plain.length()) <= most)
                .map(word -> new Near(word, slips(plain, plain(word)), shared(plain, plain(word))))
                .filter(word -> word.slips() <= most)
                .sorted(Comparator.comparingInt(Near::slips)
                        .thenComparing(Comparator.comparingInt(Near::shared).reversed())
                        .thenComparing(Near::word))
                .toList();
        return near.stream()
                .filter(word -> word.slips() == near.get(0).slips())
                .limit(OFFERED)
                .map(Near::word)
                .toList();
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    /** How many characters both begin and end with: a number with a zero too few keeps its last digits. */
    private static int shared(String a, String b) {
        return begun(a, b)
                + begun(
                        new StringBuilder(a).reverse().toString(),
                        new StringBuilder(b).reverse().toString());
    }

    private static int begun(String a, String b) {
        int shortest = Math.min(a.length(), b.length());
        return IntStream.range(0, shortest)
                .filter(i -> a.charAt(i) != b.charAt(i))
                .findFirst()
                .orElse(shortest);
    }

    /** Levenshtein's distance, with two neighbours that changed places as one slip. */
    private static int slips(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int cheapest = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(cheapest, cost[i - 2][j - 2] + 1) : cheapest;
    }
}
