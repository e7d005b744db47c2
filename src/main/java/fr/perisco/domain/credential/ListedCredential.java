package fr.perisco.domain.credential;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A family with its credential, as clerks list it.
 *
 * @param lockedUntil null where it is not locked
 * @param delivery how the last password was handed out; null where none was
 * @param mail the code of the state of the last mail that was to bring one; empty where there is none
 * @param reply what was said of that mail
 */
public record ListedCredential(
        CredentialFamily family,
        CredentialState state,
        @Nullable Instant lockedUntil,
        @Nullable CredentialHandout delivery,
        String mail,
        String reply) {}
