package fr.perisco.workflow;

import fr.perisco.domain.activity.OpeningChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What loading a setup changed, file by file.
 *
 * @param openings the days on which units were opened or closed by it
 * @param morePlaces whether a day for which a child waits has more places than before
 */
public record SetupReport(List<Counts> files, List<OpeningChange> openings, boolean morePlaces) {
    /**
     * @param vanished rows of the office that the file no longer has: left alone, but for tariffs, closures and the
     *     calendar, which the file replaces
     */
    public record Counts(String file, int added, int changed, int unchanged, int vanished) {}

    public SetupReport {
        files = List.copyOf(files);
        openings = List.copyOf(openings);
    }

    /** The first of the days on which a unit was opened or closed; empty when there is none. */
    public Optional<LocalDate> firstMoved() {
        return openings.stream()
                .map(change -> change.month().atDay(change.days().first()))
                .min(LocalDate::compareTo);
    }
}
