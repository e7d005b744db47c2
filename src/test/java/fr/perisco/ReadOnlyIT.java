package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.perisco.torture.Privileges;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G9: who may only read a database reads it, and is told so when writing; as another user, for root may write everything. */
class ReadOnlyIT {
    @TempDir
    Path folder;

    private Path database;
    private Path outside;

    @BeforeEach
    void aTownOfSomebodyElse() throws Exception {
        assumeTrue(
                Privileges.mayBecomeNobody(),
                "nobody can be somebody else here, or somebody else may not enter this folder");
        Path place = Files.createDirectory(folder.resolve("town"));
        database = place.resolve("town.db");
        SmallTown.book(folder.resolve("booked.db"));
        Files.copy(folder.resolve("booked.db"), database);
        outside = Files.createDirectory(folder.resolve("outside"));
        Privileges.allow(folder, "rwxr-xr-x");
        Privileges.allow(outside, "rwxrwxrwx");
    }

    private SmallTown.Answer asNobody(String... args) throws Exception {
        Path output = folder.resolve("output");
        Process process = SmallTown.start(Privileges.NOBODY, output, database, SmallTown.DECEMBER, args);
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
        Privileges.allow(database, "rw-r--r--");
        Privileges.allow(database.getParent(), "rwxr-xr-x");
        readsAndDoesNotWrite();
        SmallTown.Answer backup =
                asNobody("db", "backup", outside.resolve("copy.db").toString());
        assertThat(backup.exit()).as(backup.output()).isZero();
    }

    @Test
    void aFileThatMayOnlyBeReadInAFolderForAll() throws Exception {
        Privileges.allow(database, "rw-r--r--");
        Privileges.allow(database.getParent(), "rwxrwxrwx");
        readsAndDoesNotWrite();
    }

    @Test
    void aFileForAllInAFolderThatMayOnlyBeRead() throws Exception {
        Privileges.allow(database, "rw-rw-rw-");
        Privileges.allow(database.getParent(), "rwxr-xr-x");
        readsAndDoesNotWrite();
    }
}
