package fr.perisco.torture;

import fr.perisco.SmallTown;
import java.nio.file.Path;
import java.util.List;

/** G19: what the command says does not arrive. */
final class CutOutput implements Fault {
    private static final int OK = 0;
    private static final int UNAVAILABLE = 5;
    private static final List<String> REDIRECTIONS = List.of("> /dev/full", "| exec 0<&-");

    @Override
    public String name() {
        return "output";
    }

    @Override
    public String summary() {
        return "/dev/full, and a pipe that nobody reads";
    }

    @Override
    public void strike(Judge judge, Path root, Patience patience, Tally tally) throws Exception {
        for (String redirection : inTurn(judge.job(), REDIRECTIONS)) {
            if (patience.isOver(tally)) {
                return;
            }
            try (Place place = Place.in(root, judge.job())) {
                SmallTown.Answer ended = place.start(
                                List.of("bash", "-c", "set -o pipefail; \"$@\" " + redirection, "bash"))
                        .ended();
                int expected = judge.job().isSilent() ? OK : UNAVAILABLE;
                tally.count(redirection, judge.judge(place, ended).expecting(expected, ended));
            }
        }
    }
}
