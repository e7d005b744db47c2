package fr.perisco.cli;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. */
final class GlobalOptions {
    /** Those that are followed by a value, unless it is joined to them by an equals sign. */
    static final Set<String> WITH_VALUE = Set.of("--db", "--now", "--format", "--lang", "--actor");

    static final Set<String> VERSION = Set.of("-V", "--version");

    @Option(names = "--db", scope = ScopeType.INHERIT, paramLabel = "FILE|JDBC-URL", descriptionKey = "global.db")
    @Nullable
    String database;

    @Option(names = "--now", scope = ScopeType.INHERIT, paramLabel = "MOMENT", descriptionKey = "global.now")
    @Nullable
    LocalDateTime now;

    @Option(
            names = "--format",
            scope = ScopeType.INHERIT,
            paramLabel = "table|csv|json",
            defaultValue = "table",
            descriptionKey = "global.format")
    Format format = Format.TABLE;

    @Option(names = "--lang", scope = ScopeType.INHERIT, paramLabel = "fr|en", descriptionKey = "global.lang")
    @Nullable
    Language lang;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            descriptionKey = "global.quiet")
    boolean quiet;

    @Option(names = "--no-progress", scope = ScopeType.INHERIT, descriptionKey = "global.no-progress")
    boolean noProgress;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, descriptionKey = "global.no-color")
    boolean noColor;

    @Option(names = "--actor", scope = ScopeType.INHERIT, paramLabel = "NAME", descriptionKey = "global.actor")
    @Nullable
    String actor;

    @Option(names = "--stacktrace", scope = ScopeType.INHERIT, descriptionKey = "global.stacktrace")
    boolean stacktrace;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            descriptionKey = "global.help")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            scope = ScopeType.INHERIT,
            descriptionKey = "global.version")
    boolean version;

    /** The languages of messages. */
    enum Language {
        FR,
        EN
    }

    Optional<String> database() {
        return Optional.ofNullable(database);
    }
}
