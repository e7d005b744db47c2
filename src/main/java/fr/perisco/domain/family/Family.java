package fr.perisco.domain.family;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A family as its file and the portal's "Mes coordonnées" show it. Texts may be empty.
 *
 * @param guardian the reference guardian, whose e-mail is the family's login
 * @param second the other guardian
 * @param dependents how many children the family brings up; null when nobody told
 * @param income what its quotient was worked out from
 * @param incomeOn the day the income was declared
 */
public record Family(
        String code,
        String name,
        Guardian guardian,
        @Nullable Guardian second,
        String address,
        String postcode,
        String city,
        @Nullable Integer dependents,
        @Nullable Money income,
        @Nullable LocalDate incomeOn) {

    /** The reference guardian's e-mail in small letters; empty when there is none, and then nobody can log in. */
    public String login() {
        return guardian.email().toLowerCase(Locale.ROOT);
    }

    /** Where to call: the reference guardian's phone, else the other one's; empty when none is known. */
    public String phone() {
        return guardian.phone().isEmpty() && second != null ? second.phone() : guardian.phone();
    }

    /** The address block of a letter, a line each. */
    public String recipient() {
        String town = (postcode + " " + city).strip();
        return String.join("\n", List.of(guardian.fullName(), address, town)).strip();
    }

    /** The same family with the fields that a file without their columns says nothing of. */
    public Family keeping(Family before, Set<String> missing) {
        return new Family(
                code,
                name,
                guardian,
                second,
                address,
                postcode,
                city,
                missing.contains("dependents") ? before.dependents : dependents,
                missing.contains("income") ? before.income : income,
                missing.contains("income_on") ? before.incomeOn : incomeOn);
    }

    /** The same family, with what is told of its income; null leaves a field as it is. */
    public Family withIncome(
            @Nullable Integer newDependents, @Nullable Money newIncome, @Nullable LocalDate newIncomeOn) {
        return new Family(
                code,
                name,
                guardian,
                second,
                address,
                postcode,
                city,
                newDependents == null ? dependents : newDependents,
                newIncome == null ? income : newIncome,
                newIncomeOn == null ? incomeOn : newIncomeOn);
    }

    /** The same family at another address. */
    public Family at(String newAddress, String newPostcode, String newCity) {
        return new Family(code, name, guardian, second, newAddress, newPostcode, newCity, dependents, income, incomeOn);
    }

    /** The same family with other guardians. */
    public Family withGuardians(Guardian newGuardian, @Nullable Guardian newSecond) {
        return new Family(code, name, newGuardian, newSecond, address, postcode, city, dependents, income, incomeOn);
    }

    /** Every field by its name in the families file. */
    public Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("family_name", name);
        guardian.addTo(fields, "guardian_");
        (second == null ? Guardian.NOBODY : second).addTo(fields, "guardian2_");
        fields.put("address", address);
        fields.put("postcode", postcode);
        fields.put("city", city);
        fields.put("dependents", dependents);
        fields.put("income", income);
        fields.put("income_on", incomeOn);
        return fields;
    }

    public List<FieldChange> changesSince(Family before) {
        return FieldChange.between("family", code, before.fields(), fields(), Set.of());
    }
}
