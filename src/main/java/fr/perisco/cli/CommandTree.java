package fr.perisco.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Every command with its options, in one language: what completion scripts and manual pages are made from. */
final class CommandTree {
    /** Columns: no synopsis is longer, so that none is broken. */
    private static final int WIDE = 4000;

    private final CommandLine root;

    private CommandTree(CommandLine root) {
        this.root = root;
    }

    static CommandTree of(Desk desk) {
        CommandLine root = new CommandLine(new PeriscoCommand(new GlobalOptions(), desk.words()));
        root.getCommandSpec().name("perisco");
        Commands.addAllTo(root, desk);
        root.setResourceBundle(desk.words().bundle());
        root.setHelpFactory(new LabelledHelp.Factory(desk.words()));
        root.setUsageHelpWidth(WIDE);
        return new CommandTree(root);
    }

    /** The commands in the order of the help: the tool itself, and each noun before its verbs. */
    List<CommandSpec> commands() {
        return withSubcommands(root).toList();
    }

    private static Stream<CommandSpec> withSubcommands(CommandLine line) {
        return Stream.concat(
                Stream.of(line.getCommandSpec()),
                line.getSubcommands().values().stream().flatMap(CommandTree::withSubcommands));
    }

    /** The words after {@code perisco} that name a command; none for the tool itself. */
    static List<String> path(CommandSpec command) {
        List<String> words = List.of(command.qualifiedName().split(" "));
        return words.subList(1, words.size());
    }

    static List<OptionSpec> options(CommandSpec command) {
        return command.options().stream().filter(option -> !option.hidden()).toList();
    }

    /** What is typed after the command: the words of its first placeholder, where they are few and known. */
    static List<String> firstValues(CommandSpec command) {
        return command.positionalParameters().stream()
                .filter(parameter -> parameter.index().contains(0))
                .findFirst()
                .map(PositionalParamSpec.class::cast)
                .map(ValueWords::of)
                .orElse(List.of());
    }

    static boolean takesValue(ArgSpec argument) {
        return argument.arity().max() > 0;
    }
}
