package fr.perisco.cli;

import picocli.CommandLine.Option;

/** {@code --dry-run}: the same checks and the same report, and nothing is kept. */
final class DryRun {
    @Option(names = "--dry-run", descriptionKey = "option.dry-run")
    private boolean set;

    boolean isSet() {
        return set;
    }
}
