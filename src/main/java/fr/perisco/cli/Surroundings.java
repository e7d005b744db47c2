package fr.perisco.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What a command finds around it: handed in by {@code Main}, so that nobody below asks the system.
 *
 * @param folder the working folder, against which relative files are read
 * @param terminal whether a person is looking
 */
public record Surroundings(
        Clock clock,
        Map<String, String> environment,
        Path folder,
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean terminal) {}
