package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.store.DatabaseFile;
import fr.perisco.store.OwnFile;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files that are there whole or not at all: written beside, synced, then renamed; readable by their owner only. */
public final class WholeFile {
    /** What a umask takes away is given back: the owner may always read and write. */
    private static final Set<PosixFilePermission> OWN_FOLDER = PosixFilePermissions.fromString("rwx------");

    private static final Pattern ENDING = Pattern.compile("((\\.rejected)?\\.[^.]*)?$");
    private static final Pattern HALF = Pattern.compile("\\.(.+)\\.part");

    private WholeFile() {}

    /**
     * Writes a file, its folder too where it is missing; behind a link, the file that it leads to. What is no file, such as a pipe or
     * a terminal, is written into as it comes.
     *
     * @throws Unavailable when it cannot be written, or somebody else writes it for longer than 20 s; a file that was there before
     *     is untouched then
     * @throws Refused when a database stands there
     */
    public static void write(Path file, Consumer<OutputStream> content) {
        if (isStream(file)) {
            writeInto(file, content);
            return;
        }
        try (PartFile part = PartFile.write(file, content)) {
            part.place();
        }
    }

    /**
     * A list or a letter takes the place of another one, but not of a database, whosever it is.
     *
     * @throws Refused when one stands there
     */
    public static void requireNoDatabase(Path file) {
        try {
            if (DatabaseFile.isPartOfOne(OwnFile.behindLinks(file))) {
                throw Refused.because("file.is-database", file.toString());
            }
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-write", file.toString()), e);
        }
    }

    /**
     * Gives a file that holds something else than what is to be written there a free name beside it, a number before its ending.
     *
     * @return that name; empty when there is no such file, or it holds the same
     * @throws Unavailable when it cannot be read or renamed
     */
    static Optional<Path> keepOther(Path file, byte[] content) {
        requireNoDatabase(file);
        try {
            if (!Files.isRegularFile(file) || Arrays.equals(Files.readAllBytes(file), content)) {
                return Optional.empty();
            }
            int number = 1;
            while (Files.exists(numbered(file, number))) {
                number++;
            }
            return Optional.of(Files.move(file, numbered(file, number)));
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-write", file.toString()), e);
        }
    }

    /**
     * Takes a file away that has no use any more.
     *
     * @throws Unavailable when it cannot be
     */
    static void discard(Path file) {
        try {
            if (Files.isRegularFile(file)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-write", file.toString()), e);
        }
    }

    private static Path numbered(Path file, int number) {
        return file.resolveSibling(
                ENDING.matcher(String.valueOf(file.getFileName())).replaceFirst("-" + number + "$0"));
    }

    /** Whether a name leads to a pipe, a terminal or another device: nothing there can be written beside and renamed. */
    static boolean isStream(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    private static void writeInto(Path stream, Consumer<OutputStream> content) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(stream, StandardOpenOption.WRITE))) {
            content.accept(out);
        } catch (IOException | UncheckedIOException e) {
            throw new Unavailable(Reason.of("file.cannot-write", stream.toString()), e);
        }
    }

    /** Where a file is while it is not whole: hidden, in the same folder. */
    static Path beside(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".part");
    }

    /**
     * Throws away what was left of files of these names in a folder, where a process that wrote them was killed.
     *
     * @throws Unavailable when it cannot be thrown away
     */
    static void discardHalves(Path folder, Pattern names) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder.toRealPath())) {
            for (Path file : files.toList()) {
                Matcher half = HALF.matcher(Objects.toString(file.getFileName()));
                if (half.matches() && names.matcher(half.group(1)).matches()) {
                    PartTurn.discardLeft(file);
                }
            }
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-write", folder.toString()), e);
        }
    }

    /** Writes a new file and syncs it; its name in the folder is not synced yet. */
    static void create(Path file, Consumer<OutputStream> content) throws IOException {
        OwnFile.create(file);
        try (FileOutputStream out = new FileOutputStream(file.toFile());
                BufferedOutputStream buffered = new BufferedOutputStream(out)) {
            content.accept(buffered);
            buffered.flush();
            out.getFD().sync();
        }
    }

    /** Makes a folder that its owner alone may enter, and those above that are missing; one that is there is left as it is. */
    static void createFolder(Path folder) throws IOException {
        Path above = folder.getParent();
        if (!Files.isDirectory(folder) && above != null) {
            createFolder(above);
            try {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWN_FOLDER));
                Files.setPosixFilePermissions(folder, OWN_FOLDER);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
            }
            sync(above);
        }
    }

    /** Makes the names in a folder outlast a power cut. */
    static void sync(Path fileOrFolder) throws IOException {
        try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Writes bytes to a stream that is being made into a file. */
    public static void put(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
