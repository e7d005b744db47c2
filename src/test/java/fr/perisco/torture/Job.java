package fr.perisco.torture;

import fr.perisco.StoredContent;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A piece of work that a machine may interrupt, and that is finished by doing it again. */
interface Job {
    String name();

    /** The database that it starts from; left as it is. */
    Path before();

    /** When it is done, Paris time. */
    String moment();

    List<String> command(Place place);

    /** Whether it is kept step by step, so that what it leaves when interrupted may be in between. */
    default boolean isInSteps() {
        return false;
    }

    /** Whether the database is of an older schema, which only this job may open. */
    default boolean isUpgrade() {
        return false;
    }

    /** Whether it puts another database in the place of this one, whatever that is. */
    default boolean isReplacement() {
        return false;
    }

    /** Whether it takes the writers' turn on the database. */
    default boolean writes() {
        return true;
    }

    /** Whether it reads the whole file before it trusts it. */
    default boolean checksTheFile() {
        return false;
    }

    /** Whether all that it says stands in its file, and nothing on standard output. */
    default boolean isSilent() {
        return false;
    }

    /** What a database holds, as far as two runs of this job leave the same. */
    default String content(Path database) throws SQLException {
        return StoredContent.of(database);
    }

    /** Lets go of what it holds for a place. */
    default void leave(Place place) {}

    /** What is wrong beyond the database and the files, once the job is done. */
    default Optional<String> objection(Place place) throws Exception {
        return Optional.empty();
    }
}
