package fr.perisco.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.perisco.torture.Privileges;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A PostgreSQL server of a test's own, started as root and as anybody else. */
final class TestServer implements BeforeAllCallback, AfterAllCallback {
    private @Nullable EmbeddedPostgres postgres;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        assumeTrue(
                !Privileges.isRoot() || LinuxUtils.isUnshareAvailable(),
                "PostgreSQL does not run as root, and no other user can be made up in this root folder");
        postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    }

    String url(String schema) {
        if (postgres == null) {
            throw new IllegalStateException("not started");
        }
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres?user=postgres&currentSchema=" + schema;
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }
}
