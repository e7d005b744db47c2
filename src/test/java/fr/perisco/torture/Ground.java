package fr.perisco.torture;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A folder for all tries, of which nothing is left when they end, or when somebody ends them. */
final class Ground implements AutoCloseable {
    private static final int ROUNDS = 50;
    private static final int PAUSE_MS = 100;

    private final Path folder;
    private final Thread end = new Thread(this::end);

    private Ground(Path folder) {
        this.folder = folder;
    }

    static Ground open() throws IOException {
        Ground ground = new Ground(Files.createTempDirectory("perisco-torture").toRealPath());
        Runtime.getRuntime().addShutdownHook(ground.end);
        return ground;
    }

    Path folder() {
        return folder;
    }

    /** Others are at work until the end, and make folders anew; what they say who find theirs gone is worth nothing. */
    private void end() {
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        int gone = 0;
        for (int round = 0; round < ROUNDS && gone < 2; round++) {
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
            try {
                clear();
                Thread.sleep(PAUSE_MS);
            } catch (IOException e) {
                // the next round clears more
            } catch (InterruptedException e) {
                return;
            }
            gone = Files.exists(folder) ? 0 : gone + 1;
        }
    }

    private void clear() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Privileges.unmountAll(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            return;
        }
        clear();
    }
}
