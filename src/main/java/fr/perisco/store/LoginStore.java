package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CREDENTIAL;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.STRAY_LOGIN;

import fr.perisco.domain.credential.LoginAttempts;
import fr.perisco.domain.family.FieldChange;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.impl.DSL;
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
                        CREDENTIAL.LOCKED_UNTIL_AT)
                .from(CREDENTIAL)
                .join(FAMILY)
                .on(FAMILY.ID.eq(CREDENTIAL.FAMILY_ID))
                .where(FAMILY.LOGIN.eq(login.strip().toLowerCase(Locale.ROOT)))
                .fetchOptional(row -> new StoredLogin(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        new LoginAttempts(row.value5(), instant(row.value6()))));
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
                .set(CREDENTIAL.LOCKED_UNTIL_AT, until == null ? null : Journal.written(until))
                .where(CREDENTIAL.FAMILY_ID.eq(login.familyId()))
                .execute();
        if (until != null) {
            journal.changed("credential", login.family(), "locked_until", null, Journal.written(until));
        }
    }

    /** Counts a password that was given for a login that nobody has: it takes as long as counting another. */
    public void countStray(Instant clock) {
        database.dsl()
                .insertInto(STRAY_LOGIN, STRAY_LOGIN.ID, STRAY_LOGIN.ATTEMPTS, STRAY_LOGIN.LAST_AT)
                .values(1L, 1, Journal.written(clock))
                .onConflict(STRAY_LOGIN.ID)
                .doUpdate()
                .set(STRAY_LOGIN.ATTEMPTS, STRAY_LOGIN.ATTEMPTS.plus(DSL.inline(1)))
                .set(STRAY_LOGIN.LAST_AT, DSL.excluded(STRAY_LOGIN.LAST_AT))
                .execute();
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
