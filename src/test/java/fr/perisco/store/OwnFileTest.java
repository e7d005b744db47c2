package fr.perisco.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.perisco.OnlyOnFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnlyOnFile("about files")
class OwnFileTest {
    private static final int SOMEBODY = 65_534;

    @TempDir
    Path folder;

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static Map<String, Object> owners(Path file) throws IOException {
        return Files.readAttributes(file, "unix:uid,gid", LinkOption.NOFOLLOW_LINKS);
    }

    @Test
    void aDatabaseMadeBehindALinkIsItsOwnersAlone() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("town.db"), Path.of("real.db"));

        Schema.createOrUpgrade(link);

        assertThat(link).isSymbolicLink();
        assertThat(rights(folder.resolve("real.db"))).isEqualTo("rw-------");
    }

    @Test
    void anEmptyFileThatOthersMayReadIsClosedBeforeItIsFilled() throws IOException {
        Path file = Files.createFile(folder.resolve("town.db"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        Schema.createOrUpgrade(file);

        assertThat(rights(file)).isEqualTo("rw-------");
    }

    @Test
    void whatAnAdministratorMakesBelongsToWhoseFolderItIs() throws IOException {
        Path theirs = Files.createFile(folder.resolve("theirs"));
        Path made = Files.createFile(folder.resolve("made"));
        assumeThat(owners(made).get("uid")).as("only root gives files away").isEqualTo(0);
        Files.setAttribute(theirs, "unix:gid", SOMEBODY);
        Files.setAttribute(theirs, "unix:uid", SOMEBODY);

        OwnFile.giveToOwnerOf(theirs, made);

        assertThat(owners(made)).isEqualTo(owners(theirs)).containsEntry("uid", SOMEBODY);
    }
}
