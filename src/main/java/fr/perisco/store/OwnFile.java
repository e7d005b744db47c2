package fr.perisco.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that their owner alone may read, whatever the umask says. */
public final class OwnFile {
    private static final Set<PosixFilePermission> RIGHTS = PosixFilePermissions.fromString("rw-------");

    /** As many as the system follows. */
    private static final int MOST_LINKS = 40;

    private OwnFile() {}

    /**
     * Makes an empty one.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is a file of that name
     */
    public static void create(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(RIGHTS));
        close(file);
    }

    /** Lets nobody but its owner read a file. */
    static void close(Path file) throws IOException {
        Files.setPosixFilePermissions(file, RIGHTS);
    }

    /** The file that a name leads to through links, which is there or not. */
    public static Path behindLinks(Path file) throws IOException {
        Path found = file;
        for (int links = 0; links < MOST_LINKS && Files.isSymbolicLink(found); links++) {
            found = found.resolveSibling(Files.readSymbolicLink(found));
        }
        return found;
    }

    /** Gives a file to whom another one belongs: an administrator's help leaves nothing that the office cannot open. */
    public static void giveToOwnerOf(Path other, Path file) throws IOException {
        PosixFileAttributes theirs = Files.readAttributes(other, PosixFileAttributes.class);
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        PosixFileAttributes ours = view.readAttributes();
        try {
            if (!ours.group().equals(theirs.group())) {
                view.setGroup(theirs.group());
            }
            if (!ours.owner().equals(theirs.owner())) {
                view.setOwner(theirs.owner());
            }
        } catch (FileSystemException e) {
            // Only an administrator may; whoever else made the file keeps it.
            return;
        }
    }
}
