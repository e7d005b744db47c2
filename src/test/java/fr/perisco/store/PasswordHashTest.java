package fr.perisco.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The reference implementation's own test vectors (phc-winner-argon2, test.c), and two that it gave for our parameters. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "password $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "password $argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                "abcd-efgh-ijkm-npqr $argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$vaYkxG0bipisYGxkZw/bJ70IhbgQQaZc90rJ9WyIJcU",
                "'réglisse œuf' $argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$BP85LsvcRnrcQk+SjQj9kdEOo83g5QkI+GD0eX0834Y"
            })
    void knowsWhatTheReferenceImplementationHashed(String password, String hash) {
        assertThat(PasswordHash.matches(password, hash)).isTrue();
        assertThat(PasswordHash.matches(password + "x", hash)).isFalse();
    }

    /** The salt of the vector above: the string is the reference implementation's to the letter. */
    @Test
    void writesThePhcStringOfTheReferenceImplementation() {
        RandomGenerator fixed = new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void nextBytes(byte[] bytes) {
                byte[] salt = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(salt, 0, bytes, 0, bytes.length);
            }
        };

        assertThat(PasswordHash.of("abcd-efgh-ijkm-npqr", fixed))
                .isEqualTo("$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg"
                        + "$vaYkxG0bipisYGxkZw/bJ70IhbgQQaZc90rJ9WyIJcU");
    }

    @Test
    void whatWasHashedMatchesAndNothingElse() {
        String hash = PasswordHash.of("k7mp-x4tq-9rwd-h2vn", RANDOM);

        assertThat(hash).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(PasswordHash.matches("k7mp-x4tq-9rwd-h2vn", hash)).isTrue();
        assertThat(PasswordHash.matches("k7mp-x4tq-9rwd-h2vm", hash)).isFalse();
        assertThat(PasswordHash.matches("K7mp-x4tq-9rwd-h2vn", hash)).isFalse();
        assertThat(PasswordHash.matches("", hash)).isFalse();
    }

    @Test
    void theSamePasswordIsNeverHashedAlike() {
        assertThat(PasswordHash.of("k7mp-x4tq-9rwd-h2vn", RANDOM))
                .isNotEqualTo(PasswordHash.of("k7mp-x4tq-9rwd-h2vn", RANDOM));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret-in-clear",
                "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
            })
    void whatIsNoSuchHashIsRefusedWithoutBeingRepeated(String stored) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PasswordHash.matches("x", stored))
                .withMessage("not an Argon2id hash in the PHC format");
    }
}
