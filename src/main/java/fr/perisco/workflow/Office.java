package fr.perisco.workflow;

import fr.perisco.domain.calendar.ParisTime;
import fr.perisco.domain.office.DatabaseAddress;
import fr.perisco.domain.reason.Misused;
import fr.perisco.store.Database;
import fr.perisco.store.Journal;
import fr.perisco.store.SealStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An office at work: its database, who acts, and the two moments, the one that counts and the one on the clock. */
public final class Office implements AutoCloseable {
    /**
     * Who acts, and when.
     *
     * @param now the moment the request reached the office, Europe/Paris wall time: deadlines and issue dates go by it
     * @param clock the real moment, for the audit trail
     * @param rehearsal whether everything is done and then rolled back
     */
    public record Acting(String actor, LocalDateTime now, Instant clock, boolean rehearsal) {
        /**
         * @throws Misused when the actor's name holds signs that change how others are shown
         */
        public Acting {
            actor = TypedText.of(actor);
        }
    }

    private final Database database;
    private final Acting acting;
    private final BooleanSupplier delivered;
    private final List<Runnable> undoing = new ArrayList<>();
    private boolean takenBack;

    private Office(Database database, Acting acting, BooleanSupplier delivered) {
        this.database = database;
        this.acting = acting;
        this.delivered = delivered;
    }

    /** Begins to load, beside other work, what opening any office takes longest for. */
    public static void prepare() {
        Database.prepare();
    }

    /** Keeps every act in a file. */
    public static Office open(Path file, Acting acting) {
        return open(DatabaseAddress.of(file), acting, () -> true);
    }

    /**
     * @param delivered asked at the end, whether what was said of the last act has reached who asked for it; if not, that act
     *     is taken back
     */
    public static Office open(DatabaseAddress address, Acting acting, BooleanSupplier delivered) {
        return new Office(Database.open(address), acting, delivered);
    }

    /** The same person at work on another file. */
    Office beside(Path file) {
        return open(file, acting);
    }

    Database database() {
        return database;
    }

    Acting acting() {
        return acting;
    }

    LocalDateTime now() {
        return acting.now();
    }

    LocalDate today() {
        return acting.now().toLocalDate();
    }

    /** The real moment of its acts. */
    Instant clock() {
        return acting.clock();
    }

    /** Whether the day that counts is still to come. */
    boolean isAhead() {
        return today().isAfter(LocalDate.ofInstant(clock(), ParisTime.ZONE));
    }

    boolean isRehearsal() {
        return acting.rehearsal();
    }

    <T> T read(Supplier<T> work) {
        return database.read(work);
    }

    /** One act: what it changes is kept together with its record in the audit trail, or not at all. */
    <T> T act(String kind, @Nullable String reason, Function<Journal, T> work) {
        if (reason != null && TypedText.reason(reason).isEmpty()) {
            throw Misused.because("reason.empty");
        }
        return sealed(
                () -> work.apply(new Journal(database, acting.clock(), acting.now(), acting.actor(), kind, reason)));
    }

    /** An act that writes very many rows; the work looks up what they name by itself. */
    <T> T actInBulk(String kind, Function<Journal, T> work) {
        return sealed(
                () -> work.apply(new Journal(database, acting.clock(), acting.now(), acting.actor(), kind, null)),
                database::writeInBulk);
    }

    /** What an act would come to: it is done, and taken back. */
    <T> T rehearse(String kind, Function<Journal, T> work) {
        return database.write(
                false,
                () -> work.apply(new Journal(database, acting.clock(), acting.now(), acting.actor(), kind, null)));
    }

    /**
     * Many acts, kept together or not at all: each has its own record in the audit trail, with the moment at which it counts.
     *
     * @param work is handed what opens the journal of an act that counts at a moment
     */
    <T> T acts(String kind, Function<Function<LocalDateTime, Journal>, T> work) {
        return sealed(
                () -> work.apply(moment -> new Journal(database, acting.clock(), moment, acting.actor(), kind, null)));
    }

    /** Keeps the last act for good: others see it, and nothing takes it back. */
    void keep() {
        database.keep();
    }

    private <T> T sealed(Supplier<T> work) {
        return sealed(work, database::write);
    }

    private <T> T sealed(Supplier<T> work, BiFunction<Boolean, Supplier<T>, T> writing) {
        SealStore seals = new SealStore(database);
        return writing.apply(!acting.rehearsal(), () -> {
            long before = seals.lastAct();
            T result = work.get();
            if (!acting.rehearsal()) {
                seals.sealSince(before);
            }
            return result;
        });
    }

    /** Whether an act was kept for good. */
    public boolean hasKept() {
        return database.hasKept();
    }

    /** Whether it was closed and its last act taken back, because what was said of it did not arrive. */
    public boolean isTakenBack() {
        return takenBack;
    }

    /** What else is to be undone when no act is kept. */
    void orElse(Runnable undo) {
        undoing.add(undo);
    }

    @Override
    public void close() {
        try {
            try (database) {
                takenBack = !delivered.getAsBoolean() && database.abandon();
            }
        } finally {
            if (!database.hasKept()) {
                undoing.forEach(Runnable::run);
            }
        }
    }
}
