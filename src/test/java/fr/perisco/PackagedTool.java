package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The tool as it is installed, on files in a folder: each call is a process of its own. */
public final class PackagedTool {
    /** What a call left: its exit code, and what it wrote on both streams. */
    record Result(int exit, String output) {}

    private static final Path LAUNCHER =
            Path.of(System.getProperty("perisco.launcher", "scripts/perisco")).toAbsolutePath();
    private static final String OCTOBER = "2016-10-14T09:00";

    private final Path folder;

    PackagedTool(Path folder) {
        this.folder = folder;
    }

    /** Starts a call on a database, on 14 October 2016 unless it says when, behind a command that watches it. */
    Process start(List<String> watcher, Map<String, String> environment, Path in, String database, String... args)
            throws IOException {
        List<String> command = new ArrayList<>(watcher);
        command.addAll(List.of(LAUNCHER.toString(), "--lang", "en", "--db", database));
        if (!List.of(args).contains("--now")) {
            command.addAll(List.of("--now", OCTOBER));
        }
        command.addAll(List.of(args));
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(in.toFile())
                .redirectOutput(folder.resolve("output").toFile());
        process.environment().putAll(environment);
        return process.start();
    }

    Process start(String database, String... args) throws IOException {
        return start(List.of(), Map.of(), Path.of("/dev/null"), database, args);
    }

    Result run(String database, String... args) throws Exception {
        return result(start(database, args));
    }

    Result result(Process process) throws Exception {
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readString(folder.resolve("output")));
    }

    /** A file of the sample town, by its whole path. */
    public static String sample(String name) {
        return Path.of("sample-data").resolve(name).toAbsolutePath().toString();
    }
}
