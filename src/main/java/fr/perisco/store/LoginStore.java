package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CREDENTIAL;
import static fr.perisco.store.generated.Tables.FAMILY;

import fr.perisco.domain.credential.LoginAttempts;
import fr.perisco.domain.family.FieldChange;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passwords by login, and the wrong ones that were given in a row. */
public final class LoginStore {
    /**
     * A family's password as it is stored.
     *
     * @param temporary whether the office drew it
     */
    public record StoredLogin(long familyId, String family, String hash, boolean temporary, LoginAttempts attempts) {}

    private final Database database;

    public LoginStore(Database database) {
        this.database = database;
    }

    /** The password behind a login, in letters of any size; empty when nobody has that login, or no password with it. */
    public Optional<StoredLogin> find(String login) {
        return database.dsl()
                .select(
                        CREDENTIAL.FAMILY_ID,
                        FAMILY.CODE,
                        CREDENTIAL.PASSWORD_HASH,
                        CREDENTIAL.IS_TEMPORARY,
                        CREDENTIAL.FAILURES,
                        CREDENTIAL.FAILED_AT,
                        CREDENTIAL.LOCKED_UNTIL_AT)
                .from(CREDENTIAL)
                .join(FAMILY)
                .on(FAMILY.ID.eq(CREDENTIAL.FAMILY_ID))
                .where(FAMILY.LOGIN.eq(plain(login)))
                .fetchOptional(row -> new StoredLogin(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        new LoginAttempts(row.value5(), instant(row.value6()), instant(row.value7()))));
    }

    /** A login as it is kept, whichever size its letters were typed in. */
    static String plain(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    static @Nullable String written(@Nullable Instant moment) {
        return moment == null ? null : Journal.written(moment);
    }

    static @Nullable Instant instant(@Nullable String written) {
        return written == null ? null : Instant.parse(written);
    }

    /** Keeps the count of wrong passwords; a lock is recorded as a change. */
    public void count(StoredLogin login, LoginAttempts attempts, Journal journal) {
        Instant until = attempts.lockedUntil();
        database.dsl()
                .update(CREDENTIAL)
                .set(CREDENTIAL.FAILURES, attempts.failures())
                .set(CREDENTIAL.FAILED_AT, written(attempts.lastAt()))
                .set(CREDENTIAL.LOCKED_UNTIL_AT, written(until))
                .where(CREDENTIAL.FAMILY_ID.eq(login.familyId()))
                .execute();
        if (until != null) {
            journal.changed("credential", login.family(), "locked_until", null, Moments.inParis(until));
        }
    }

    /** Stores the password that a family chose. */
    public void change(StoredLogin login, String hash, Journal journal) {
        database.dsl()
                .update(CREDENTIAL)
                .set(CREDENTIAL.PASSWORD_HASH, hash)
                .set(CREDENTIAL.IS_TEMPORARY, false)
                .set(CREDENTIAL.FAILURES, 0)
                .set(CREDENTIAL.LOCKED_UNTIL_AT, (String) null)
                .set(CREDENTIAL.ACT_ID, journal.actId())
                .where(CREDENTIAL.FAMILY_ID.eq(login.familyId()))
                .execute();
        journal.changed(List.of(FieldChange.hidden("credential", login.family(), "password")));
    }
}
