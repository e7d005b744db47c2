package fr.perisco.store;

import static fr.perisco.store.generated.Tables.STRAY_LOGIN;
import static fr.perisco.store.generated.Tables.STRAY_LOGIN_SECRET;

import fr.perisco.domain.credential.LoginAttempts;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Wrong passwords given for logins that nobody has. No login stands here, only its digest under the database's own secret; whoever has
 * the whole file may still try guesses against it, so a count is thrown away as soon as it says nothing any more.
 */
public final class StrayLoginStore {
    private static final String DIGEST = "HmacSHA256";

    private final Database database;

    public StrayLoginStore(Database database) {
        this.database = database;
    }

    /** What was counted for a login. */
    public LoginAttempts find(String login) {
        return database.dsl()
                .select(STRAY_LOGIN.FAILURES, STRAY_LOGIN.FAILED_AT, STRAY_LOGIN.LOCKED_UNTIL_AT)
                .from(STRAY_LOGIN)
                .where(STRAY_LOGIN.DIGEST.eq(digest(login)))
                .fetchOptional(row -> new LoginAttempts(
                        row.value1(), LoginStore.instant(row.value2()), LoginStore.instant(row.value3())))
                .orElse(LoginAttempts.NONE);
    }

    /** Keeps the count of wrong passwords for a login. */
    public void count(String login, LoginAttempts attempts) {
        String failedAt = LoginStore.written(Objects.requireNonNull(attempts.lastAt()));
        String lockedUntil = LoginStore.written(attempts.lockedUntil());
        database.dsl()
                .insertInto(
                        STRAY_LOGIN,
                        STRAY_LOGIN.DIGEST,
                        STRAY_LOGIN.FAILURES,
                        STRAY_LOGIN.FAILED_AT,
                        STRAY_LOGIN.LOCKED_UNTIL_AT)
                .values(digest(login), attempts.failures(), failedAt, lockedUntil)
                .onConflict(STRAY_LOGIN.DIGEST)
                .doUpdate()
                .set(STRAY_LOGIN.FAILURES, attempts.failures())
                .set(STRAY_LOGIN.FAILED_AT, failedAt)
                .set(STRAY_LOGIN.LOCKED_UNTIL_AT, lockedUntil)
                .execute();
    }

    /** Whether there are counts that say nothing any more. */
    public boolean holdsForgotten(Instant clock) {
        return database.dsl().fetchExists(STRAY_LOGIN, STRAY_LOGIN.FAILED_AT.le(limit(clock)));
    }

    /** Throws the counts away that say nothing any more. */
    public void forget(Instant clock) {
        database.dsl()
                .deleteFrom(STRAY_LOGIN)
                .where(STRAY_LOGIN.FAILED_AT.le(limit(clock)))
                .execute();
    }

    /** A second late: moments with and without a fraction sort by their texts, but for those of one second. */
    private static String limit(Instant clock) {
        return Journal.written(LoginAttempts.forgottenUntil(clock).minusSeconds(1));
    }

    private byte[] digest(String login) {
        byte[] secret = database.dsl()
                .select(STRAY_LOGIN_SECRET.SECRET)
                .from(STRAY_LOGIN_SECRET)
                .fetchSingle()
                .value1();
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(new SecretKeySpec(secret, DIGEST));
            return mac.doFinal(LoginStore.plain(login).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
