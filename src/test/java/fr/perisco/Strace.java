package fr.perisco;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Sends a signal to a process when one of its threads makes a system call for the nth time, before it is made. */
public final class Strace {
    private Strace() {}

    /** Skips the test where processes cannot be traced. */
    public static void require() throws InterruptedException {
        assumeTrue(works(), "strace is missing or may not trace: scripts/test installs it, or apt-get install strace");
    }

    /** Whether processes can be traced here. */
    public static boolean works() throws InterruptedException {
        try {
            return new ProcessBuilder("strace", "-o", "/dev/null", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The words that come before the command. */
    public static List<String> sending(String signal, String call, int nth, Path trace) {
        return List.of(
                "strace",
                "-f",
                "-qq",
                "-o",
                trace.toString(),
                "-e",
                "trace=" + call,
                "-e",
                "inject=" + call + ":signal=" + signal + ":when=" + nth);
    }

    /** The same words, and each call of another kind takes a tenth of a second: time to heed a signal that asks. */
    static List<String> slowed(List<String> sending, String call) {
        return Stream.concat(
                        sending.stream()
                                .map(word ->
                                        word.startsWith("trace=") && !word.contains(call) ? word + "," + call : word),
                        Stream.of("-e", "inject=" + call + ":delay_exit=100000"))
                .toList();
    }
}
