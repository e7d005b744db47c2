package fr.perisco.workflow;

import fr.perisco.domain.credential.LoginAttempts;
import fr.perisco.domain.credential.LoginVerdict;
import fr.perisco.store.Journal;
import fr.perisco.store.LoginStore;
import fr.perisco.store.LoginStore.StoredLogin;
import fr.perisco.store.PasswordHash;
import fr.perisco.store.StrayLoginStore;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a portal whether a login and a password belong together. A wrong password is counted and kept whatever becomes of the answer; a
 * right one changes nothing, or ends the count. Whether a login exists is told neither by an answer, that of a lock included, nor by the
 * time that it takes: wrong passwords for a login that nobody has are counted and looked up in the same way.
 */
public final class CredentialCheck {
    /**
     * @param family the family's code; empty unless the password is right
     * @param lockedUntil null where the login is not locked
     */
    public record Answer(
            LoginVerdict verdict, String family, @Nullable Instant lockedUntil) {
        private static final Answer WRONG = new Answer(LoginVerdict.WRONG, "", null);

        private static Answer right(StoredLogin login) {
            return new Answer(login.temporary() ? LoginVerdict.MUST_CHANGE : LoginVerdict.OK, login.family(), null);
        }

        private static Answer locked(LoginAttempts attempts) {
            return new Answer(LoginVerdict.LOCKED, "", attempts.lockedUntil());
        }
    }

    private final Office office;
    private final LoginStore logins;
    private final StrayLoginStore strays;

    public CredentialCheck(Office office) {
        this.office = office;
        this.logins = new LoginStore(office.database());
        this.strays = new StrayLoginStore(office.database());
    }

    /** Takes the time that a hash takes. */
    public Answer check(String login, CharSequence password) {
        Optional<StoredLogin> found = office.read(() -> logins.find(login));
        String hash = hash(found);
        boolean right = TypedPassword.matches(
                        password, hash, found.filter(StoredLogin::temporary).isPresent())
                && found.isPresent();
        Optional<Answer> answer = office.read(() -> withoutCounting(login, hash, right));
        if (answer.isPresent()) {
            return answer.get();
        }
        Answer counted = office.act("credential check", null, journal -> count(login, hash, right, journal));
        office.keep();
        return counted;
    }

    private static String hash(Optional<StoredLogin> login) {
        return login.map(StoredLogin::hash).orElse(PasswordHash.OF_NOBODY);
    }

    /** Both counts are looked up, so that it takes as long for a login that nobody has. */
    private LoginAttempts attempts(String login, Optional<StoredLogin> stored) {
        LoginAttempts stray = strays.find(login);
        return stored.map(StoredLogin::attempts).orElse(stray);
    }

    /** The answer, where nothing is to be counted: others may have failed, or changed the password, since it was looked at. */
    private Optional<Answer> withoutCounting(String login, String hash, boolean right) {
        Optional<StoredLogin> stored = logins.find(login);
        LoginAttempts attempts = attempts(login, stored);
        if (attempts.isLocked(office.clock())) {
            return Optional.of(Answer.locked(attempts));
        }
        if (!hash(stored).equals(hash)) {
            return Optional.of(Answer.WRONG);
        }
        return right && attempts.isNone() ? stored.map(Answer::right) : Optional.empty();
    }

    private Answer count(String login, String hash, boolean right, Journal journal) {
        Optional<Answer> answer = withoutCounting(login, hash, right);
        if (answer.isPresent()) {
            return answer.get();
        }
        Optional<StoredLogin> stored = logins.find(login);
        LoginAttempts attempts =
                right ? LoginAttempts.NONE : attempts(login, stored).failed(office.clock());
        strays.forget(office.clock());
        stored.ifPresentOrElse(known -> logins.count(known, attempts, journal), () -> strays.count(login, attempts));
        return right
                ? stored.map(Answer::right).orElse(Answer.WRONG)
                : attempts.isLocked(office.clock()) ? Answer.locked(attempts) : Answer.WRONG;
    }
}
