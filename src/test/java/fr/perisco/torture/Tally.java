package fr.perisco.torture;

import fr.perisco.SmallTown;
import java.util.ArrayList;
import java.util.List;

/** What came of the tries of one fault upon one job; counted by several threads. */
final class Tally {
    private int tries;
    private int refused;
    private int lost;
    private final List<String> wrong = new ArrayList<>();

    /** Counts a try, with all that is wrong with what it left. */
    synchronized void count(String how, Outcome outcome) {
        tries++;
        refused += outcome.refusedRightly() ? 1 : 0;
        lost += outcome.lost() ? 1 : 0;
        if (!outcome.objections().isEmpty()) {
            wrong.add(how + ": " + String.join("; ", outcome.objections()));
        }
    }

    synchronized int tries() {
        return tries;
    }

    synchronized int refusedRightly() {
        return refused;
    }

    synchronized int lost() {
        return lost;
    }

    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    /**
     * @param refusedRightly whether nothing was done, and the exit code and the message said so
     * @param lost whether what was acknowledged is not there
     * @param objections what does not hold; a loss is among them
     */
    record Outcome(boolean refusedRightly, boolean lost, List<String> objections) {
        /** The same, and an objection when the command ended otherwise than expected. */
        Outcome expecting(int exit, SmallTown.Answer ended) {
            if (ended.exit() == exit) {
                return this;
            }
            List<String> more = new ArrayList<>(objections);
            more.add("ended otherwise than with " + exit + ": " + ended);
            return new Outcome(false, lost, more);
        }
    }
}
