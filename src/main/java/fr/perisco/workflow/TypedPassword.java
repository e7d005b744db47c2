package fr.perisco.workflow;

import fr.perisco.domain.credential.TemporaryPassword;
import fr.perisco.store.PasswordHash;
import java.util.Optional;

/** A password as somebody typed it, beside the one that is stored. */
final class TypedPassword {
    private TypedPassword() {}

    /**
     * Whether they are the same. One that the office drew may be typed without its dashes, with spaces or in capital letters; one that a
     * family chose is taken as it stands. Takes the time that a hash takes.
     *
     * @param temporary whether the office drew the one that is stored
     */
    static boolean matches(CharSequence typed, String hash, boolean temporary) {
        Optional<TemporaryPassword> drawn = temporary ? TemporaryPassword.typed(typed) : Optional.empty();
        try {
            return PasswordHash.matches(drawn.isPresent() ? drawn.get().text() : typed, hash);
        } finally {
            drawn.ifPresent(TemporaryPassword::wipe);
        }
    }
}
