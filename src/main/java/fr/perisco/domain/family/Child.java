package fr.perisco.domain.family;

import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A child.
 *
 * @param id the store's key; 0 for a child that is not stored yet
 * @param sex F, M or empty
 * @param diet neutral words, such as "sans porc"; empty when there is nothing to heed
 * @param ine the ministry's number of the pupil (identifiant national élève); empty when it is not known
 */
public record Child(
        long id,
        String code,
        String lastName,
        String firstName,
        @Nullable LocalDate birthOn,
        String sex,
        String diet,
        @Nullable LocalDate vaccinesUntil,
        String ine) {
    /**
     * No child is older, in years: beyond, the century or the parent's birth date was typed. Far above the age of a school child,
     * so that a file of some years ago can still be loaded today.
     */
    public static final int OLDEST = 30;

    private static final Set<String> HEALTH = Set.of("diet", "vaccines_until");

    /** A child whose national number is not known. */
    public Child(
            long id,
            String code,
            String lastName,
            String firstName,
            @Nullable LocalDate birthOn,
            String sex,
            String diet,
            @Nullable LocalDate vaccinesUntil) {
        this(id, code, lastName, firstName, birthOn, sex, diet, vaccinesUntil, "");
    }

    /** Last name then first name, the order of lists and invoices. */
    public String fullName() {
        return (lastName + " " + firstName).strip();
    }

    /** The age in whole years on a day; null when the birth date is not known. */
    public @Nullable Integer ageOn(LocalDate day) {
        return birthOn == null ? null : (Integer) Period.between(birthOn, day).getYears();
    }

    /** Whether the vaccines last until a day. */
    public VaccineState vaccinesOn(LocalDate day) {
        if (vaccinesUntil == null) {
            return VaccineState.UNKNOWN;
        }
        return vaccinesUntil.isBefore(day) ? VaccineState.OUTDATED : VaccineState.VALID;
    }

    public Child withId(long stored) {
        return new Child(stored, code, lastName, firstName, birthOn, sex, diet, vaccinesUntil, ine);
    }

    public Child withIne(String number) {
        return new Child(id, code, lastName, firstName, birthOn, sex, diet, vaccinesUntil, number);
    }

    /** Every field by its name in the families file. */
    public Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("child_last_name", lastName);
        fields.put("child_first_name", firstName);
        fields.put("birth_date", birthOn);
        fields.put("sex", sex);
        fields.put("diet", diet);
        fields.put("vaccines_until", vaccinesUntil);
        fields.put("ine", ine);
        return fields;
    }

    /** Health is told to have changed, not how. */
    public List<FieldChange> changesSince(Child before) {
        return FieldChange.between("child", code, before.fields(), fields(), HEALTH);
    }
}
