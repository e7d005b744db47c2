package fr.perisco.cli;

import fr.perisco.cli.Commands.WrongWord;
import fr.perisco.domain.reason.BadInput;
import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.reason.NearWords;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.workflow.DatabaseCheck;
import fr.perisco.workflow.MeantCodes;
import fr.perisco.workflow.Office;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs one command line; the only place where failures become words and exit codes. */
public final class Perisco {
    private static final Pattern OPTION_NAME = Pattern.compile("--[a-z-]+");

    private final Surroundings surroundings;
    private final GlobalOptions options = new GlobalOptions();
    private final Words words;
    private final Desk desk;

    private Perisco(Surroundings surroundings, Locale locale) {
        this.surroundings = surroundings;
        this.words = new Words(locale);
        this.desk = new Desk(surroundings, options, words);
    }

    /** Runs a command and gives its exit code. */
    public static int run(Surroundings surroundings, String... args) {
        if (Commands.isNamed(args)) {
            Office.prepare();
        }
        return new Perisco(surroundings, Words.locale(args, surroundings.environment())).run(args);
    }

    private int run(String[] args) {
        if (Commands.isVersionAsked(args)) {
            surroundings.out().println(version());
            return delivered(ExitCode.OK);
        }
        CommandLine line = new CommandLine(new PeriscoCommand(options, words));
        line.getCommandSpec().name("perisco");
        Commands.addTo(line, desk, args);
        configure(line);
        int code = line.execute(args);
        if (desk.hasRehearsed() && (code == ExitCode.OK || code == ExitCode.PARTIAL)) {
            desk.inform("rehearsal");
        }
        return delivered(code);
    }

