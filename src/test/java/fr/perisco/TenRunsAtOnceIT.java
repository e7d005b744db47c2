package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G4 and G20: Ten processes invoice the same month at once. */
class TenRunsAtOnceIT {
    private static final int RUNS = 10;
    private static final String[] RUN = {"invoice", "run", "2016-11"};

    @TempDir
    Path folder;

    @Test
    void oneInvoicesAndNineFindItDone() throws Exception {
        Path database = folder.resolve("town.db");
        SmallTown.book(database);
        Path single = Files.copy(database, folder.resolve("single.db"));
        assertThat(SmallTown.ask(single, SmallTown.DECEMBER, RUN).exit()).isZero();

        List<Process> processes = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            processes.add(SmallTown.start(List.of(), output(run), database, SmallTown.DECEMBER, RUN));
        }

        int issued = 0;
        for (int run = 0; run < RUNS; run++) {
            assertThat(processes.get(run).waitFor(120, TimeUnit.SECONDS)).isTrue();
            String said = Files.readString(output(run));
            assertThat(processes.get(run).exitValue()).as(said).isZero();
            if (!said.contains("nothing to do")) {
                assertThat(said).contains("2016-11: €1326.90 in all");
                issued++;
            }
        }
        assertThat(issued).isEqualTo(1);
        assertThat(StoredContent.of(database)).isEqualTo(StoredContent.of(single));
        assertThat(StoredContent.seriesWithGaps(database)).isEmpty();
        assertThat(SmallTown.ask(database, SmallTown.DECEMBER, "db", "verify").exit())
                .isZero();
    }

    private Path output(int run) {
        return folder.resolve("output-" + run);
    }
}
