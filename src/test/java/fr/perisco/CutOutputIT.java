package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G19: when what is said does not arrive, the command ends with 5, and has done nothing. */
class CutOutputIT {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("family", "list"),
            List.of("invoice", "run", "2016-11"),
            List.of("reservation", "cancel", "E0002", "CANTINE", "REPAS", "2016-12-12"),
            List.of("db", "restore", "copy.db", "--yes"));

    @TempDir
    Path folder;

    private Path database;

    @BeforeEach
    void aTown() throws Exception {
        database = folder.resolve("town.db");
        SmallTown.book(database);
        assertThat(SmallTown.ask(database, SmallTown.DECEMBER, "db", "backup", "copy.db")
                        .exit())
                .isZero();
        assertThat(SmallTown.ask(
                                database,
                                SmallTown.DECEMBER,
                                "reservation",
                                "cancel",
                                "E0002",
                                "CANTINE",
                                "REPAS",
                                "2016-12-13")
                        .exit())
                .isZero();
    }

    private void ends(String redirection) throws Exception {
        String before = StoredContent.of(database);
        for (List<String> command : COMMANDS) {
            Path output = folder.resolve("output");
            List<String> shell =
                    new ArrayList<>(List.of("bash", "-c", "set -o pipefail; \"$@\" " + redirection, "bash"));
            Process process =
                    SmallTown.start(shell, output, database, SmallTown.DECEMBER, command.toArray(String[]::new));
            int exit = process.waitFor();
            String said = Files.readString(output);
            assertThat(exit).as("%s %s: %s", command, redirection, said).isEqualTo(5);
            assertThat(said).as("%s %s", command, redirection).contains("perisco: ");
            assertThat(StoredContent.of(database))
                    .as("%s %s", command, redirection)
                    .isEqualTo(before);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().contains("before-restore")))
                    .isEmpty();
        }
    }

    @Test
    void aFullDisk() throws Exception {
        ends("> /dev/full");
    }

    @Test
    void aPipeThatNobodyReads() throws Exception {
        ends("| exec 0<&-");
    }
}
