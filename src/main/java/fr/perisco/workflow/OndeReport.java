package fr.perisco.workflow;

import fr.perisco.domain.reason.InputFault;
import fr.perisco.domain.reason.Reason;
import fr.perisco.workflow.ImportReport.Difference;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What loading the ministry's extractions changed.
 *
 * @param held rows that wait with a rejected one
 * @param setAside pupils that nothing was changed for, since that would have been a guess
 * @param notices what was loaded, and should be looked at: about a row
 * @param remarks the same, about the file as a whole
 */
public record OndeReport(
        ImportReport changes,
        List<InputFault> held,
        List<InputFault> setAside,
        List<InputFault> notices,
        List<Reason> remarks) {
    public OndeReport {
        held = List.copyOf(held);
        setAside = List.copyOf(setAside);
        notices = List.copyOf(notices);
        remarks = List.copyOf(remarks);
    }

    /** All that somebody should look at: faults, rows that wait with them, pupils set aside, notices. */
    public List<InputFault> findings() {
        return Stream.of(changes.faults(), held, setAside, notices)
                .flatMap(List::stream)
                .toList();
    }

    /**
     * What is wrong where nothing was loaded: file by file, as it stands there.
     *
     * @param pupils the name of the file of pupils
     */
    List<InputFault> faultsOfBoth(String pupils) {
        return Stream.of(changes.faults(), setAside, notices)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(
                                (InputFault fault) -> !fault.source().equals(pupils))
                        .thenComparing(InputFault.AS_THEY_STAND))
                .toList();
    }

    /** How many children have a level above the one before. */
    public long movedUp() {
        return count(Difference.MOVED_UP);
    }

    /** How many values of the files were not taken over. */
    public long differing() {
        return count(Difference.DIFFERS);
    }

    private long count(String change) {
        return changes.differences().stream()
                .filter(difference -> difference.change().equals(change))
                .count();
    }
}
