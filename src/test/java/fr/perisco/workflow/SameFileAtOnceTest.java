package fr.perisco.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.OnlyOnFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G4: processes that write the same file again and again take turns; none of them fails, and one of their contents is there. */
@OnlyOnFile("no database is in it")
class SameFileAtOnceTest {
    private static final int PROCESSES = 6;
    private static final int TIMES = 1000;

    @TempDir
    Path folder;

    @Test
    void eachHasItsTurn() throws Exception {
        Path file = folder.resolve("list.csv");
        List<Process> processes = new ArrayList<>();
        for (int number = 0; number < PROCESSES; number++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            file.toString(),
                            "writer " + number)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said-" + number).toFile())
                    .start());
        }

        for (int number = 0; number < PROCESSES; number++) {
            int exit = processes.get(number).waitFor();
            assertThat(folder.resolve("said-" + number)).content().isEmpty();
            assertThat(exit).isZero();
        }
        assertThat(file).content().matches("writer [0-5]");
        assertThat(WholeFile.beside(file)).doesNotExist();
    }

    static final class Writer {
        private Writer() {}

        public static void main(String[] args) {
            byte[] content = args[1].getBytes(StandardCharsets.UTF_8);
            for (int time = 0; time < TIMES; time++) {
                WholeFile.write(Path.of(args[0]), out -> WholeFile.put(out, content));
            }
        }
    }
}
