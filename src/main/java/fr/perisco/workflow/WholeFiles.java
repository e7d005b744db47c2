package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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
    private final Set<PartFile> unsettled = ConcurrentHashMap.newKeySet();
    private List<PartFile> batch = new ArrayList<>(BATCH);
    private CompletableFuture<?> settling = CompletableFuture.completedFuture(null);

    /**
     * @param folder made with the first file where it is missing
     */
    WholeFiles(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /**
     * Writes a file beside its place. Waits when more than a batch of files is on its way there, and while somebody else writes the
     * same file; those before it are brought to their places then, so that two who wait for one another both go on.
     *
     * @param file in the folder, added once
     * @throws Unavailable when it cannot be written, or one before it; a file that was there before is untouched then
     */
    void add(Path file, byte[] content) {
        PartFile part = PartFile.take(folder.resolve(Objects.requireNonNull(file.getFileName())), this::finish);
        unsettled.add(part);
        part.fill(out -> WholeFile.put(out, content));
        collect(part);
    }

    private synchronized void collect(PartFile part) {
        batch.add(part);
        if (batch.size() == BATCH) {
            handOver();
        }
    }

    private void handOver() {
        await(settling);
        List<PartFile> full = batch;
        batch = new ArrayList<>(BATCH);
        settling = CompletableFuture.runAsync(() -> settle(full), settler);
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

    private void settle(List<PartFile> parts) {
        if (parts.isEmpty()) {
            return;
        }
        List<CompletableFuture<?>> synced = new ArrayList<>(parts.size());
        for (PartFile part : parts) {
            synced.add(CompletableFuture.runAsync(part::sync, syncs));
        }
        synced.forEach(WholeFiles::await);
        for (PartFile part : parts) {
            part.move();
            part.close();
            unsettled.remove(part);
        }
        try {
            WholeFile.sync(folder);
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-write", folder.toString()), e);
        }
    }

    private static void await(CompletableFuture<?> task) {
        try {
            task.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** To be called when nobody adds any more. */
    @Override
    public void close() {
        settling.exceptionally(failure -> null).join();
        settler.shutdown();
        syncs.shutdown();
        unsettled.forEach(PartFile::close);
    }
}
