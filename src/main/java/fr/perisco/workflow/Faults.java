package fr.perisco.workflow;

import fr.perisco.domain.reason.BadInput;
import fr.perisco.domain.reason.InputFault;
import fr.perisco.exchange.csv.Parsed;
import java.util.ArrayList;
import java.util.List;

/** The faults of several files, refused together. */
final class Faults {
    private final List<InputFault> faults = new ArrayList<>();

    void add(Parsed<?> parsed) {
        faults.addAll(parsed.faults());
    }

    /** The faults of one file, in whatever order they were found. */
    void add(List<InputFault> ofOneFile) {
        ofOneFile.stream().sorted(InputFault.AS_THEY_STAND).forEach(faults::add);
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new BadInput(faults);
        }
    }
}
