package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G9: who may only read a database reads it, and is told so when writing; as another user, for root may write everything. */
class ReadOnlyIT {
    private static final List<String> NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "HOME=/tmp");

    @TempDir
    Path folder;

    private Path database;
    private Path outside;

    @BeforeEach
    void aTownOfSomebodyElse() throws Exception {
        assumeTrue(mayBecomeNobody(), "only root can become somebody else");
        Path place = Files.createDirectory(folder.resolve("town"));
        database = place.resolve("town.db");
        SmallTown.book(folder.resolve("booked.db"));
        Files.copy(folder.resolve("booked.db"), database);
        outside = Files.createDirectory(folder.resolve("outside"));
        allow(folder, "rwxr-xr-x");
        allow(outside, "rwxrwxrwx");
    }

    private static boolean mayBecomeNobody() throws InterruptedException {
        try {
            return new ProcessBuilder(
                                    "setpriv",
                                    "--reuid=65534",
                                    "--regid=65534",
                                    "--clear-groups",
                                    "test",
                                    "-r",
                                    "pom.xml")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void allow(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private SmallTown.Answer asNobody(String... args) throws Exception {
        Path output = folder.resolve("output");
        Process process = SmallTown.start(NOBODY, output, database, SmallTown.DECEMBER, args);
        return new SmallTown.Answer(process.waitFor(), Files.readString(output));
    }

    private void readsAndDoesNotWrite() throws Exception {
        byte[] before = Files.readAllBytes(database);
        SmallTown.Answer list = asNobody("family", "list", "--format", "csv");
        assertThat(list.exit()).as(list.output()).isZero();
        assertThat(list.output()).hasLineCount(31);
        SmallTown.Answer add = asNobody("payment", "add", "F0001", "7.50", "--method", "cheque", "--reference", "1");
        assertThat(add.exit()).as(add.output()).isEqualTo(5);
        assertThat(add.output()).contains("may only be read").hasLineCount(1);
        assertThat(Files.readAllBytes(database)).isEqualTo(before);
    }

    @Test
    void aFileThatMayOnlyBeReadInAFolderThatMayOnlyBeRead() throws Exception {
        allow(database, "rw-r--r--");
        allow(database.getParent(), "rwxr-xr-x");
        readsAndDoesNotWrite();
        SmallTown.Answer backup =
                asNobody("db", "backup", outside.resolve("copy.db").toString());
        assertThat(backup.exit()).as(backup.output()).isZero();
    }

    @Test
    void aFileThatMayOnlyBeReadInAFolderForAll() throws Exception {
        allow(database, "rw-r--r--");
        allow(database.getParent(), "rwxrwxrwx");
        readsAndDoesNotWrite();
    }

    @Test
    void aFileForAllInAFolderThatMayOnlyBeRead() throws Exception {
        allow(database, "rw-rw-rw-");
        allow(database.getParent(), "rwxr-xr-x");
        readsAndDoesNotWrite();
    }
}
