package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G6: who is asked to stop leaves no half file, at whatever moment; the same command again leaves what a whole run leaves. */
class StoppedIT {
    private static final int MOMENTS = 5;

    @TempDir
    static Path folder;

    @BeforeAll
    static void aTown() throws Exception {
        SmallTown.book(folder.resolve("booked.db"));
        Files.copy(folder.resolve("booked.db"), folder.resolve("invoiced.db"));
        done(SmallTown.ask(folder.resolve("invoiced.db"), SmallTown.DECEMBER, "invoice", "run", "2016-11"));
    }

    private static void done(SmallTown.Answer answer) {
        assertThat(answer.exit()).as(answer.output()).isZero();
    }

    /** Stops a command at moments spread over the time that it takes. */
    private static void stop(String from, String... command) throws Exception {
        String name = String.join("-", command[0], command[1]);
        Path place = place(from, name + "-whole");
        long start = System.nanoTime();
        Process process = start(place, command);
        process.waitFor();
        long took = System.nanoTime() - start;
        done(new SmallTown.Answer(process.exitValue(), Files.readString(place.resolve("output"))));
        Map<String, byte[]> whole = files(place);
        String content = StoredContent.of(place.resolve("town.db"));
        String before = StoredContent.of(folder.resolve(from));
        for (int moment = 1; moment <= MOMENTS; moment++) {
            String how = name + " stopped at " + moment + " of " + MOMENTS;
            Path cut = place(from, name + "-" + moment);
            Process stopped = start(cut, command);
            Thread.sleep(TimeUnit.NANOSECONDS.toMillis(took) * moment / (MOMENTS + 1));
            stopped.destroy();
            stopped.waitFor();
            files(cut)
                    .forEach((file, bytes) ->
                            assertThat(bytes).as("%s: %s", how, file).isEqualTo(whole.get(file)));
            assertThat(StoredContent.of(cut.resolve("town.db"))).as(how).isIn(before, content);
            SmallTown.Answer again = SmallTown.ask(cut.resolve("town.db"), SmallTown.DECEMBER, command);
            assertThat(again.exit() == 0 || again.output().contains("is there already"))
                    .as("%s: %s", how, again.output())
                    .isTrue();
            assertThat(StoredContent.of(cut.resolve("town.db"))).as(how).isEqualTo(content);
            assertThat(files(cut).keySet()).as(how).isEqualTo(whole.keySet());
        }
    }

    private static Path place(String from, String name) throws IOException {
        Path place = Files.createDirectory(folder.resolve(name));
        Files.copy(folder.resolve(from), place.resolve("town.db"));
        return place;
    }

    private static Process start(Path place, String... command) throws IOException {
        return SmallTown.start(
                List.of(), place.resolve("output"), place.resolve("town.db"), SmallTown.DECEMBER, command);
    }

    /** What was written, under its own name. */
    private static Map<String, byte[]> files(Path place) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(place)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = place.relativize(path).toString();
                if (!name.matches("output|town\\.db.*|(.*/)?\\..*")) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        }
        return files;
    }

    @Test
    void theMonthIsInvoicedOrNot() throws Exception {
        stop("booked.db", "invoice", "run", "2016-11");
    }

    @Test
    void lettersAreWholeOrNotThere() throws Exception {
        stop("invoiced.db", "invoice", "pdf", "--month", "2016-11", "-o", "letters");
    }

    @Test
    void aListIsWholeOrNotThere() throws Exception {
        stop("invoiced.db", "payment", "export", "-o", "references.csv");
    }

    @Test
    void aBackupIsWholeOrNotThere() throws Exception {
        stop("invoiced.db", "db", "backup", "copy.db");
    }
}
