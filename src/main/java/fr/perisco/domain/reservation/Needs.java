package fr.perisco.domain.reservation;

/** What a kitchen or a roll-call sheet says of what a child needs: its diet, and a mark where it has a PAI, without what that says. */
public final class Needs {
    private static final String PAI = "PAI";

    private Needs() {}

    /**
     * @param diet neutral words, or empty
     */
    public static String of(String diet, boolean pai) {
        if (!pai) {
            return diet;
        }
        return diet.isEmpty() ? PAI : diet + ", " + PAI;
    }
}
