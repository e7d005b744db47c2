package fr.perisco.torture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Something that a machine, or somebody at it, does to a command. */
interface Fault {
    String name();

    /** What it does, in a line. */
    String summary();

    /** Why it cannot be tried here; empty when it can. */
    default Optional<String> obstacle() throws InterruptedException {
        return Optional.empty();
    }

    /** Why it cannot be tried upon this job; empty when it can. */
    default Optional<String> obstacle(Job job) {
        return Optional.empty();
    }

    /** Whether it waits more than it works. */
    default boolean isIdle() {
        return false;
    }

    /** All of these, for each job beginning with another one: who tries few sees a bit of everything. */
    default <T> List<T> inTurn(Job job, List<T> all) {
        List<T> turned = new ArrayList<>(all);
        Collections.rotate(turned, -(Jobs.NAMES.indexOf(job.name()) + name().length()));
        return turned;
    }

    /**
     * Tries it on a job.
     *
     * @param root a folder for the tries
     */
    void strike(Judge judge, Path root, Patience patience, Tally tally) throws Exception;
}
