package fr.perisco.domain.reservation;

import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A child on the roll of a day at a unit, with what those who look after it must know. Texts may be empty.
 *
 * @param unitId the unit's key
 * @param school the school's code
 * @param schoolName the school as people call it
 * @param child the child's code
 * @param name last name, then first name
 * @param diet neutral words; empty when there is nothing to heed
 * @param pai whether it has a PAI that day; what that says is shown apart
 * @param allergy whether it has an allergy that day, likewise
 * @param phones of the guardians, each with a civility where one is known
 * @param expected booked and not cancelled; otherwise the child came without being expected
 * @param attendance null when none was recorded
 */
public record ExpectedChild(
        LocalDate day,
        long unitId,
        String activity,
        String unit,
        String school,
        String schoolName,
        String schoolClass,
        String child,
        String name,
        String diet,
        boolean pai,
        boolean allergy,
        List<String> phones,
        boolean expected,
        @Nullable Attendance attendance) {
    private static final Collator FRENCH = Collator.getInstance(Locale.FRANCE);

    /** By school, class, name and day; a child without school, or without class, comes after those that have one. */
    public static final Comparator<ExpectedChild> BY_CLASS = Comparator.comparing(
                    (ExpectedChild child) -> child.schoolName().isEmpty())
            .thenComparing(ExpectedChild::schoolName, FRENCH)
            .thenComparing(ExpectedChild::school)
            .thenComparing(child -> child.schoolClass().isEmpty())
            .thenComparing(ExpectedChild::schoolClass, FRENCH)
            .thenComparing(ExpectedChild::schoolClass)
            .thenComparing(ExpectedChild::name, FRENCH)
            .thenComparing(ExpectedChild::child)
            .thenComparing(ExpectedChild::day);

    public ExpectedChild {
        phones = List.copyOf(phones);
    }

    /** The diet, and the marks of a PAI and of an allergy; empty when there is nothing to heed. */
    public String needs() {
        return Needs.of(diet, pai, allergy);
    }
}
