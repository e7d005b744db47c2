package fr.perisco.workflow;

import fr.perisco.domain.credential.TemporaryPassword;
import fr.perisco.store.PasswordHash;
import java.util.random.RandomGenerator;

/** A password on its way to one sheet, and its hash on its way to the store. */
final class DrawnPassword {
    private final TemporaryPassword password;
    private final String hash;

    /** Takes the time that a hash takes. */
    DrawnPassword(TemporaryPassword password, RandomGenerator random) {
        this.password = password;
        this.hash = PasswordHash.of(password.text(), random);
    }

    TemporaryPassword password() {
        return password;
    }

    String hash() {
        return hash;
    }
}
