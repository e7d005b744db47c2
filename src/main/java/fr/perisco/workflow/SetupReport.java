package fr.perisco.workflow;

import java.util.List;

/** What loading a setup changed, file by file. */
public record SetupReport(List<Counts> files) {
    /**
     * @param vanished rows of the office that the file no longer has: left alone, but for tariffs, closures and the
     *     calendar, which the file replaces
     */
    public record Counts(String file, int added, int changed, int unchanged, int vanished) {}

    public SetupReport {
        files = List.copyOf(files);
    }
}
