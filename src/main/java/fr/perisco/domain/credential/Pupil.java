package fr.perisco.domain.credential;

import fr.perisco.domain.family.Child;
import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;

/**
 * A child in its class, as teachers know it. Texts may be empty.
 *
 * @param schoolCode the school's code
 * @param school the school's name
 * @param schoolClass the class, such as {@code CE2 A}
 */
public record Pupil(Child child, String schoolCode, String school, String schoolClass) {
    private static final Collator FRENCH = Collator.getInstance(Locale.FRANCE);

    /** By school, class and name; a child without school, or without class, comes after those that have one. */
    public static final Comparator<Pupil> BY_CLASS = Comparator.comparing(
                    (Pupil pupil) -> pupil.school().isEmpty())
            .thenComparing(Pupil::school, FRENCH)
            .thenComparing(Pupil::schoolCode)
            .thenComparing(pupil -> pupil.schoolClass().isEmpty())
            .thenComparing(Pupil::schoolClass, FRENCH)
            .thenComparing(pupil -> pupil.child().fullName(), FRENCH)
            .thenComparing(pupil -> pupil.child().code());
}
