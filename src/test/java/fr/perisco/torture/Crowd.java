package fr.perisco.torture;

import fr.perisco.SmallTown;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** G4 and G20: many processes do the same at once; one does it, the others find it done, or their turn does not come. */
final class Crowd implements Fault {
    private static final Duration TURN = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "crowd";
    }

    @Override
    public String summary() {
        return "ten at once, or some";
    }

    @Override
    public void strike(Judge judge, Path root, Patience patience, Tally tally) throws Exception {
        try (Place place = Place.in(root, judge.job())) {
            long start = System.nanoTime();
            List<Place.Running> crowd = new ArrayList<>();
            for (int head = 0; head < patience.crowd(); head++) {
                crowd.add(place.start(List.of()));
            }
            List<String> objections = new ArrayList<>();
            boolean anyDone = false;
            for (Place.Running one : crowd) {
                SmallTown.Answer ended = one.ended();
                anyDone |= ended.exit() == 0;
                boolean isThere = ended.exit() == 3 && ended.output().contains("is there already");
                boolean waited = ended.exit() == 5
                        && ended.output().contains("perisco: ")
                        && System.nanoTime() - start > TURN.toNanos();
                if (ended.exit() != 0 && !isThere && !waited) {
                    objections.add(ended.toString());
                }
            }
            Tally.Outcome outcome = judge.judge(place, new SmallTown.Answer(anyDone ? 0 : 5, "perisco: nobody's turn"));
            objections.addAll(outcome.objections());
            tally.count(
                    patience.crowd() + " at once",
                    new Tally.Outcome(outcome.refusedRightly(), outcome.lost(), objections));
        }
    }
}
