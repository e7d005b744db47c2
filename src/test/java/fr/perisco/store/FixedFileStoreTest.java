package fr.perisco.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.perisco.OnlyOnFile;
import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G9: what is read without a log is read of one moment, or not at all. */
@OnlyOnFile("about a file that does not change")
class FixedFileStoreTest {
    @TempDir
    Path folder;

    private Path file() throws IOException {
        return Files.writeString(folder.resolve("town.db"), "as it stands");
    }

    @Test
    void whatNobodyWroteToHolds() throws IOException {
        FixedFile fixed = FixedFile.asItStands(file());

        assertThatCode(fixed::requireUnchanged).doesNotThrowAnyException();
    }

    @Test
    void whatWasWrittenMeanwhileIsNotTold() throws IOException {
        Path file = file();
        FixedFile fixed = FixedFile.asItStands(file);

        Files.writeString(file, "!", StandardOpenOption.APPEND);

        assertThatThrownBy(fixed::requireUnchanged)
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.reason().code()).isEqualTo("database.written-meanwhile"));
    }

    @Test
    void aLogThatAppearsMeansThatSomebodyWrites() throws IOException {
        Path file = file();
        FixedFile fixed = FixedFile.asItStands(file);

        Files.writeString(folder.resolve("town.db-wal"), "");

        assertThatThrownBy(fixed::requireUnchanged).isInstanceOf(Unavailable.class);
    }
}
