package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G1 and G6: a copy of an office into a new file is there whole or not at all, and is made by the same command again. */
class CopyKilledIT {
    @TempDir
    static Path folder;

    private static Path town;
    private static String families;

    @BeforeAll
    static void aBookedYear() throws Exception {
        Strace.require();
        town = folder.resolve("town.db");
        SmallTown.book(town);
        families = families(town);
    }

    private static String families(Path database) throws Exception {
        SmallTown.Answer list = SmallTown.ask(database, SmallTown.DECEMBER, "family", "list", "--format", "csv");
        assertThat(list.exit()).as(list.output()).isZero();
        return list.output();
    }

    @Test
    void atAnyMomentThereIsAllOrNothing() throws Exception {
        int kills = 0;
        for (int nth = 1; isKilledAt("pwrite64", nth); nth += 1 + nth) {
            kills++;
        }
        for (int nth = 1; isKilledAt("rename", nth); nth++) {
            kills++;
        }
        assertThat(kills).isGreaterThan(5);
    }

    private static boolean isKilledAt(String call, int nth) throws Exception {
        String how = "killed at " + call + " " + nth;
        Path place = Files.createDirectory(folder.resolve(call + "-" + nth));
        Path copy = place.resolve("copy.db");
        String[] command = {"db", "copy", "--to", copy.toString()};
        Process process = SmallTown.start(
                Strace.sending("SIGKILL", call, nth, place.resolve("trace")),
                place.resolve("output"),
                town,
                SmallTown.DECEMBER,
                command);
        process.waitFor();
        boolean isKilled = Files.readString(place.resolve("trace")).contains("killed by SIGKILL");
        boolean isAcknowledged = process.exitValue() == 0;
        assertThat(isAcknowledged || isKilled)
                .as("%s: %s", how, Files.readString(place.resolve("output")))
                .isTrue();
        assertThat(Files.exists(copy) || !isAcknowledged).as(how).isTrue();
        if (!Files.exists(copy)) {
            SmallTown.Answer again = SmallTown.ask(town, SmallTown.DECEMBER, command);
            assertThat(again.exit())
                    .as("%s, and again: %s", how, again.output())
                    .isZero();
        }
        assertThat(families(copy)).as(how).isEqualTo(families);
        SmallTown.Answer verify = SmallTown.ask(copy, SmallTown.DECEMBER, "db", "verify");
        assertThat(verify.exit()).as("%s: %s", how, verify.output()).isZero();
        return isKilled;
    }
}
