package fr.perisco.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.perisco.torture.Privileges;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;

/** A PostgreSQL server of a test's own, started as root and as anybody else. */
final class TestServer implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    private TestServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static TestServer start() throws IOException, InterruptedException {
        assumeTrue(
                !Privileges.isRoot() || LinuxUtils.isUnshareAvailable(),
                "PostgreSQL does not run as root, and no other user can be made up in this root folder");
        return new TestServer(
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start());
    }

    String url(String schema) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres?user=postgres&currentSchema=" + schema;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
