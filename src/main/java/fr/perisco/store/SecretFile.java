package fr.perisco.store;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** A password in a file, on its first line. */
public final class SecretFile {
    private static final Set<PosixFilePermission> OWN =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private SecretFile() {}

    /**
     * @throws Refused when others may read it, or it is empty
     * @throws Unavailable when nobody can
     */
    public static String read(Path file) {
        try {
            if (!OWN.containsAll(Files.getPosixFilePermissions(file))) {
                throw Refused.because("secret.file-mode", file.toString());
            }
            String password = Files.readString(file).lines().findFirst().orElse("");
            if (password.isEmpty()) {
                throw Refused.because("secret.file-empty", file.toString());
            }
            return password;
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-read", file.toString()), e);
        }
    }
}
