package fr.perisco.domain.family;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Someone legally responsible for a family's children. Texts may be empty.
 *
 * @param rank 1 for the reference guardian, 2 for the other
 */
public record Guardian(int rank, String civility, String lastName, String firstName, String email, String phone) {
    static final Guardian NOBODY = new Guardian(2, "", "", "", "", "");

    public Guardian {
        if (rank < 1 || rank > 2) {
            throw new IllegalArgumentException("a family has two guardians at the most");
        }
    }

    /** Whether nothing is known of them. */
    public boolean isNobody() {
        return civility.isEmpty() && lastName.isEmpty() && firstName.isEmpty() && email.isEmpty() && phone.isEmpty();
    }

    /** {@code MME LAFITTE Claire}, without the parts that are empty. */
    public String fullName() {
        StringJoiner name = new StringJoiner(" ");
        for (String part : List.of(civility, lastName, firstName)) {
            if (!part.isBlank()) {
                name.add(part.strip());
            }
        }
        return name.toString();
    }

    /** Whether both have one name, or one first name and an e-mail or a phone in common: last names change. */
    public boolean isSamePerson(Guardian other) {
        String first = NameKey.of(firstName);
        if (!first.equals(NameKey.of(other.firstName))) {
            return false;
        }
        String last = NameKey.of(lastName);
        boolean isNamedAlike = !last.isEmpty() && last.equals(NameKey.of(other.lastName));
        return isNamedAlike || (!first.isEmpty() && isReachedLike(other));
    }

    private boolean isReachedLike(Guardian other) {
        String key = PhoneKey.of(phone);
        return (!email.isEmpty() && email.equalsIgnoreCase(other.email))
                || (!key.isEmpty() && key.equals(PhoneKey.of(other.phone)));
    }

    /** The same guardian under another e-mail address and phone number. */
    public Guardian reachedAt(String newEmail, String newPhone) {
        return new Guardian(rank, civility, lastName, firstName, newEmail, newPhone);
    }

    void addTo(Map<String, @Nullable Object> fields, String prefix) {
        fields.put(prefix + "civility", civility);
        fields.put(prefix + "last_name", lastName);
        fields.put(prefix + "first_name", firstName);
        fields.put(prefix + "email", email);
        fields.put(prefix + "phone", phone);
    }
}
