package fr.perisco.workflow;

import fr.perisco.domain.reason.InputFault;
import java.util.List;

/**
 * What loading a families file changed.
 *
 * @param notices what of a row was not taken over, and why
 */
public record FamilyReport(ImportReport changes, List<InputFault> notices) {
    public FamilyReport {
        notices = List.copyOf(notices);
    }
}
