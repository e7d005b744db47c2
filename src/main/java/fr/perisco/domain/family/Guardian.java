package fr.perisco.domain.family;

/**
 * Someone legally responsible for a family's children. Texts may be empty.
 *
 * @param rank 1 for the reference guardian, 2 for the other
 */
public record Guardian(int rank, String civility, String lastName, String firstName, String email, String phone) {
    public Guardian {
        if (rank < 1 || rank > 2) {
            throw new IllegalArgumentException("a family has two guardians at the most");
        }
    }

    /** {@code MME LAFITTE Claire}, without the parts that are empty. */
    public String fullName() {
        return String.join(" ", civility, lastName, firstName).strip().replaceAll(" +", " ");
    }
}
