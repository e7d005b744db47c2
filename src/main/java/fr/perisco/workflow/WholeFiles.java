package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many files of one folder, each there whole or not at all, as by {@link WholeFile}: while files are written beside their
 * places, those before are synced together and then given their names. Syncs that are under way at the same time share the
 * disk's work; waiting for each file's own takes longer than drawing it.
 *
 * <p>{@link #add} may be called by any number of threads. What {@link #finish} did not bring to its place is gone after
 * {@link #close}; what a killed process left beside a place is replaced when the file is written again.
 */
final class WholeFiles implements AutoCloseable {
    private static final int BATCH = 128;
    private static final int SYNCS_AT_ONCE = 16;

    private final Path folder;
    private final ExecutorService settler = Executors.newSingleThreadExecutor();
    private final ExecutorService syncs = Executors.newFixedThreadPool(SYNCS_AT_ONCE);
    private final Set<Path> unsettled = ConcurrentHashMap.newKeySet();
    private List<Path> batch = new ArrayList<>(BATCH);
    private Future<?> settling = CompletableFuture.completedFuture(null);

    /**
     * @param folder made with the first file where it is missing
     */
    WholeFiles(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /**
     * Writes a file beside its place. Waits when more than a batch of files is on its way there.
     *
     * @param file in the folder, added once
     * @throws Unavailable when it cannot be written, or one before it; a file that was there before is untouched then
     */
    void add(Path file, byte[] content) {
        Path place = folder.resolve(Objects.requireNonNull(file.getFileName()));
        Path beside = WholeFile.beside(place);
        unsettled.add(place);
        try {
            WholeFile.createFolder(folder);
            Files.deleteIfExists(beside);
            WholeFile.createEmpty(beside);
            Files.write(beside, content);
        } catch (IOException e) {
            throw cannotWrite(place, e);
        }
        collect(place);
    }

    private synchronized void collect(Path place) {
        batch.add(place);
        if (batch.size() == BATCH) {
            handOver();
        }
    }

    private void handOver() {
        await(settling);
        List<Path> full = batch;
        batch = new ArrayList<>(BATCH);
        settling = settler.submit(() -> settle(full));
    }

    /**
     * Brings every file to its place.
     *
     * @throws Unavailable when one cannot be written
     */
    synchronized void finish() {
        handOver();
        await(settling);
    }

    private void settle(List<Path> places) {
        if (places.isEmpty()) {
            return;
        }
        List<Future<?>> synced = new ArrayList<>(places.size());
        for (Path place : places) {
            synced.add(syncs.submit(() -> sync(place)));
        }
        synced.forEach(WholeFiles::await);
        for (Path place : places) {
            try {
                Files.move(
                        WholeFile.beside(place),
                        place,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw cannotWrite(place, e);
            }
            unsettled.remove(place);
        }
        try {
            WholeFile.sync(folder);
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
    }

    private static void sync(Path place) {
        try (FileChannel channel = FileChannel.open(WholeFile.beside(place), StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw cannotWrite(place, e);
        }
    }

    private static void await(Future<?> task) {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Unavailable cannotWrite(Path file, IOException cause) {
        return new Unavailable(Reason.of("file.cannot-write", file.toString()), cause);
    }

    /** To be called when nobody adds any more. */
    @Override
    public void close() {
        settler.shutdown();
        syncs.shutdown();
        try {
            for (Path place : unsettled) {
                Files.deleteIfExists(WholeFile.beside(place));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
