package fr.perisco.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** What the user of this machine may do. */
final class Privileges {
    /** The words before a command that nobody in particular is to run. */
    static final List<String> NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "HOME=/tmp");

    private Privileges() {}

    static boolean isRoot() throws InterruptedException {
        return isDone("sh", "-c", "[ \"$(id -u)\" = 0 ]");
    }

    static boolean mayBecomeNobody() throws InterruptedException {
        return isDone("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "test", "-r", "pom.xml");
    }

    static boolean isDone(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    static void allow(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}
