package fr.perisco.workflow;

import fr.perisco.domain.office.BackupName;
import fr.perisco.domain.office.BackupRotation;
import fr.perisco.domain.office.ControlTotals;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.store.BackupFile;
import fr.perisco.store.LastBackup;
import fr.perisco.store.SealStore;
import fr.perisco.store.Upkeep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Copies the database while others may go on writing. A copy gets its name when it is proved: restored into a scratch file, it is
 * sound and holds what the database held at the moment of the copy.
 */
public final class Backup {
    private final Office office;

    public Backup(Office office) {
        this.office = office;
    }

    /**
     * What was written.
     *
     * @param written false when there was the same one already, or in a rehearsal
     * @param bytes its size; 0 when nothing was written
     * @param totals what it holds
     * @param findings what does not hold in the database, and so in the copy; the copy is what the database was all the same
     * @param removed older backups that were taken away, the oldest first; none when something does not hold
     */
    public record Report(
            Path file, boolean written, long bytes, ControlTotals totals, List<Reason> findings, List<Path> removed) {
        private Report without(List<Path> older) {
            return new Report(file, written, bytes, totals, findings, older);
        }
    }

    /**
     * @throws Refused when the file is there already
     * @throws Unavailable when it cannot be written, or the database is damaged
     */
    public Report writeTo(Path file) {
        requireFree(file);
        if (office.isRehearsal()) {
            return unwritten(file, List.of());
        }
        try (BackupTurn turn = BackupTurn.await(database())) {
            requireFree(file);
            return write(turn, file);
        }
    }

    private static void requireFree(Path file) {
        if (Files.exists(file)) {
            throw Refused.because("file.exists", file.toString());
        }
    }

    /**
     * Writes a backup with the present minute in its name into a folder, in place of an earlier one of the same minute unless that
     * holds the same; then takes away the backups there that no term of a rotation keeps.
     *
     * @throws Refused when the newest backup there is another database's
     */
    public Report rotateIn(Path folder, BackupRotation rotation) {
        Path file = folder.resolve(BackupName.at(office.now()));
        if (office.isRehearsal()) {
            requireOwn(folder);
            return unwritten(file, discarded(folder, rotation));
        }
        try (BackupTurn turn = BackupTurn.await(database())) {
            requireOwn(folder);
            clear(folder);
            if (Files.exists(file)) {
                requireWhole(file);
            }
            Report report = write(turn, file);
            return report.findings().isEmpty() ? report.without(removed(folder, rotation)) : report;
        }
    }

    private List<Path> removed(Path folder, BackupRotation rotation) {
        List<Path> discarded = discarded(folder, rotation);
        remove(folder, discarded);
        return discarded;
    }

    /** What bears the name of this minute's backup is one, or nothing is acknowledged. */
    private static void requireWhole(Path file) {
        if (!BackupFile.isWhole(file)) {
            throw Refused.because("backup.spoiled", file.toString());
        }
    }

    /** Two databases have different acts, from the first one on. */
    private void requireOwn(Path folder) {
        Optional<Path> newest = files(folder).stream()
                .filter(Files::isRegularFile)
                .filter(file ->
                        BackupName.moment(String.valueOf(file.getFileName())).isPresent())
                .max(Comparator.comparing(file -> String.valueOf(file.getFileName())));
        Optional<String> theirs = newest.flatMap(BackupFile::firstSeal);
        Optional<String> ours = office.read(() -> new SealStore(office.database()).first());
        if (theirs.isPresent() && ours.isPresent() && !theirs.equals(ours)) {
            throw Refused.because(
                    "backup.other-database",
                    folder.toString(),
                    String.valueOf(newest.get().getFileName()));
        }
    }

    private Path database() {
        return office.database().file().orElseThrow();
    }

    private Report unwritten(Path file, List<Path> removed) {
        ControlTotals totals = office.read(() -> new Upkeep(office.database()).totals());
        return new Report(file, false, 0, totals, List.of(), removed);
    }

    private Report write(BackupTurn turn, Path file) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path beside = WholeFile.beside(file);
        Scratch scratch = new Scratch(file.resolveSibling("." + file.getFileName() + ".proof.part"));
        try {
            WholeFile.createFolder(folder);
            new Scratch(beside).create();
            ControlTotals totals = new Upkeep(office.database()).copyTo(beside);
            BackupFile.stamp(beside);
            if (Files.exists(file) && Files.mismatch(file, beside) < 0) {
                return new Report(file, false, 0, totals, List.of(), List.of());
            }
            List<Reason> findings = prove(beside, scratch, totals);
            long bytes = Files.size(beside);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            WholeFile.sync(folder);
            turn.remember(new LastBackup(file, office.now()));
            return new Report(file, true, bytes, totals, findings, List.of());
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-write", file.toString()), e);
        } finally {
            scratch.discard();
            new Scratch(beside).discard();
        }
    }

    /** What does not hold in a copy that is sound and holds all. */
    private List<Reason> prove(Path copy, Scratch scratch, ControlTotals totals) throws IOException {
        scratch.create();
        BackupFile.unpack(copy, scratch.file());
        try (Office restored = opened(scratch)) {
            if (!findings(restored).isEmpty()) {
                throw LastBackup.refusal(office.database().name());
            }
            if (!totals.equals(restored.read(() -> new Upkeep(restored.database()).totals()))) {
                throw Unavailable.because("backup.differs");
            }
            return new DatabaseCheck(restored).findings();
        }
    }

    private List<Reason> findings(Office restored) {
        try {
            return restored.read(() -> new Upkeep(restored.database()).findings());
        } catch (Unavailable e) {
            throw new Unavailable(LastBackup.damaged(office.database().name()), e);
        }
    }

    /** What cannot even be opened was damaged before it was copied. */
    private Office opened(Scratch scratch) {
        try {
            return office.beside(scratch.file());
        } catch (Unavailable e) {
            throw new Unavailable(LastBackup.damaged(office.database().name()), e);
        }
    }

    /** Backups that were cut off before they had a name. */
    private static void clear(Path folder) {
        for (Path file : files(folder)) {
            String name = String.valueOf(file.getFileName());
            Optional<LocalDateTime> cutOff = name.startsWith(".") && name.endsWith(".part")
                    ? BackupName.moment(name.substring(1).replaceFirst("(\\.proof)?\\.part$", ""))
                    : Optional.empty();
            if (cutOff.isPresent()) {
                new Scratch(file).discard();
            }
        }
    }

    private List<Path> discarded(Path folder, BackupRotation rotation) {
        List<LocalDateTime> there = files(folder).stream()
                .filter(Files::isRegularFile)
                .flatMap(file -> BackupName.moment(String.valueOf(file.getFileName())).stream())
                .toList();
        LocalDateTime newest = BackupName.moment(BackupName.at(office.now())).orElseThrow();
        return rotation.discarded(there, newest).stream()
                .map(moment -> folder.resolve(BackupName.at(moment)))
                .toList();
    }

    private static void remove(Path folder, List<Path> files) {
        try {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            WholeFile.sync(folder);
        } catch (IOException e) {
            throw new Unavailable(Reason.of("backup.cannot-remove", folder.toString()), e);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.toList());
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-read", folder.toString()), e);
        }
    }
}
