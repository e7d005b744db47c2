package fr.perisco.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A manual page in roff's man macros, from what {@code --help} is made from. */
final class ManualPage {
    private static final int LAST_EXIT = ExitCode.PARTIAL;

    private final Words words;

    ManualPage(Words words) {
        this.words = words;
    }

    /** As in {@code perisco-payment-add}. */
    static String name(CommandSpec command) {
        return command.qualifiedName("-");
    }

    /** The page of a command; UTF-8. */
    String of(CommandSpec command) {
        List<String> page = new ArrayList<>();
        page.add(".TH " + quoted(name(command).toUpperCase(Locale.ROOT)) + " 1 \"\" perisco "
                + quoted(words.say("man.title")));
        section(page, "man.name");
        page.add(plain(name(command)) + " \\- " + text(command.usageMessage().header()));
        section(page, "man.synopsis");
        page.add(plain(synopsis(command)));
        arguments(page, "man.parameters", command.positionalParameters());
        arguments(
                page,
                "man.options",
                CommandTree.options(command).stream()
                        .sorted(Comparator.comparing(OptionSpec::longestName))
                        .toList());
        subcommands(page, command);
        notes(page, command.usageMessage().footer());
        exits(page);
        seeAlso(page, command);
        return String.join("\n", page) + "\n";
    }

    private void section(List<String> page, String title) {
        page.add(".SH " + quoted(words.say(title).toUpperCase(Locale.ROOT)));
    }

    private static String synopsis(CommandSpec command) {
        return command.commandLine().getHelp().synopsis(0).strip().replaceAll("\\s+", " ");
    }

    private void arguments(List<String> page, String title, List<? extends ArgSpec> arguments) {
        if (!arguments.isEmpty()) {
            section(page, title);
            for (ArgSpec argument : arguments) {
                page.add(".TP");
                page.add("\\fB" + plain(form(argument)) + "\\fR");
                page.add(text(argument.description()));
            }
        }
    }

    private String form(ArgSpec argument) {
        String label = words.label(argument.paramLabel());
        if (argument instanceof OptionSpec option) {
            String names = Stream.of(option.names()).collect(Collectors.joining(", "));
            return CommandTree.takesValue(option) ? names + "=" + label : names;
        }
        return label;
    }

    private void subcommands(List<String> page, CommandSpec command) {
        if (!command.subcommands().isEmpty()) {
            section(page, "man.commands");
            for (CommandLine line : command.subcommands().values()) {
                page.add(".TP");
                page.add("\\fB" + plain(name(line.getCommandSpec())) + "\\fR(1)");
                page.add(text(line.getCommandSpec().usageMessage().header()));
            }
        }
    }

    /** What stands below the options in the help: lines that begin with blanks are to be typed and keep their form. */
    private void notes(List<String> page, String... footer) {
        List<String> lines = Stream.of(footer)
                .flatMap(line -> Stream.of(line.split("%n|\n", -1)))
                .map(line -> line.replace("%%", "%"))
                .toList();
        if (lines.stream().allMatch(String::isBlank)) {
            return;
        }
        section(page, "man.notes");
        for (String line : lines) {
            if (line.isBlank()) {
                page.add(".PP");
            } else if (line.startsWith(" ")) {
                page.add(".br");
                page.add("\\ \\ " + plain(line.strip()));
            } else {
                page.add(plain(line));
            }
        }
    }

    private void exits(List<String> page) {
        section(page, "man.exit");
        IntStream.rangeClosed(ExitCode.OK, LAST_EXIT).forEach(code -> {
            page.add(".TP");
            page.add("\\fB" + code + "\\fR");
            page.add(plain(words.say("man.exit." + code)));
        });
    }

    private void seeAlso(List<String> page, CommandSpec command) {
        CommandSpec parent = command.parent();
        if (parent != null) {
            section(page, "man.see");
            page.add("\\fB" + plain(name(parent)) + "\\fR(1)");
        }
    }

    private static String text(String... lines) {
        return plain(
                String.join(" ", lines).replace("%n", " ").replace("%%", "%").strip());
    }

    private static String quoted(String text) {
        return '"' + plain(text).replace("\"", "\\(dq") + '"';
    }

    /** Text that roff takes as it is: it gives backslashes, hyphens, and dots and quotes at the start of a line a meaning. */
    private static String plain(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
