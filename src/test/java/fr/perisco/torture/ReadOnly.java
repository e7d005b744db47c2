package fr.perisco.torture;

import fr.perisco.SmallTown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** G9: the file, its folder or both may only be read; as another user, for root may write everything. */
final class ReadOnly implements Fault {
    private record Modes(String file, String folder) {}

    private static final List<Modes> MODES = List.of(
            new Modes("rw-r--r--", "rwxr-xr-x"),
            new Modes("rw-r--r--", "rwxrwxrwx"),
            new Modes("rw-rw-rw-", "rwxr-xr-x"));

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
        return Privileges.mayBecomeNobody() ? Optional.empty() : Optional.of("only root can become somebody else");
    }

    @Override
    public void strike(Judge judge, Path root, Patience patience, Tally tally) throws Exception {
        Privileges.allow(root, "rwxr-xr-x");
        try (Stream<Path> inputs = Files.list(root)) {
            for (Path input : inputs.filter(Files::isRegularFile).toList()) {
                Privileges.allow(input, "rw-r--r--");
            }
        }
        for (Modes modes : MODES) {
            strike(judge, root, modes, tally);
        }
    }

    private static void strike(Judge judge, Path root, Modes modes, Tally tally) throws Exception {
        try (Place place = Place.in(root, judge.job())) {
            Privileges.allow(place.folder(), "rwxr-xr-x");
            Privileges.allow(place.database(), modes.file());
            Privileges.allow(place.town(), modes.folder());
            SmallTown.Answer ended = place.start(Privileges.NOBODY).ended();
            own(place);
            tally.count(modes.toString(), judge.judge(place, ended));
        }
    }

    private static void own(Place place) throws IOException {
        Privileges.allow(place.town(), "rwxr-xr-x");
        Privileges.allow(place.database(), "rw-r--r--");
    }
}
