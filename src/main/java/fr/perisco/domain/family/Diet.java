package fr.perisco.domain.family;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words a diet may be written in: what is not eaten, never a faith (norm NS-058). */
public final class Diet {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final String NEUTRAL = "sans porc";
    private static final List<String> OF_FAITH = List.of(
            "halal",
            "hallal",
            "casher",
            "cacher",
            "cascher",
            "kasher",
            "kacher",
            "kascher",
            "kosher",
            "cosher",
            "musulman",
            "islam",
            "juif",
            "juive",
            "israelite",
            "religieu");

    private Diet() {}

    /** The neutral wording to propose when a text speaks of a faith; empty when the text may stand. */
    public static Optional<String> neutralWordingFor(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return OF_FAITH.stream().anyMatch(plain::contains) ? Optional.of(NEUTRAL) : Optional.empty();
    }
}
