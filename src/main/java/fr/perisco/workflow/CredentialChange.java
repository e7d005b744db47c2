package fr.perisco.workflow;

import fr.perisco.domain.credential.PasswordPolicy;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.LoginStore;
import fr.perisco.store.LoginStore.StoredLogin;
import fr.perisco.store.PasswordHash;
import java.util.List;
import java.util.random.RandomGenerator;

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
        List<Reason> faults = PasswordPolicy.faults(login, former, wanted);
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        LoginStore logins = new LoginStore(office.database());
        StoredLogin known = office.read(() -> logins.find(login))
                .filter(stored -> TypedPassword.matches(former, stored.hash(), stored.temporary()))
                .orElseThrow(() -> Refused.because("credential.wrong"));
        String hash = PasswordHash.of(wanted, random);
        return office.act("credential change", null, journal -> {
            StoredLogin stored = logins.find(login)
                    .filter(now -> now.hash().equals(known.hash()))
                    .orElseThrow(() -> Refused.because("credential.wrong"));
            logins.change(stored, hash, journal);
            return stored.family();
        });
    }
}
