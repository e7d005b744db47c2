package fr.perisco.domain.registration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A registration as lists show it.
 *
 * @param to last day, included
 * @param family the payer's code
 * @param label of the activity, as families read it
 * @param reason why it was refused; empty when it was not
 * @param secondFamily the code of a family that pays as well on that day, or else will next; empty when none does
 * @param secondFrom the first day on which it pays so; null when none does
 * @param secondShare what it pays: even or odd weeks, or a percentage of each day; empty when there is none
 * @param school the child's, on the day that the list is about; empty when it is not known
 */
public record ListedRegistration(
        String child,
        String activity,
        LocalDate from,
        LocalDate to,
        String family,
        RegistrationState state,
        String childName,
        String familyName,
        String label,
        String school,
        String reason,
        String secondFamily,
        String secondShare,
        @Nullable LocalDate secondFrom) {}
