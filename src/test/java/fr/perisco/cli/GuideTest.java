package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.OnlyOnFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newcomer's guide does what it says: its commands are typed one after the other, from an empty folder. */
class GuideTest {
    private static final Path GUIDE = Path.of("src/docs/guide.fr.md");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

    @TempDir
    Path folder;

    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        boolean isBlock = false;
        for (String line : Files.readAllLines(GUIDE)) {
            isBlock ^= line.startsWith("```");
            if (isBlock && line.startsWith("$ perisco ")) {
                commands.add(line.substring("$ perisco ".length()));
            }
        }
        return commands;
    }

    @Test
    @OnlyOnFile("the guide is about an office in a file")
    void everyCommandOfItRunsInItsOrder() throws IOException {
        copySample();
        TestOffice office = TestOffice.nowhere(folder);
        List<String> commands = commands();
        assertThat(commands).hasSizeGreaterThan(30);

        for (String command : commands) {
            TestOffice.Answer answer = office.runAt(
                    Clock.fixed(Instant.parse("2016-12-06T07:00:00Z"), ZoneOffset.UTC),
                    Map.of("LANG", "fr_FR.UTF-8"),
                    command.split(" "));
            assertThat(answer.exit()).as(command + "\n" + answer.err()).isIn(ExitCode.OK, ExitCode.PARTIAL);
        }
        assertThat(office.files()).contains("references.csv", "sauvegarde.db");
    }

    private void copySample() throws IOException {
        Path sample = Path.of("sample-data");
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve("sample-data").resolve(sample.relativize(file)));
            }
        }
    }

    @Test
    void whatItLinksToIsThereAndTheReadmeLinksToIt() throws IOException {
        Matcher link = LINK.matcher(Files.readString(GUIDE));
        while (link.find()) {
            assertThat(GUIDE.resolveSibling(link.group(1))).exists();
        }
        assertThat(Files.readString(Path.of("README.md"))).contains("](src/docs/guide.fr.md)");
    }
}
