package fr.perisco.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What can be typed where, in the form that the scripts of all shells need. A place is a command with its words, as typed. */
final class CompletionWords {
    /**
     * A word that can be typed.
     *
     * @param about what it is, on one line
     */
    record Word(String text, String about) {}

    private final CommandTree tree;

    CompletionWords(CommandTree tree) {
        this.tree = tree;
    }

    /** The commands that have a place of their own, without the tool itself. */
    List<String> places() {
        return tree.commands().stream()
                .map(CompletionWords::place)
                .filter(place -> !place.isEmpty())
                .toList();
    }

    /** By place: the commands, or the values, that come next. Places without any are left out. */
    Map<String, List<Word>> next() {
        Map<String, List<Word>> next = new LinkedHashMap<>();
        for (CommandSpec command : tree.commands()) {
            List<Word> words = new ArrayList<>();
            command.subcommands()
                    .forEach((name, line) -> words.add(new Word(
                            name, about(line.getCommandSpec().usageMessage().header()))));
            CommandTree.firstValues(command).forEach(value -> words.add(new Word(value, "")));
            if (!words.isEmpty()) {
                next.put(place(command), words);
            }
        }
        return next;
    }

    /** By place: the options. */
    Map<String, List<Word>> options() {
        return tree.commands().stream()
                .collect(Collectors.toMap(
                        CompletionWords::place,
                        command -> CommandTree.options(command).stream()
                                .flatMap(option -> Set.of(option.names()).stream()
                                        .sorted()
                                        .map(name -> new Word(name, about(option.description()))))
                                .toList(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** The options after which a value follows, whatever the command. */
    Set<String> valued() {
        Set<String> names = new LinkedHashSet<>();
        for (CommandSpec command : tree.commands()) {
            CommandTree.options(command).stream()
                    .filter(CommandTree::takesValue)
                    .forEach(option -> names.addAll(List.of(option.names())));
        }
        return names;
    }

    /** By place and option, with a space between: the option's values, where they are few and known. */
    Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (CommandSpec command : tree.commands()) {
            for (OptionSpec option : CommandTree.options(command)) {
                List<String> words = CommandTree.takesValue(option) ? ValueWords.of(option) : List.of();
                if (!words.isEmpty()) {
                    for (String name : option.names()) {
                        values.put(place(command) + " " + name, words);
                    }
                }
            }
        }
        return values;
    }

    private static String place(CommandSpec command) {
        return String.join(" ", CommandTree.path(command));
    }

    private static String about(String... lines) {
        return String.join(" ", lines).replace("%n", " ").replace("%%", "%").strip();
    }
}
