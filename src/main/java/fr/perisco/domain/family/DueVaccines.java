package fr.perisco.domain.family;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A child whose vaccines are due, or of whom nothing is known. Texts may be empty.
 *
 * @param school code of the school
 * @param schoolName the school as people call it
 * @param families to whom the child belongs
 */
public record DueVaccines(Child child, String school, String schoolName, String schoolClass, List<Family> families) {
    private static final Collator FRENCH = Collator.getInstance(Locale.FRANCE);

    /** By school, class and name; a child without a school or class comes after those that have one. */
    public static final Comparator<DueVaccines> BY_CLASS = Comparator.comparing(
                    (DueVaccines due) -> due.schoolName().isEmpty())
            .thenComparing(DueVaccines::schoolName, FRENCH)
            .thenComparing(DueVaccines::school)
            .thenComparing(due -> due.schoolClass().isEmpty())
            .thenComparing(DueVaccines::schoolClass, FRENCH)
            .thenComparing(due -> due.child().fullName(), FRENCH)
            .thenComparing(due -> due.child().code());

    public DueVaccines {
        families = List.copyOf(families);
    }
}
