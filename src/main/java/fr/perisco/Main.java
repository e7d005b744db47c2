package fr.perisco;

import fr.perisco.cli.Perisco;
import fr.perisco.cli.Surroundings;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** Starts the tool in the surroundings that the system gives it. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        PrintStream out = stream(FileDescriptor.out, false);
        PrintStream err = stream(FileDescriptor.err, true);
        int code = Perisco.run(
                new Surroundings(
                        Clock.systemUTC(),
                        System.getenv(),
                        Path.of(""),
                        System.in,
                        out,
                        err,
                        Boolean.getBoolean("perisco.terminal"),
                        Boolean.getBoolean("perisco.answering"),
                        SecureRandom::new,
                        prompt -> Optional.ofNullable(System.console())
                                .map(console -> console.readPassword("%s ", prompt))),
                args);
        err.flush();
        Runtime.getRuntime().halt(code);
    }

    private static PrintStream stream(FileDescriptor descriptor, boolean flushLines) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), flushLines, StandardCharsets.UTF_8);
    }
}
