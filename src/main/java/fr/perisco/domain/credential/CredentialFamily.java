package fr.perisco.domain.credential;

import fr.perisco.domain.family.Family;
import java.util.Comparator;
import java.util.List;

/**
 * A family that may get a credential.
 *
 * @param id the store's key
 * @param hasPassword whether a password is stored for it already
 * @param pupils its children, by school and class: the first one's teacher hands the sheet out
 */
public record CredentialFamily(long id, Family family, boolean hasPassword, List<Pupil> pupils) {
    /** The order in which sheets are handed out: by the first child's school and class; without children, last. */
    public static final Comparator<CredentialFamily> BY_CLASS = Comparator.comparing(
                    (CredentialFamily family) -> family.pupils().isEmpty())
            .thenComparing(CredentialFamily::compareFirst)
            .thenComparing(CredentialFamily::code);

    public CredentialFamily {
        pupils = pupils.stream().sorted(Pupil.BY_CLASS).toList();
    }

    private static int compareFirst(CredentialFamily one, CredentialFamily other) {
        return one.pupils.isEmpty() ? 0 : Pupil.BY_CLASS.compare(one.pupils.get(0), other.pupils.get(0));
    }

    public String code() {
        return family.code();
    }

    /** Empty when its reference guardian has no e-mail. */
    public String login() {
        return family.login();
    }
}
