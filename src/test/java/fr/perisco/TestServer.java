package fr.perisco;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.perisco.torture.Privileges;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server for the tests of one process, started by root and by anybody else when it is first asked for. It ends
 * with the process, and need not survive a power cut. What its administrator may set for all who connect is set to what helps least.
 */
public final class TestServer {
    private static @Nullable EmbeddedPostgres postgres;

    private TestServer() {}

    /** The URL of a schema in a database of the server; the test is skipped where no server can be started. */
    public static synchronized String url(String database, String schema) {
        if (postgres == null) {
            postgres = started();
        }
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database + "?user=postgres&currentSchema="
                + schema;
    }

    /** The URL of a schema in the database that every server has. */
    public static String url(String schema) {
        return url("postgres", schema);
    }

    /** In memory where the system has one: each test's database is a few hundred files. It is thrown away with the server. */
    private static Path folder() throws IOException {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "perisco-server")
                : Files.createTempDirectory("perisco-server");
    }

    private static EmbeddedPostgres started() {
        try {
            assumeTrue(
                    !Privileges.isRoot() || LinuxUtils.isUnshareAvailable(),
                    "PostgreSQL does not run as root, and no other user can be made up in this root folder");
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder())
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("default_transaction_isolation", "'repeatable read'")
                    .setServerConfig("default_transaction_deferrable", "on")
                    .setServerConfig("bytea_output", "escape")
                    .setServerConfig("datestyle", "'SQL, DMY'")
                    .setServerConfig("intervalstyle", "iso_8601")
                    .setServerConfig("extra_float_digits", "-15")
                    .setServerConfig("timezone", "Pacific/Kiritimati")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
