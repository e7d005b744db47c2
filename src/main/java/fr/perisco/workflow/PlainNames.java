package fr.perisco.workflow;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives files plain names, each once: small letters, digits and hyphens, whatever the texts hold that they are made of. */
final class PlainNames {
    private static final int LONGEST_PART = 40;

    private final Set<String> given = new HashSet<>();

    /** A name without its ending; another one each time, as on a disk that takes small and capital letters for the same. */
    String of(Collection<String> texts) {
        String name = texts.stream()
                .map(PlainNames::plain)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-"));
        String free = name;
        for (int number = 2; !given.add(free); number++) {
            free = name + "-" + number;
        }
        return free;
    }

    private static String plain(String text) {
        String letters = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String part = letters.substring(0, Math.min(letters.length(), LONGEST_PART));
        return part.replaceAll("^-|-$", "");
    }
}
