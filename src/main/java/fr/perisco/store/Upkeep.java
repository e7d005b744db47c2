package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACT;
import static fr.perisco.store.generated.Tables.AUDIT_CHANGE;
import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.DAY_REQUEST;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.MAIL;
import static fr.perisco.store.generated.Tables.PAYMENT;
import static fr.perisco.store.generated.Tables.REGISTRATION;
import static fr.perisco.store.generated.Tables.RESERVATION_MONTH;
import static fr.perisco.store.generated.Tables.SEAL;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.office.ControlTotals;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** What concerns the file as a whole: its soundness and its copies. Each engine has its own words for it. */
public final class Upkeep {
    private static final int LONGEST_MONTH = 31;

    private final Database database;

    public Upkeep(Database database) {
        this.database = database;
    }

    /** What the engine finds wrong with the database itself; empty when it is sound. */
    public List<Reason> findings() {
        return asked(Engine::findings);
    }

    /** That the database itself is damaged, with its last backup; empty when it is sound. */
    public Optional<Reason> damage() {
        return asked(Engine::damage);
    }

    /** The same where it is found in no time; else the database is taken for sound here. */
    public Optional<Reason> damageFoundAtOnce() {
        return asked(Engine::damageFoundAtOnce);
    }

    private interface Question<T> {
        T put(Engine engine) throws SQLException;
    }

    private <T> T asked(Question<T> question) {
        try {
            return question.put(database.engine());
        } catch (SQLException e) {
            throw new DataAccessException("upkeep", e);
        }
    }

    /**
     * Copies the database as it is at one moment; others may go on writing.
     *
     * @param file an empty file that is nobody's database yet
     * @return what the database held at that moment
     * @throws Unavailable when the file cannot be written to its end
     */
    public ControlTotals copyTo(Path file) {
        return database.read(() -> {
            ControlTotals totals = totals();
            database.engine().copyTo(file);
            return totals;
        });
    }

    /** What the database holds, counted. */
    public ControlTotals totals() {
        DSLContext dsl = database.dsl();
        return new ControlTotals(
                dsl.fetchCount(FAMILY),
                dsl.fetchCount(CHILD),
                dsl.fetchCount(REGISTRATION),
                sum(RESERVATION_MONTH, daysBooked()),
                dsl.fetchCount(DAY_REQUEST),
                dsl.fetchCount(INVOICE),
                Money.ofCents(sum(INVOICE, INVOICE.AMOUNT_CENTS)),
                dsl.fetchCount(PAYMENT),
                Money.ofCents(sum(PAYMENT, PAYMENT.AMOUNT_CENTS)),
                dsl.fetchCount(MAIL),
                dsl.fetchCount(ACT),
                dsl.fetchCount(AUDIT_CHANGE),
                dsl.select(SEAL.HASH)
                        .from(SEAL)
                        .orderBy(SEAL.ACT_ID.desc())
                        .limit(1)
                        .fetchOptional(row -> HexFormat.of().formatHex(row.value1()))
                        .orElse(""));
    }

    /** A month's booked days are the bits of a number. */
    private static Field<Integer> daysBooked() {
        Field<Integer> days = DSL.inline(0);
        for (int bit = 0; bit < LONGEST_MONTH; bit++) {
            days = days.plus(DSL.field("({0} >> {1} & 1)", Integer.class, RESERVATION_MONTH.BOOKED, DSL.inline(bit)));
        }
        return days;
    }

    private long sum(Table<?> table, Field<? extends Number> field) {
        return database.dsl()
                .select(DSL.coalesce(DSL.sum(field), DSL.inline(0)))
                .from(table)
                .fetchSingle(0, Long.class);
    }
}
