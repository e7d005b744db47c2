package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G19: when what is said does not arrive, the command ends with 5, and has done nothing. */
class CutOutputIT {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("family", "list"),
            List.of("invoice", "run", "2016-11"),
            List.of("reservation", "cancel", "E0002", "CANTINE", "REPAS", "2016-12-12"));

    @TempDir
    Path folder;

    private Path database;

    @BeforeEach
    void aTown() throws Exception {
        database = folder.resolve("town.db");
        SmallTown.book(database);
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
