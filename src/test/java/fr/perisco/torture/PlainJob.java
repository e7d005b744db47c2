package fr.perisco.torture;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A command that leaves all of its work or none. */
record PlainJob(String name, Path before, String moment, Set<Trait> traits, List<String> words) implements Job {
    /** In what it differs from a command that writes into the database, all at once. */
    enum Trait {
        UPGRADE,
        REPLACEMENT,
        ONLY_READS,
        CHECKS_THE_FILE,
        SILENT
    }

    @Override
    public List<String> command(Place place) {
        return words;
    }

    @Override
    public boolean isUpgrade() {
        return traits.contains(Trait.UPGRADE);
    }

    @Override
    public boolean isReplacement() {
        return traits.contains(Trait.REPLACEMENT);
    }

    @Override
    public boolean writes() {
        return !traits.contains(Trait.ONLY_READS);
    }

    @Override
    public boolean checksTheFile() {
        return traits.contains(Trait.CHECKS_THE_FILE);
    }

    @Override
    public boolean isSilent() {
        return traits.contains(Trait.SILENT);
    }
}
