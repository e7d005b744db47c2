package fr.perisco.workflow;

import fr.perisco.domain.office.ControlTotals;
import fr.perisco.domain.office.DatabaseAddress;
import fr.perisco.domain.office.DatabaseAddress.InFile;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.store.Database;
import fr.perisco.store.DatabaseCopy;
import fr.perisco.store.DatabaseFile;
import fr.perisco.store.Schema;
import fr.perisco.store.Upkeep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** Copies an office into an empty database, from a file to a server or back, and proves the copy before it is kept. */
public final class OfficeMove {
    private final Office office;
    private final DatabaseAddress target;

    /**
     * @param office what is copied
     * @param target a database that holds nothing yet, or none: it is made then
     */
    public OfficeMove(Office office, DatabaseAddress target) {
        this.office = office;
        this.target = target;
    }

    /**
     * @param totals what was copied
     * @param findings what does not hold in the office itself; nothing is copied then
     */
    public record Report(ControlTotals totals, List<Reason> findings) {}

    /**
     * Copies what the office held at one moment; others may go on working meanwhile, in vain.
     *
     * @throws Refused when somebody works with the target already
     * @throws Unavailable when the copy is not the same; nothing is kept of it then
     */
    public Report copy(Watcher watcher) {
        requireEmpty();
        List<Reason> findings = new DatabaseCheck(office).findings();
        if (!findings.isEmpty() || office.isRehearsal()) {
            return new Report(office.read(() -> new Upkeep(office.database()).totals()), findings);
        }
        return target instanceof InFile in && !Files.exists(in.file())
                ? inNewFile(in.file(), watcher)
                : inDatabase(target, watcher);
    }

    private Report inDatabase(DatabaseAddress empty, Watcher watcher) {
        Schema.createOrUpgrade(empty, migrations -> true);
        try (Office copy = Office.open(empty, office.acting(), () -> true)) {
            return new Report(office.read(() -> copyInto(copy, watcher)), List.of());
        }
    }

    /** It gets its name when it is whole: nobody must find half an office, or an empty one, under it. */
    private Report inNewFile(Path file, Watcher watcher) {
        BackupTurn turn = BackupTurn.await(file);
        try (turn) {
            Scratch part = new Scratch(WholeFile.beside(file));
            try {
                part.create();
                Report report = inDatabase(DatabaseAddress.of(part.file()), watcher);
                WholeFile.sync(part.file());
                requireEmpty();
                Files.move(part.file(), file, StandardCopyOption.ATOMIC_MOVE);
                WholeFile.sync(Objects.requireNonNull(file.toAbsolutePath().getParent()));
                return report;
            } catch (IOException e) {
                throw new Unavailable(Reason.of("file.cannot-write", file.toString()), e);
            } finally {
                part.discard();
            }
        }
    }

    /** Looked at before anything is made. */
    private void requireEmpty() {
        if (target instanceof InFile in && DatabaseFile.isOther(in.file())) {
            throw Refused.because("copy.not-empty", target.name());
        }
        if (Schema.isThere(target)) {
            try (Database there = Database.open(target)) {
                there.read(() -> requireEmpty(there));
            }
        }
    }

    private boolean requireEmpty(Database there) {
        if (!DatabaseCopy.isEmpty(there)) {
            throw Refused.because("copy.not-empty", target.name());
        }
        return true;
    }

    private ControlTotals copyInto(Office copy, Watcher watcher) {
        ControlTotals totals = new Upkeep(office.database()).totals();
        DatabaseCopy rows = new DatabaseCopy(office.database());
        watcher.begin(rows.rows());
        copy.database().writeInBulk(true, () -> {
            requireEmpty(copy.database());
            rows.writeInto(copy.database(), watcher::step);
            requireSame(totals, copy);
            return totals;
        });
        return totals;
    }

    private void requireSame(ControlTotals totals, Office copy) {
        boolean isSame = new Upkeep(copy.database()).totals().equals(totals)
                && new DatabaseCheck(copy).findings().isEmpty();
        if (!isSame) {
            throw Unavailable.because("copy.differs", target.name());
        }
    }
}
