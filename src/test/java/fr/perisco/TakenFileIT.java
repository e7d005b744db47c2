package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G4: while somebody else writes the file that is named, a command waits; after 20 s it gives up, and touches nothing. */
class TakenFileIT {
    private static final String[] EXPORT = {"payment", "export", "-o", "references.csv"};

    @TempDir
    Path folder;

    @Test
    void whoWritesTheSameFileWaitsAndGivesUp() throws Exception {
        Path database = folder.resolve("town.db");
        SmallTown.book(database);
        Path list = Files.writeString(folder.resolve("references.csv"), "of yesterday");
        Path part = Files.writeString(folder.resolve(".references.csv.part"), "half of today’s");
        Path output = folder.resolve("output");
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            Process process = SmallTown.start(List.of(), output, database, SmallTown.DECEMBER, EXPORT);

            assertThat(process.waitFor()).isEqualTo(5);
            assertThat(output).content().contains("references.csv has been written by somebody else");
            assertThat(held.isValid()).isTrue();
        }
        assertThat(list).hasContent("of yesterday");
        assertThat(part).hasContent("half of today’s");

        assertThat(SmallTown.start(List.of(), output, database, SmallTown.DECEMBER, EXPORT)
                        .waitFor())
                .isZero();
        assertThat(list).content().startsWith("numcli");
        assertThat(part).doesNotExist();
    }
}
