package fr.perisco.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** What the user of this machine may do. */
public final class Privileges {
    /** The words before a command that nobody in particular is to run. */
    public static final List<String> NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "HOME=/tmp");

    private Privileges() {}

    public static boolean isRoot() throws InterruptedException {
        return isDone("sh", "-c", "[ \"$(id -u)\" = 0 ]");
    }

    /** Whether that works here, and nobody in particular may enter the folder that this program stands in. */
    public static boolean mayBecomeNobody() throws InterruptedException {
        String here = Path.of("pom.xml").toAbsolutePath().toString();
        return isDone("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "test", "-r", here);
    }

    /** Whether a small disk can be mounted here; tries it. */
    static boolean mayMount() throws InterruptedException {
        try {
            Path disk = Files.createTempDirectory("perisco-disk");
            boolean done = mount(disk, 1);
            if (done) {
                unmount(disk);
            }
            Files.delete(disk);
            return done;
        } catch (IOException e) {
            return false;
        }
    }

    /** Mounts a disk of so many KiB in memory. */
    static boolean mount(Path disk, int kib) throws InterruptedException {
        return isDone("mount", "-t", "tmpfs", "-o", "size=" + kib + "k", "tmpfs", disk.toString());
    }

    static void unmount(Path disk) throws InterruptedException {
        isDone("umount", disk.toString());
    }

    /** Unmounts all disks in a folder, even those that somebody still has files open on. */
    static void unmountAll(Path folder) throws InterruptedException, IOException {
        Path mounts = Path.of("/proc/mounts");
        for (String mount : Files.isReadable(mounts) ? Files.readAllLines(mounts) : List.<String>of()) {
            String disk = mount.split(" ")[1];
            if (Path.of(disk).startsWith(folder)) {
                isDone("umount", "--lazy", disk);
            }
        }
    }

    private static boolean isDone(String... command) throws InterruptedException {
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

    /** @param mode as {@code rwxr-xr-x} */
    public static void allow(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}
