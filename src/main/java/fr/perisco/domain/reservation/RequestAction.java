package fr.perisco.domain.reservation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a family asks for through the portal. */
public enum RequestAction {
    ADD("ajouter", "ajout"),
    CANCEL("annuler", "annulation"),
    INVOICE("facture"),
    TAX_CERTIFICATE("attestation-fiscale"),
    REGISTRATION_CERTIFICATE("attestation-d-inscription", "certificat-d-inscription");

    private final String[] french;

    RequestAction(String... french) {
        this.french = french;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it asks for a document to be mailed, rather than for a day. */
    public boolean asksForDocument() {
        return this != ADD && this != CANCEL;
    }

    /** Reads the English or French word, with or without accents. */
    public static Optional<RequestAction> parse(String text) {
        String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[ _'’-]+", "-");
        return Arrays.stream(values())
                .filter(action -> action.code().equals(plain)
                        || Arrays.asList(action.french).contains(plain))
                .findFirst();
    }
}
