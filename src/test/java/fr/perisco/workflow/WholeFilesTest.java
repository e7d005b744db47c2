package fr.perisco.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFilesTest {
    private static final int MANY = 300;

    @TempDir
    Path folder;

    private static byte[] content(int number) {
        return ("letter " + number).getBytes(StandardCharsets.UTF_8);
    }

    private Path letters() {
        return folder.resolve("letters");
    }

    private Path letter(int number) {
        return letters().resolve(number + ".pdf");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(letters())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void threadsBringManyFilesToTheirPlace() throws IOException {
        try (WholeFiles files = new WholeFiles(letters())) {
            IntStream.range(0, MANY).parallel().forEach(number -> files.add(letter(number), content(number)));
            files.finish();
        }

        assertThat(names()).hasSize(MANY).noneMatch(name -> name.startsWith("."));
        for (int number = 0; number < MANY; number++) {
            assertThat(letter(number)).hasBinaryContent(content(number));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(letter(number))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void withoutAnyFileThereIsNoFolder() {
        try (WholeFiles files = new WholeFiles(letters())) {
            files.finish();
        }

        assertThat(letters()).doesNotExist();
    }

    @Test
    void whatIsNotFinishedIsGone() throws IOException {
        Files.createDirectory(letters());
        Files.write(letter(1), content(0));
        try (WholeFiles files = new WholeFiles(letters())) {
            files.add(letter(1), content(1));
            files.add(letter(2), content(2));
        }

        assertThat(names()).containsExactly("1.pdf");
        assertThat(letter(1)).hasBinaryContent(content(0));
    }

    @Test
    void whatAKilledProcessLeftIsReplaced() throws IOException {
        Files.createDirectory(letters());
        Files.write(WholeFile.beside(letter(1)), content(7));
        try (WholeFiles files = new WholeFiles(letters())) {
            files.add(letter(1), content(1));
            files.finish();
        }

        assertThat(names()).containsExactly("1.pdf");
        assertThat(letter(1)).hasBinaryContent(content(1));
    }

    @Test
    void twoWhoWriteTheSameFilesInTwoOrdersBothComeToTheirEnd() throws IOException {
        IntStream.of(0, 1).parallel().forEach(order -> {
            try (WholeFiles files = new WholeFiles(letters())) {
                for (int number = 0; number < MANY; number++) {
                    int next = order == 0 ? number : MANY - 1 - number;
                    files.add(letter(next), content(next));
                }
                files.finish();
            }
        });

        assertThat(names()).hasSize(MANY).noneMatch(name -> name.startsWith("."));
    }

    @Test
    void aPlaceThatIsTakenIsNamedAndNothingIsLeftBeside() throws IOException {
        Files.createDirectories(letter(200).resolve("in the way"));
        assertThatThrownBy(() -> {
                    try (WholeFiles files = new WholeFiles(letters())) {
                        for (int number = 0; number < MANY; number++) {
                            files.add(letter(number), content(number));
                        }
                        files.finish();
                    }
                })
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("200.pdf");

        assertThat(names())
                .contains("0.pdf", "127.pdf")
                .doesNotContain("299.pdf")
                .noneMatch(name -> name.startsWith("."));
    }
}
