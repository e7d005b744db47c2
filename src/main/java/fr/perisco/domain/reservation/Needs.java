package fr.perisco.domain.reservation;

import java.util.StringJoiner;

/**
 * What a kitchen or a roll-call sheet says of what a child needs: its diet, and marks where it has a PAI or an allergy, without what these
 * say.
 */
public final class Needs {
    private static final String PAI = "PAI";
    private static final String ALLERGY = "allergie";

    private Needs() {}

    /**
     * @param diet neutral words, or empty
     */
    public static String of(String diet, boolean pai, boolean allergy) {
        StringJoiner needs = new StringJoiner(", ");
        if (!diet.isEmpty()) {
            needs.add(diet);
        }
        if (pai) {
            needs.add(PAI);
        }
        if (allergy) {
            needs.add(ALLERGY);
        }
        return needs.toString();
    }
}
