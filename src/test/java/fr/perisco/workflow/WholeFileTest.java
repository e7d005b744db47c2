package fr.perisco.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G4: who writes the same file at the same time waits, and what has the name is whole. */
class WholeFileTest {
    private static final byte[] HALF = "half of it, ".getBytes(StandardCharsets.UTF_8);
    private static final byte[] REST = "and the rest".getBytes(StandardCharsets.UTF_8);
    private static final String WHOLE = "half of it, and the rest";

    @TempDir
    Path folder;

    private Path list;
    private Path part;
    private final CompletableFuture<Thread> second = new CompletableFuture<>();
    private final ExecutorService other = Executors.newSingleThreadExecutor(announced());

    private ThreadFactory announced() {
        return work -> {
            Thread thread = new Thread(work);
            second.complete(thread);
            return thread;
        };
    }

    @BeforeEach
    void places() {
        list = folder.resolve("list.csv");
        part = WholeFile.beside(list);
    }

    @AfterEach
    void end() {
        other.shutdownNow();
    }

    private void write() {
        WholeFile.write(list, out -> {
            WholeFile.put(out, HALF);
            WholeFile.put(out, REST);
        });
    }

    /** Until the other thread waits for its turn, or for what ends the test. */
    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private void assertWholeAndAlone() throws IOException {
        assertThat(list).hasContent(WHOLE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(list)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(list);
        }
    }

    @Test
    void whoComesSecondWaitsUntilTheFirstIsDone() throws Exception {
        CountDownLatch firstIsDone = new CountDownLatch(1);
        Future<?>[] late = new Future<?>[1];
        WholeFile.write(list, out -> {
            WholeFile.put(out, HALF);
            late[0] = other.submit(() -> WholeFile.write(list, again -> {
                WholeFile.put(again, HALF);
                awaitLatch(firstIsDone);
                WholeFile.put(again, REST);
            }));
            awaitWaiting(second.join());
            WholeFile.put(out, REST);
        });
        assertThat(list).hasContent(WHOLE);
        firstIsDone.countDown();
        late[0].get();

        assertWholeAndAlone();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aPartThatSomebodyHoldsIsNotTouched() throws Exception {
        Files.write(part, HALF);
        Future<?> late;
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            late = other.submit(this::write);
            awaitWaiting(second.join());
            assertThat(held.isValid()).isTrue();
            assertThat(late.isDone()).isFalse();
            assertThat(part).hasBinaryContent(HALF);
        }
        late.get();

        assertWholeAndAlone();
    }

    @Test
    void aPartThatAKilledProcessLeftIsMadeAnew() throws IOException {
        Files.write(part, "what was left, longer than what comes now".getBytes(StandardCharsets.UTF_8));
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-rw-rw-"));

        write();

        assertWholeAndAlone();
    }

    @Test
    void whatIsWrittenNeverGoesThroughALink() throws IOException {
        Path elsewhere = Files.write(folder.resolve("elsewhere"), HALF);
        Files.createSymbolicLink(part, elsewhere);

        assertThatThrownBy(this::write).isInstanceOf(Unavailable.class);

        assertThat(elsewhere).hasBinaryContent(HALF);
        assertThat(list).doesNotExist();
    }

    @Test
    void whatFailsLeavesNothing() throws IOException {
        Files.write(list, HALF);

        assertThatThrownBy(() -> WholeFile.write(list, out -> {
                    WholeFile.put(out, REST);
                    throw new UncheckedIOException(new IOException("no more"));
                }))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("list.csv");

        assertThat(list).hasBinaryContent(HALF);
        assertThat(part).doesNotExist();
    }

    @Test
    void manyWritersAtOnceAllCome() throws InterruptedException, ExecutionException, IOException {
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try {
            Set<? extends Future<?>> all =
                    Stream.generate(() -> crowd.submit(this::write)).limit(40).collect(Collectors.toSet());
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            crowd.shutdown();
        }

        assertWholeAndAlone();
    }

    @Test
    void behindALinkTheFileThatItLeadsToIsWritten() throws Exception {
        Path share = Files.createDirectory(folder.resolve("share"));
        Files.createSymbolicLink(list, Path.of("share/x.csv"));
        for (String content : new String[] {"first", "second"}) {
            WholeFile.write(list, out -> WholeFile.put(out, content.getBytes(StandardCharsets.UTF_8)));

            assertThat(Files.isSymbolicLink(list)).isTrue();
            assertThat(share.resolve("x.csv")).hasContent(content);
        }
    }

    @Test
    void aPipeIsWrittenIntoAndStays() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", list.toString()).start().waitFor())
                .isZero();
        Future<byte[]> read = other.submit(() -> Files.readAllBytes(list));

        WholeFile.write(list, out -> WholeFile.put(out, REST));

        assertThat(read.get()).isEqualTo(REST);
        assertThat(WholeFile.isStream(list)).isTrue();
        assertThatThrownBy(() -> PartFile.take(list, () -> {})).isInstanceOf(Unavailable.class);
    }
}
