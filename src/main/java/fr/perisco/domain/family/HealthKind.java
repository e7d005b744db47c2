package fr.perisco.domain.family;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of thing is to be heeded: a PAI (projet d'accueil individualisé, code de l'éducation, article D351-9) or an allergy. */
public enum HealthKind {
    PAI,
    ALLERGY;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a kind by its code; empty when there is none such. */
    public static Optional<HealthKind> parse(String text) {
        String code = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
