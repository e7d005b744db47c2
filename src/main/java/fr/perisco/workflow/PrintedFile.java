package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BiConsumer;

/** A document on its way into a file. */
final class PrintedFile {
    private PrintedFile() {}

    /**
     * Writes a file, unless it is there already with the same content; in a rehearsal, only looks.
     *
     * @return whether the file is new or other than before
     * @throws Unavailable when it cannot be read or written
     */
    static boolean put(Office office, Path file, byte[] content) {
        return put(office, file, content, PrintedFile::writeAlone);
    }

    /**
     * The same, for one file of many.
     *
     * @param writer writes a file of this content
     * @return whether the file is new or other than before
     * @throws Unavailable when it cannot be read or written
     */
    static boolean put(Office office, Path file, byte[] content, BiConsumer<Path, byte[]> writer) {
        try {
            if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
                return false;
            }
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-read", file.toString()), e);
        }
        if (!office.isRehearsal()) {
            writer.accept(file, content);
        }
        return true;
    }

    private static void writeAlone(Path file, byte[] content) {
        WholeFile.write(file, out -> WholeFile.put(out, content));
    }
}
