package fr.perisco.domain.family;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words a diet may be written in: what is not eaten, never a faith (norm NS-058). */
public final class Diet {
    private static final Map<String, String> NEUTRAL = Map.of(
            "halal", "sans porc",
            "hallal", "sans porc",
            "casher", "sans porc",
            "cacher", "sans porc",
            "kasher", "sans porc",
            "musulman", "sans porc",
            "juif", "sans porc");

    private Diet() {}

    /** The neutral wording to propose when a text speaks of a faith; empty when the text may stand. */
    public static Optional<String> neutralWordingFor(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return NEUTRAL.entrySet().stream()
                .filter(word -> plain.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
