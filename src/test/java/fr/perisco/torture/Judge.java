package fr.perisco.torture;

import fr.perisco.SmallTown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Knows what a job leaves when nothing happens to it, and whether what a fault left holds: what was acknowledged is there, no half
 * work and no half file, {@code db verify} is silent, and the same command again leaves what an uninterrupted one leaves.
 */
final class Judge {
    private static final int UNAVAILABLE = 5;
    private static final int REFUSED = 3;
    private static final int BUG = 1;
    private static final int HIGHEST = 6;
    private static final int ENDED_BY_SIGNAL = 128;

    private final Job job;
    private final State before;
    private final State after;

    private Judge(Job job, State before, State after) {
        this.job = job;
        this.before = before;
        this.after = after;
    }

    static Judge of(Job job, Path root) throws Exception {
        try (Place whole = Place.in(root, job)) {
            State before = whole.state();
            SmallTown.Answer answer = whole.again();
            State after = whole.state();
            if (answer.exit() != 0 || before.equals(after)) {
                throw new IllegalStateException(job.name() + " does nothing: " + answer);
            }
            return new Judge(job, before, after);
        }
    }

    Job job() {
        return job;
    }

    /** Judges what a command left that ended by itself or by a signal; the obstacle is out of the way by now. */
    Tally.Outcome judge(Place place, SmallTown.Answer ended) throws Exception {
        List<String> objections = new ArrayList<>();
        Place left = place.left();
        boolean verified = job.isUpgrade() || isVerified(left, objections);
        State found = left.state();
        boolean lost = ended.exit() == 0 && !found.equals(after);
        if (lost) {
            objections.add("acknowledged, and not there");
        }
        if (!job.isInSteps()
                && !found.content().equals(before.content())
                && !found.content().equals(after.content())) {
            objections.add("half of the work is there");
        }
        if (!found.hasOnlyFilesOf(after)) {
            objections.add("half a file: " + found.files().keySet());
        }
        boolean isForeign = ended.exit() > HIGHEST && ended.exit() <= ENDED_BY_SIGNAL;
        if (ended.exit() == BUG || ended.exit() < 0 || isForeign) {
            objections.add(ended.toString());
        }
        finish(place, objections);
        boolean refused = verified
                && ended.exit() == UNAVAILABLE
                && ended.output().contains("perisco: ")
                && (job.isInSteps() || found.content().equals(before.content()));
        if (ended.exit() == UNAVAILABLE && !refused) {
            objections.add("refused badly: " + ended.output().strip());
        }
        return new Tally.Outcome(refused && objections.isEmpty(), lost, objections);
    }

    private void finish(Place place, List<String> objections) throws Exception {
        SmallTown.Answer again = place.again();
        boolean isThere = again.exit() == REFUSED && again.output().contains("is there already");
        if (again.exit() != 0 && !isThere) {
            objections.add("not finished by running it again: " + again);
        }
        State end = place.state();
        if (!end.content().equals(after.content())) {
            objections.add("another content than an uninterrupted run leaves");
        }
        if (!end.files().equals(after.files())) {
            objections.add("other files than an uninterrupted run leaves: "
                    + end.files().keySet());
        }
        isVerified(place, objections);
        job.objection(place).ifPresent(objections::add);
    }

    private static boolean isVerified(Place place, List<String> objections) {
        SmallTown.Answer verify = place.ask(List.of("db", "verify"));
        if (verify.exit() != 0 || !verify.output().isEmpty()) {
            objections.add("db verify: " + verify);
            return false;
        }
        return true;
    }
}
