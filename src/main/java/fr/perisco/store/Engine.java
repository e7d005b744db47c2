package fr.perisco.store;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jooq.SQLDialect;

/** A connection to a database of one kind, and what each kind has its own words for; the queries are the same on all. */
interface Engine extends AutoCloseable {
    Connection connection();

    SQLDialect dialect();

    /** Another connection to the same database, for a thread of its own. */
    Engine another();

    /**
     * The version of the schema that is there; 0 when there is none.
     */
    int schemaVersion();

    /** Begins to read from one unchanging state of the database. */
    void beginReading() throws SQLException;

    /**
     * Begins to write once nobody else does; waits up to 20 s for that.
     *
     * @throws Unavailable when nobody would see what is written
     */
    void beginWriting() throws SQLException;

    /** Takes back what was written since the beginning. */
    void rollBack() throws SQLException;

    /** Whether each row that another one names is looked up when that one is written; outside a transaction only. */
    void lookUpEachReference(boolean each) throws SQLException;

    /** Whether {@link #lookUpEachReference} was told not to. */
    boolean leavesReferences();

    /**
     * @throws Unavailable when what was read may be of two moments
     */
    void requireUnchanged();

    /** A value as the driver binds it to a column. */
    Object bound(Object value);

    /** An {@link Unavailable} for what lies outside the program; anything else comes back as it is. */
    RuntimeException translated(RuntimeException failure);

    /** Has what is deleted from now on overwritten; before the work begins. */
    void overwriteDeleted() throws SQLException;

    /** What is wrong with the database itself; empty when it is sound. */
    List<Reason> findings() throws SQLException;

    /** That the database itself is damaged; empty when it is sound. */
    Optional<Reason> damage() throws SQLException;

    /** The same where it is found in no time. */
    Optional<Reason> damageFoundAtOnce() throws SQLException;

    /**
     * Writes the database anew, which leaves no free space with what once stood there; outside a transaction only.
     *
     * @throws Unavailable when others are at work for more than 20 s, or the disk is full
     */
    void rewrite();

    /**
     * Copies all that this connection sees into a file that is nobody's database yet.
     *
     * @throws Unavailable when it cannot be written to its end, or the database is none that is copied so
     */
    void copyTo(Path copy);

    @Override
    void close() throws SQLException;
}