    private void configure(CommandLine line) {
        setVersion(line, version());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(surroundings.terminal());
        new Converters(words).register(line);
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        line.setHelpFactory(new LabelledHelp.Factory(words));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(desk.isColoured() ? Ansi.AUTO : Ansi.OFF));
        line.setParameterExceptionHandler(new Misuse());
        line.setExecutionExceptionHandler(new Failure());
    }

    private static void setVersion(CommandLine line, String version) {
        line.getCommandSpec().version(version);
        line.getSubcommands().values().forEach(below -> setVersion(below, version));
    }

    private final class Misuse implements IParameterExceptionHandler {
        @Override
        public int handleParseException(ParameterException failure, String[] args) {
            Optional<WrongWord> wrong = Commands.wrongWord(failure.getCommandLine(), args);
            return wrong.isPresent() ? misused(wrong.get(), failure.getCommandLine()) : misused(failure);
        }
    }

    private final class Failure implements IExecutionExceptionHandler {
        @Override
        public int handleExecutionException(Exception failure, CommandLine command, ParseResult result) {
            return failed(failure);
        }
    }

    private static String version() {
        String version = Perisco.class.getPackage().getImplementationVersion();
        return "perisco " + (version == null ? "" : version);
    }

    private int misused(ParameterException failure) {
        List<String> meant = failure.getArgSpec() == null || failure.getValue() == null
                ? meant(failure.getCommandLine())
                : NearWords.of(failure.getValue(), ValueWords.of(failure.getArgSpec()));
        return misused(messageOf(failure), meant, failure.getCommandLine());
    }

    /** Of what comes after a word that is wrong, picocli would complain first. */
    private int misused(WrongWord wrong, CommandLine line) {
        return misused(words.say("usage.unknown", wrong.word()), NearWords.of(wrong.word(), wrong.expected()), line);
    }

    private int misused(String message, List<String> meant, CommandLine line) {
        PrintStream err = surroundings.err();
        err.println(words.say("error", message));
        err.println(
                meant.isEmpty()
                        ? words.say("usage.see-help", line.getCommandSpec().qualifiedName())
                        : words.say("usage.meant", String.join(", ", meant)));
        return ExitCode.USAGE;
    }

    /** The options or commands that the first unknown word may stand for. */
    private static List<String> meant(CommandLine line) {
        return line.getUnmatchedArguments().stream()
                .findFirst()
                .map(unknown -> NearWords.of(unknown.replaceFirst("=.*", ""), expected(line, unknown)))
                .orElse(List.of());
    }

    private static Collection<String> expected(CommandLine line, String unknown) {
        return unknown.startsWith("-")
                ? line.getCommandSpec().optionsMap().keySet()
                : line.getSubcommands().keySet();
    }

    private String messageOf(ParameterException failure) {
        List<String> unknown = failure.getCommandLine().getUnmatchedArguments();
        if (failure instanceof MissingParameterException missing && unknown.isEmpty()) {
            return missing(missing);
        }
        if (!unknown.isEmpty()) {
            return unknown(failure.getCommandLine(), unknown);
        }
        if (failure instanceof MutuallyExclusiveArgsException) {
            return words.say(
                    "usage.exclusive",
                    OPTION_NAME
                            .matcher(String.valueOf(failure.getMessage()))
                            .results()
                            .map(MatchResult::group)
                            .collect(Collectors.joining(" ")));
        }
        if (failure instanceof OverwrittenOptionException twice) {
            return words.say("usage.twice", nameOf(twice.getOverwritten()));
        }
        ArgSpec argument = failure.getArgSpec();
        return argument == null ? String.valueOf(failure.getMessage()) : invalid(argument, failure);
    }

    /** What is too much behind a command that deals with passwords may be one: it is not repeated. */
    private String unknown(CommandLine line, List<String> unknown) {
        if (!line.getCommandSpec().qualifiedName().startsWith("perisco credential ")) {
            return words.say("usage.unknown", String.join(" ", unknown));
        }
        String options = unknown.stream()
                .filter(word -> word.startsWith("--"))
                .map(word -> word.replaceFirst("=.*", ""))
                .collect(Collectors.joining(" "));
        return options.isEmpty() ? words.say("usage.unknown-hidden") : words.say("usage.unknown", options);
    }

    private String missing(MissingParameterException failure) {
        String names = names(failure.getMissing());
        List<PositionalParamSpec> arguments =
                failure.getCommandLine().getCommandSpec().positionalParameters();
        return arguments.size() > 1 && failure.getMissing().stream().anyMatch(ArgSpec::isPositional)
                ? words.say("usage.missing-argument", names, names(arguments))
                : words.say("usage.missing", names);
    }

    private String names(Collection<? extends ArgSpec> arguments) {
        return arguments.stream().map(this::nameOf).collect(Collectors.joining(" "));
    }

    /** picocli puts English words and a colon before what a converter says. */
    private String invalid(ArgSpec argument, ParameterException failure) {
        String message = String.valueOf(failure.getMessage());
        String said = argument.type().isEnum() && message.contains("expected one of")
                ? words.say(
                        "usage.one-of",
                        String.valueOf(failure.getValue()),
                        Arrays.stream(argument.type().getEnumConstants())
                                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" ")))
                : message.substring(message.indexOf(": ") + 2);
        return nameOf(argument) + ": " + said;
    }

    private String nameOf(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : words.label(argument.paramLabel());
    }

    private int failed(Exception failure) {
        if (options.stacktrace) {
            failure.printStackTrace(surroundings.err());
        }
        PrintStream err = surroundings.err();
        if (failure instanceof Misused misused) {
            err.println(words.say("error", words.say(misused.reason())));
            return ExitCode.USAGE;
        }
        if (failure instanceof Refused refused) {
            refused.reasons().forEach(this::refuse);
            return ExitCode.REFUSED;
        }
        if (failure instanceof BadInput bad) {
            desk.list(bad.faults());
            err.println(words.say("rejected", bad.faults().size()));
            return ExitCode.BAD_DATA;
        }
        if (failure instanceof Unavailable unavailable) {
            err.println(words.say("error", words.say(unavailable.reason())));
            return ExitCode.UNAVAILABLE;
        }
        if (failure instanceof UncheckedIOException unchecked) {
            err.println(words.say("error", words.say("io.failed", String.valueOf(unchecked.getCause()))));
            return ExitCode.UNAVAILABLE;
        }
        Optional<Reason> damage = damage();
        if (damage.isPresent()) {
            err.println(words.say("error", words.say(damage.get())));
            return ExitCode.UNAVAILABLE;
        }
        err.println(words.say("bug", String.valueOf(failure)));
        return ExitCode.BUG;
    }

    /** What nobody foresaw may come of a damaged file: that is looked up before it is called a bug. */
    private Optional<Reason> damage() {
        try (Office office = desk.openUnchecked()) {
            return new DatabaseCheck(office).damage();
        } catch (Unavailable e) {
            return e.reason().code().startsWith("database.damaged") ? Optional.of(e.reason()) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private void refuse(Reason reason) {
        PrintStream err = surroundings.err();
        err.println(words.say("refused", words.say(reason)));
        List<String> meant = MeantCodes.knows(reason) ? meant(reason) : List.of();
        if (!meant.isEmpty()) {
            err.println(words.say("usage.meant", String.join(", ", meant)));
        }
    }

    /** A hint is not worth a second failure. */
    private List<String> meant(Reason reason) {
        try (Office office = desk.open()) {
            return new MeantCodes(office).near(reason);
        } catch (Unavailable e) {
            return List.of();
        }
    }

    private int delivered(int code) {
        if ((code == ExitCode.OK || code == ExitCode.PARTIAL) && !desk.isDelivered()) {
            surroundings.err().println(words.say("error", words.say(desk.whatCutOutputLeft())));
            return ExitCode.UNAVAILABLE;
        }
        return code;
    }
}
