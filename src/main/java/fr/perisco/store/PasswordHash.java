package fr.perisco.store;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * How a password is stored: Argon2id (RFC 9106) with a salt of its own and OWASP's parameters (19 MiB, two passes, one
 * lane), in the PHC string format, {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. Slow and hungry on purpose: some
 * 30 ms and 19 MiB each.
 */
public final class PasswordHash {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MOST_BYTES_A_CHAR = 3;
    private static final int MOST_MEMORY_KIB = 65_536;
    private static final int LEAST_MEMORY_A_LANE = 8;
    private static final int MOST_PASSES = 10;
    private static final int MOST_LANES = 16;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,5}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");

    /** What no password was hashed to: looked at where there is none, so that it takes as long. */
    public static final String OF_NOBODY = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$"
            + "AAAAAAAAAAAAAAAAAAAAAA" + "$" + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    /** Each thread works in the same 19 MiB again: a new place for every hash keeps the collector as busy as the hash. */
    private static final ThreadLocal<BlockPool> BLOCKS = ThreadLocal.withInitial(() -> new FixedBlockPool(MEMORY_KIB));

    private PasswordHash() {}

    /**
     * Hashes a password for keeping. May be called by several threads at once.
     *
     * @param password never kept
     * @param random a secure source of the salt, fit for all the threads that share it
     */
    public static String of(CharSequence password, RandomGenerator random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = argon2(password, parameters(MEMORY_KIB, PASSES, LANES, salt), HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    /**
     * Whether a password is the one that was stored, under the parameters that it was stored with. Takes as long for a
     * wrong one as for the right one.
     *
     * @param stored what {@link #of} gave, or another Argon2id hash of version 19 in the PHC format: at most 64 MiB, ten passes
     *     and 16 lanes of 8 KiB or more, so that none takes a machine's memory or its day
     * @throws IllegalArgumentException when {@code stored} is no such hash
     */
    public static boolean matches(CharSequence password, String stored) {
        Matcher phc = PHC.matcher(stored);
        if (!phc.matches()) {
            throw noHash();
        }
        int memoryKib = Integer.parseInt(phc.group(1));
        int passes = Integer.parseInt(phc.group(2));
        int lanes = Integer.parseInt(phc.group(3));
        if (memoryKib > MOST_MEMORY_KIB
                || memoryKib < LEAST_MEMORY_A_LANE * lanes
                || passes < 1
                || passes > MOST_PASSES
                || lanes < 1
                || lanes > MOST_LANES) {
            throw noHash();
        }
        Argon2Parameters parameters = parameters(memoryKib, passes, lanes, decoded(phc.group(4)));
        byte[] expected = decoded(phc.group(5));
        return MessageDigest.isEqual(expected, argon2(password, parameters, expected.length));
    }

    private static byte[] decoded(String base64) {
        if (base64.length() % 4 == 1) {
            throw noHash();
        }
        return Base64.getDecoder().decode(base64);
    }

    private static IllegalArgumentException noHash() {
        return new IllegalArgumentException("not an Argon2id hash in the PHC format");
    }

    private static Argon2Parameters parameters(int memoryKib, int passes, int lanes, byte[] salt) {
        return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .withBlockPool(BLOCKS.get())
                .build();
    }

    private static byte[] argon2(CharSequence password, Argon2Parameters parameters, int length) {
        byte[] letters = utf8(password);
        byte[] hash = new byte[length];
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(parameters);
            generator.generateBytes(letters, hash);
        } finally {
            Arrays.fill(letters, (byte) 0);
        }
        return hash;
    }

    private static byte[] utf8(CharSequence password) {
        ByteBuffer room = ByteBuffer.allocate(MOST_BYTES_A_CHAR * password.length());
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(password), room, true);
        byte[] bytes = Arrays.copyOf(room.array(), room.position());
        Arrays.fill(room.array(), (byte) 0);
        return bytes;
    }
}
