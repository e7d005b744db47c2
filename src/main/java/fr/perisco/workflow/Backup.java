package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.store.Database;
import fr.perisco.store.Upkeep;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Copies the database while others may go on writing; the copy is opened and checked before it gets its name. */
public final class Backup {
    private final Office office;

    public Backup(Office office) {
        this.office = office;
    }

    /**
     * @throws Refused when the file is there already
     * @throws Unavailable when it cannot be written, or the copy is not sound
     */
    public void writeTo(Path file) {
        if (Files.exists(file)) {
            throw Refused.because("backup.exists", file.toString());
        }
        if (office.isRehearsal()) {
            return;
        }
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path beside = folder.resolve("." + file.getFileName() + ".part");
        try {
            WholeFile.createFolder(folder);
            Files.deleteIfExists(beside);
            Files.createFile(
                    beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            new Upkeep(office.database()).copyTo(beside);
            requireSound(beside);
            sync(beside, StandardOpenOption.WRITE);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            sync(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-write", file.toString()), e);
        }
    }

    private void requireSound(Path copy) {
        try (Database database = Database.open(copy)) {
            if (!new Upkeep(database).findings().isEmpty()) {
                throw Unavailable.because("database.damaged", office.database().name());
            }
        }
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
