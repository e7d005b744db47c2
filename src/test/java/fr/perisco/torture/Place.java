package fr.perisco.torture;

import fr.perisco.SmallTown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A folder for one try: what the job starts from, and what it writes. */
final class Place implements AutoCloseable {
    private static final int LONGEST_S = 180;
    private static final String SHORT_OF_TIME = "-XX:TieredStopAtLevel=1";

    private final Job job;
    private final Path folder;
    private final Path town;
    private final AtomicInteger outputs = new AtomicInteger();

    private Place(Job job, Path folder, Path town) {
        this.job = job;
        this.folder = folder;
        this.town = town;
    }

    static Place in(Path root, Job job) throws IOException {
        Path folder = Files.createTempDirectory(root, job.name() + "-");
        return withTown(job, folder, Files.createDirectory(folder.resolve("town")));
    }

    /** With the database on a disk of its own. */
    static Place on(Path disk, Path root, Job job) throws IOException {
        Path folder = Files.createTempDirectory(root, job.name() + "-");
        return withTown(job, folder, disk);
    }

    private static Place withTown(Job job, Path folder, Path town) throws IOException {
        Files.copy(job.before(), town.resolve("town.db"));
        return new Place(job, folder, town);
    }

    Path folder() {
        return folder;
    }

    Path town() {
        return town;
    }

    Path database() {
        return town.resolve("town.db");
    }

    /** A process of the packaged tool, behind a command that watches it. */
    Running start(List<String> watcher) throws IOException {
        Path output = folder.resolve("output-" + outputs.getAndIncrement());
        List<String> words = new ArrayList<>(watcher);
        words.addAll(List.of("env", "PERISCO_JAVA_OPTS=" + SHORT_OF_TIME));
        Process process = SmallTown.start(
                words, output, database(), job.moment(), job.command(this).toArray(String[]::new));
        return new Running(process, output);
    }

    /** The same command in this process. */
    SmallTown.Answer again() {
        return ask(job.command(this));
    }

    SmallTown.Answer ask(List<String> command) {
        return SmallTown.ask(database(), job.moment(), command.toArray(String[]::new));
    }

    State state() throws Exception {
        return State.of(job, town);
    }

    /** A copy of all that was left, to look at without mending it. */
    Place left() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("left"));
        try (Stream<Path> paths = Files.walk(town)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(town.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
        return new Place(job, folder, copy);
    }

    @Override
    public void close() throws IOException {
        job.leave(this);
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** A command under way. */
    record Running(Process process, Path output) {
        SmallTown.Answer ended() throws Exception {
            if (!process.waitFor(LONGEST_S, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                return new SmallTown.Answer(-1, "hung for " + LONGEST_S + " s: " + Files.readString(output));
            }
            return new SmallTown.Answer(process.exitValue(), Files.readString(output));
        }
    }
}
