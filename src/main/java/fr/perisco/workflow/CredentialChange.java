package fr.perisco.workflow;

import fr.perisco.domain.credential.PasswordPolicy;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.LoginStore;
import fr.perisco.store.LoginStore.StoredLogin;
import fr.perisco.store.PasswordHash;
import fr.perisco.store.SetupStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Puts the password that a family chose in the place of the one that it had. */
public final class CredentialChange {
    private final Office office;
    private final RandomGenerator random;

    /**
     * @param random a secure source
     */
    public CredentialChange(Office office, RandomGenerator random) {
        this.office = office;
        this.random = random;
    }

    /**
     * @param former was found to be right
     * @return the family's code
     * @throws Refused when the wanted one will not do, or the former one was changed meanwhile
     */
    public String change(String login, CharSequence former, CharSequence wanted) {
        LoginStore logins = new LoginStore(office.database());
        StoredLogin known = office.read(() -> logins.find(login))
                .filter(stored -> TypedPassword.matches(former, stored.hash(), stored.temporary()))
                .orElseThrow(() -> Refused.because("credential.wrong"));
        List<Reason> faults = PasswordPolicy.faults(login, office.read(() -> near(known.familyId())), former, wanted);
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        String hash = PasswordHash.of(wanted, random);
        return office.act("credential change", null, journal -> {
            StoredLogin stored = logins.find(login)
                    .filter(now -> now.hash().equals(known.hash()))
                    .orElseThrow(() -> Refused.because("credential.wrong"));
            logins.change(stored, hash, journal);
            return stored.family();
        });
    }

    /** The names that somebody who knows the family would try first. */
    private List<String> near(long familyId) {
        List<String> names = new ArrayList<>();
        names.add(new SetupStore(office.database()).settings().get("office.city"));
        FamilyStore families = new FamilyStore(office.database());
        families.families(List.of(familyId)).forEach(stored -> {
            Family family = stored.family();
            names.add(family.city());
            Stream.of(family.guardian(), family.second())
                    .filter(Objects::nonNull)
                    .forEach(guardian -> names.addAll(List.of(guardian.lastName(), guardian.firstName())));
        });
        families.childrenOf(familyId).forEach(schooled -> {
            names.add(schooled.child().lastName());
            names.add(schooled.child().firstName());
        });
        return names;
    }
}
