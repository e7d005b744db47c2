package fr.perisco.workflow;

import fr.perisco.domain.office.ControlTotals;
import fr.perisco.domain.reason.BadInput;
import fr.perisco.domain.reason.InputFault;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.exchange.table.TableWriter;
import fr.perisco.store.BackupFile;
import fr.perisco.store.MailStore;
import fr.perisco.store.OwnFile;
import fr.perisco.store.Replacement;
import fr.perisco.store.Schema;
import fr.perisco.store.SealStore;
import fr.perisco.store.Upkeep;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Puts a backup in the place of a database. The backup is unpacked beside it, brought to this program's schema and checked; only then
 * does it take the name of the database, which is kept under another one.
 */
public final class Restoration implements AutoCloseable {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmm");

    private final Path backup;
    private final Path database;
    private final Office.Acting acting;
    private final BackupTurn turn;
    private final Scratch scratch;
    private final Contents contents;

    /**
     * What a backup holds.
     *
     * @param isStamped whether it carries its digest; one that was made by other means does not
     * @param migrations how many migrations bring it to this program's schema
     * @param lastAct when its last act was recorded, Europe/Paris; empty where there is none
     * @param isOfAnother whether it was made of another database than the one whose place it would take
     * @param doubtfulMails how many mails waited in it, which may have been sent since
     * @param findings what does not hold in it, as it did not when it was made
     */
    public record Contents(
            boolean isStamped,
            int migrations,
            ControlTotals totals,
            Optional<LocalDateTime> lastAct,
            boolean isOfAnother,
            int doubtfulMails,
            List<Reason> findings) {}

    /**
     * Unpacks a backup and checks it.
     *
     * @throws BadInput when it is damaged, or no database of this program
     * @throws Refused when it is the database itself
     * @throws Unavailable when it cannot be read, its schema is newer than this program's, or there is no room
     */
    public Restoration(Path backup, Path database, Office.Acting acting) {
        this.backup = backup;
        this.database = behindLinks(database);
        this.acting = acting;
        Path beside = this.database.resolveSibling("." + this.database.getFileName() + ".restored.part");
        this.scratch = new Scratch(beside);
        requireReadable();
        this.turn = BackupTurn.await(this.database);
        boolean isChecked = false;
        try {
            this.contents = unpack();
            isChecked = true;
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-write", database.toString()), e);
        } finally {
            if (!isChecked) {
                close();
            }
        }
    }

    /** The engine keeps its log beside the file itself, whatever links lead to it. */
    private static Path behindLinks(Path database) {
        try {
            return OwnFile.behindLinks(database);
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-read", database.toString()), e);
        }
    }

    public Contents contents() {
        return contents;
    }

    private void requireReadable() {
        if (!Files.isRegularFile(backup) || !Files.isReadable(backup)) {
            throw Unavailable.because("file.cannot-read", backup.toString());
        }
        try {
            if (Files.exists(database) && Files.isSameFile(backup, database)) {
                throw Refused.because("restore.itself", backup.toString());
            }
            Path log = backup.resolveSibling(backup.getFileName() + "-wal");
            if (Files.exists(log) && Files.size(log) > 0) {
                throw Refused.because("restore.in-use", backup.toString());
            }
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-read", backup.toString()), e);
        }
    }

    private Contents unpack() throws IOException {
        scratch.create();
        boolean isStamped = BackupFile.unpack(backup, scratch.file());
        int migrations = upgrade();
        try (Office restored = Office.open(scratch.file(), acting)) {
            List<Reason> damage = restored.read(() -> new Upkeep(restored.database()).findings());
            if (!damage.isEmpty()) {
                throw rejected(damage);
            }
            List<Reason> findings = new DatabaseCheck(restored).findings();
            if (!isStamped && !findings.isEmpty()) {
                throw rejected(findings);
            }
            return restored.read(() -> new Contents(
                    isStamped,
                    migrations,
                    new Upkeep(restored.database()).totals(),
                    new AuditList(restored).lastMoment(),
                    isOfAnother(restored),
                    new MailStore(restored.database()).overtakenByRestore().size(),
                    findings));
        }
    }

    /** Two databases have different acts, from the first one on; one that cannot be read any more is not compared. */
    private boolean isOfAnother(Office restored) {
        Optional<String> theirs = new SealStore(restored.database()).first();
        Optional<String> ours = Files.exists(database) ? BackupFile.firstSeal(database) : Optional.empty();
        return ours.isPresent() && theirs.isPresent() && !theirs.equals(ours);
    }

    private int upgrade() {
        try {
            return Schema.upgrade(scratch.file());
        } catch (Unavailable e) {
            throw switch (e.reason().code()) {
                case "database.newer" ->
                    Unavailable.because(
                            "database.newer",
                            backup.toString(),
                            e.reason().details().get(1),
                            e.reason().details().get(2));
                case "database.not-ours" -> BadInput.of(backup.toString(), "restore.not-ours");
                case "database.damaged", "database.damaged-backup" -> BadInput.of(backup.toString(), "restore.altered");
                default -> e;
            };
        }
    }

    private BadInput rejected(List<Reason> findings) {
        return new BadInput(findings.stream()
                .map(finding -> new InputFault(backup.toString(), 0, 0, finding))
                .toList());
    }

    /**
     * Puts what was unpacked in the place of the database; in a rehearsal, does nothing.
     *
     * @param delivered says what is done and where the database that was there is kept, if there was one, and whether that reaches
     *     who asked for it; if not, nothing is changed
     * @throws Unavailable when others work on the database for longer than 20 s; nothing was changed then
     */
    public void replace(Predicate<Optional<Path>> delivered) {
        if (acting.rehearsal()) {
            return;
        }
        Path kept = keptName();
        Optional<Path> keptOne = Optional.of(kept).filter(name -> Files.exists(database));
        try {
            try (Office restored = Office.open(scratch.file(), acting)) {
                MailStore mails = new MailStore(restored.database());
                restored.act("db restore", TableWriter.harmless(String.valueOf(backup.getFileName())), journal -> {
                    mails.doubt(mails.overtakenByRestore(), Reason.of("mail.restored"), restored.clock(), journal);
                    return journal.actId();
                });
            }
            try (FileChannel channel = FileChannel.open(scratch.file(), StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            new Replacement(database, kept).by(scratch.file(), () -> delivered.test(keptOne));
            WholeFile.sync(Objects.requireNonNull(database.toAbsolutePath().getParent()));
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-write", database.toString()), e);
        }
    }

    private Path keptName() {
        String name = database.getFileName() + ".before-restore-" + MINUTE.format(acting.now());
        Path kept = database.resolveSibling(name);
        for (int more = 1; Files.exists(kept); more++) {
            kept = database.resolveSibling(name + "-" + more);
        }
        return kept;
    }

    @Override
    public void close() {
        try (turn) {
            scratch.discard();
        }
    }
}
