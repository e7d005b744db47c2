package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G5: on a disk with so many bytes left, a command ends with 5 and the old state, or with 0; with room, it does its work. */
class DiskFullIT {
    private static final int DISK_KIB = 16 * 1024;
    private static final List<Integer> FREE_KIB = List.of(0, 8, 40, 120, 400);

    private static final List<String> BESIDE = List.of("town.db-backup", "town.db-wal", "town.db-shm");

    @TempDir
    Path folder;

    private Path disk;
    private Path database;
    private Path filler;

    @BeforeEach
    void aTownOnASmallDisk() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                isDone("mount", "-t", "tmpfs", "-o", "size=" + DISK_KIB + "k", "tmpfs", disk.toString()),
                "only root can mount a small disk");
        SmallTown.book(folder.resolve("booked.db"));
        database = disk.resolve("town.db");
        filler = disk.resolve("filler");
    }

    @AfterEach
    void unmount() throws Exception {
        isDone("umount", disk.toString());
    }

    private static boolean isDone(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void leave(int kib) throws IOException {
        Files.deleteIfExists(filler);
        long free = Files.getFileStore(disk).getUsableSpace();
        Files.write(filler, new byte[(int) (free - kib * 1024L)]);
    }

    private TreeSet<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(disk)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> disk.relativize(file).toString())
                    .filter(name -> !name.startsWith(".") && !name.contains("/."))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** How often there was no room. */
    private int tried(String... command) throws Exception {
        int full = 0;
        for (int kib : FREE_KIB) {
            try (Stream<Path> files = Files.walk(disk)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
            Files.copy(folder.resolve("booked.db"), database);
            String before = StoredContent.of(database);
            leave(kib);
            TreeSet<String> there = files();
            SmallTown.Answer answer = SmallTown.ask(database, SmallTown.DECEMBER, command);
            String how = String.join(" ", command) + " with " + kib + " KiB: " + answer.output();
            if (answer.exit() != 0) {
                assertThat(answer.exit()).as(how).isEqualTo(5);
                assertThat(answer.output().strip().lines().reduce("", (line, last) -> last))
                        .as(how)
                        .startsWith("perisco: ");
                full++;
            }
            Files.delete(filler);
            if (answer.exit() != 0) {
                there.remove("filler");
                there.addAll(BESIDE);
                assertThat(there).as(how).containsAll(files());
                assertThat(StoredContent.of(database)).as(how).isEqualTo(before);
            }
            assertThat(SmallTown.ask(database, SmallTown.DECEMBER, "db", "verify")
                            .exit())
                    .as(how)
                    .isZero();
            SmallTown.Answer again = SmallTown.ask(database, SmallTown.DECEMBER, command);
            boolean isThere = again.exit() == 3 && again.output().contains("is there already");
            assertThat(again.exit() == 0 || isThere).as(again.output()).isTrue();
        }
        return full;
    }

    @Test
    void theMonthIsInvoicedOrNot() throws Exception {
        assertThat(tried("invoice", "run", "2016-11")).isGreaterThan(2);
    }

    @Test
    void aBackupIsWrittenOrNot() throws Exception {
        assertThat(tried("db", "backup", disk.resolve("copy.db").toString())).isGreaterThan(2);
        assertThat(tried("db", "backup", disk.resolve("backups").toString(), "--keep", "7d"))
                .isGreaterThan(2);
    }

    @Test
    void lettersAndListsAreWrittenOrNot() throws Exception {
        SmallTown.Answer run =
                SmallTown.ask(folder.resolve("booked.db"), SmallTown.DECEMBER, "invoice", "run", "2016-11");
        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(tried(
                        "payment",
                        "export",
                        "-o",
                        disk.resolve("references.csv").toString()))
                .isPositive();
        assertThat(tried(
                        "report",
                        "month",
                        "2016-11",
                        "-o",
                        disk.resolve("month.pdf").toString()))
                .isPositive();
    }
}
