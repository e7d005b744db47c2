package fr.perisco.workflow;

import fr.perisco.domain.reason.BadInput;
import fr.perisco.domain.reason.InputFault;
import fr.perisco.domain.reason.Reason;
import fr.perisco.exchange.csv.Parsed;
import java.util.ArrayList;
import java.util.List;

/** The faults of several files, refused together. */
final class Faults {
    private final List<InputFault> faults = new ArrayList<>();

    void add(Parsed<?> parsed) {
        faults.addAll(parsed.faults());
    }

    void add(String source, long line, Reason reason) {
        faults.add(new InputFault(source, line, 0, reason));
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new BadInput(faults);
        }
    }
}
