package fr.perisco.torture;

import fr.perisco.SmallTown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** G9: the file, its folder or both may only be read; root, who may write everything, does it as another user. */
final class ReadOnly implements Fault {
    /** Who may write what. */
    private record Modes(boolean file, boolean folder) {
        @Override
        public String toString() {
            return (file ? "file for all" : "file to read") + ", " + (folder ? "folder for all" : "folder to read");
        }
    }

    private static final List<Modes> MODES =
            List.of(new Modes(false, false), new Modes(true, false), new Modes(false, true));

    @Override
    public String name() {
        return "readonly";
    }

    @Override
    public String summary() {
        return "the database, its folder, or both may only be read";
    }

    @Override
    public Optional<String> obstacle() throws InterruptedException {
        return !Privileges.isRoot() || Privileges.mayBecomeNobody()
                ? Optional.empty()
                : Optional.of(
                        "root may write everything, and cannot become somebody else here, or somebody else may not enter this folder");
    }

    @Override
    public void strike(Judge judge, Path root, Patience patience, Tally tally) throws Exception {
        Privileges.allow(root, "rwxr-xr-x");
        try (Stream<Path> inputs = Files.list(root)) {
            for (Path input : inputs.filter(Files::isRegularFile).toList()) {
                Privileges.allow(input, "rw-r--r--");
            }
        }
        List<String> watcher = Privileges.isRoot() ? Privileges.NOBODY : List.of();
        for (Modes modes : inTurn(judge.job(), MODES)) {
            if (!patience.isOver(tally)) {
                strike(judge, root, modes, watcher, tally);
            }
        }
    }

    private static void strike(Judge judge, Path root, Modes modes, List<String> watcher, Tally tally)
            throws Exception {
        try (Place place = Place.in(root, judge.job())) {
            Privileges.allow(place.folder(), "rwxr-xr-x");
            boolean other = !watcher.isEmpty();
            Privileges.allow(place.database(), modes.file() ? "rw-rw-rw-" : other ? "rw-r--r--" : "r--r--r--");
            Privileges.allow(place.town(), modes.folder() ? "rwxrwxrwx" : other ? "rwxr-xr-x" : "r-xr-xr-x");
            SmallTown.Answer ended = place.start(watcher).ended();
            own(place);
            tally.count(modes.toString(), judge.judge(place, ended));
        }
    }

    private static void own(Place place) throws IOException {
        Privileges.allow(place.town(), "rwxr-xr-x");
        Privileges.allow(place.database(), "rw-r--r--");
    }
}
