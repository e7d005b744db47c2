package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sheets under way: written into a hidden folder beside the place where they will be, and given their place once the
 * passwords on them are stored. The hidden folder's name tells which act stores them, so that a later run can finish what
 * an interrupted one began, or throw it away.
 */
final class SheetBatch {
    /** All the sheets of a batch, for the printer. */
    static final String PRINT = "print.pdf";

    private static final Pattern NAME = Pattern.compile("\\.sheets-(\\d{1,18})-(\\d{1,18})(-all)?");

    private final Path folder;
    private final long actId;
    private final Instant recordedAt;
    private final boolean replacesPrint;

    private SheetBatch(Path folder, long actId, Instant recordedAt, boolean replacesPrint) {
        this.folder = folder;
        this.actId = actId;
        this.recordedAt = recordedAt;
        this.replacesPrint = replacesPrint;
    }

    /** The file name of a family's sheet: its code, which holds letters, digits, dots, hyphens and underscores. */
    static String nameFor(String familyCode) {
        return "identifiants-" + familyCode + ".pdf";
    }

    /**
     * Refuses a place that cannot become a folder with files in it, before anything is done.
     *
     * @throws Unavailable when it cannot
     */
    static void requireRoomIn(Path place) {
        Path there = place.toAbsolutePath();
        while (!Files.exists(there)) {
            there = Objects.requireNonNull(there.getParent());
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            throw Unavailable.because("file.cannot-write", place.toString());
        }
    }

    /**
     * @param place where the sheets will be; made where it is missing
     * @param replacesPrint whether an earlier print file is of no use any more
     */
    static SheetBatch begin(Path place, long actId, Instant recordedAt, boolean replacesPrint) {
        Path folder = place.toAbsolutePath()
                .resolve(".sheets-" + actId + "-" + recordedAt.toEpochMilli() + (replacesPrint ? "-all" : ""));
        try {
            WholeFile.createFolder(folder);
        } catch (IOException e) {
            throw cannotWrite(place, e);
        }
        return new SheetBatch(folder, actId, recordedAt, replacesPrint);
    }

    /** The batches that are under way in a place; none when it is missing. */
    static List<SheetBatch> in(Path place) {
        List<SheetBatch> batches = new ArrayList<>();
        for (Path folder : files(place.toAbsolutePath())) {
            Matcher name = NAME.matcher(folder.getFileName().toString());
            if (name.matches() && Files.isDirectory(folder)) {
                batches.add(new SheetBatch(
                        folder,
                        Long.parseLong(name.group(1)),
                        Instant.ofEpochMilli(Long.parseLong(name.group(2))),
                        name.group(3) != null));
            }
        }
        return batches;
    }

    long actId() {
        return actId;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    boolean isEmpty() {
        return files(folder).isEmpty();
    }

    void add(String name, Consumer<OutputStream> content) {
        try {
            WholeFile.create(folder.resolve(name), content);
        } catch (IOException | UncheckedIOException e) {
            throw cannotWrite(place().resolve(name), e);
        }
    }

    /** From now on the batch outlasts a power cut. */
    void seal() {
        try {
            WholeFile.sync(folder);
            WholeFile.sync(place());
        } catch (IOException e) {
            throw cannotWrite(place(), e);
        }
    }

    /**
     * Gives the sheets their place, the file for the printer last; what is not good is thrown away. May be called again
     * where it was interrupted.
     *
     * @param good the names of the sheets whose passwords are stored
     * @return the name under which an earlier file for the printer is kept
     */
    Optional<String> settle(Set<String> good) {
        Optional<String> kept = Optional.empty();
        try {
            for (Path file : files(folder)) {
                if (good.contains(file.getFileName().toString())) {
                    move(file, place().resolve(file.getFileName()));
                }
            }
            Path print = folder.resolve(PRINT);
            if (!good.isEmpty() && Files.exists(print)) {
                kept = keepEarlierPrint();
                move(print, place().resolve(PRINT));
            }
            WholeFile.sync(place());
        } catch (IOException e) {
            throw cannotWrite(place(), e);
        }
        discard();
        return kept;
    }

    private Optional<String> keepEarlierPrint() throws IOException {
        Path earlier = place().resolve(PRINT);
        if (replacesPrint || !Files.exists(earlier)) {
            return Optional.empty();
        }
        int number = 1;
        while (Files.exists(place().resolve("print-" + number + ".pdf"))) {
            number++;
        }
        String name = "print-" + number + ".pdf";
        move(earlier, place().resolve(name));
        return Optional.of(name);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Leaves nothing of it. */
    void discard() {
        try {
            for (Path file : files(folder)) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
    }

    private Path place() {
        return Objects.requireNonNull(folder.getParent());
    }

    private static Set<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new TreeSet<>(files.toList());
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-read", folder.toString()), e);
        }
    }

    private static Unavailable cannotWrite(Path file, Exception cause) {
        return new Unavailable(Reason.of("file.cannot-write", file.toString()), cause);
    }
}
