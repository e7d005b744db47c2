package fr.perisco.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What a command finds around it: handed in by {@code Main}, so that nobody below asks the system.
 *
 * @param folder the working folder, against which relative files are read
 * @param terminal whether a person is looking
 * @param answering whether a person sees questions and can answer them on {@code in}
 * @param random a secure source, fit for several threads; made when a secret is drawn, as making it takes time
 * @param hidden reads what is typed at a terminal that does not show it
 */
public record Surroundings(
        Clock clock,
        Map<String, String> environment,
        Path folder,
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        boolean answering,
        Supplier<RandomGenerator> random,
        HiddenLine hidden) {
    /** Nothing can be typed unseen. */
    public Surroundings(
            Clock clock,
            Map<String, String> environment,
            Path folder,
            InputStream in,
            PrintStream out,
            PrintStream err,
            boolean terminal,
            boolean answering,
            Supplier<RandomGenerator> random) {
        this(clock, environment, folder, in, out, err, terminal, answering, random, prompt -> Optional.empty());
    }

    /** Nobody answers questions, and the system's own source of secrets. */
    public Surroundings(
            Clock clock,
            Map<String, String> environment,
            Path folder,
            InputStream in,
            PrintStream out,
            PrintStream err,
            boolean terminal) {
        this(clock, environment, folder, in, out, err, terminal, false, SecureRandom::new);
    }
}
