package fr.perisco.domain.family;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words a diet may be written in: what is not eaten, never a faith (norm NS-058), nor an allergy, a PAI or an illness, which are
 * health notes, nor a handicap, whose nature is never stored.
 */
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

    /** How words of illness, allergy, handicap and care begin, in French and English, without accents. */
    private static final Pattern OF_HEALTH =
            Pattern.compile("\\b(?:allerg|anaphyla|intoleran|hypersensib|diabet|insulin|glycem"
                    + "|coeliac|coeliaq|celiac|celiaq|crohn|mucoviscid|cystic fibros|phenylceton|asthm|eczema|epilep|convuls|autis|asperger"
                    + "|trisomi|handicap|disab|invalid|infirm|deficien|polyhandicap|hyperactif|hyperactiv|dyslex|dysprax|dysphas|trouble"
                    + "|disorder|syndrom|malad|disease|illness|patholog|diagnos|medic|ordonnance|traitement|adrenalin|epinephrin|epipen"
                    + "|anorex|boulim|obes|cancer|leucem|drepanocyt|hemophil|myopath|psychi|projet d.accueil|urticair"
                    + "|(?:pai|tsa|ted|tdah|adhd|mdph|aesh|avs|ulis|pps)\\b)");

    private Diet() {}

    /** The neutral wording to propose when a text speaks of a faith; empty when the text may stand. */
    public static Optional<String> neutralWordingFor(String text) {
        String plain = plain(text);
        return OF_FAITH.stream().anyMatch(plain::contains) ? Optional.of(NEUTRAL) : Optional.empty();
    }

    /** Whether a text speaks of an illness, an allergy, a handicap or their care rather than of what is not eaten. */
    public static boolean tellsOfHealth(String text) {
        return OF_HEALTH.matcher(plain(text).replace(".", "")).find();
    }

    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe");
    }
}
