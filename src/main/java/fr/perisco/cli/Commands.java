package fr.perisco.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every noun with its verbs; {@code invoice run} is {@link InvoiceRunCommand}, and so on. Only the class of the command that was named
 * is looked up: to name them all here would load them all at every start.
 */
final class Commands {
    private static final Map<String, List<String>> NOUNS = new LinkedHashMap<>();

    static {
        noun("init");
        noun("setup", "load", "show", "export");
        noun("import", "families", "onde", "quotients", "registrations", "weeks", "requests", "attendance", "template");
        noun(
                "family",
                "list",
                "show",
                "move",
                "contact",
                "separate",
                "duplicates",
                "merge",
                "hold",
                "release",
                "export",
                "erase");
        noun("child", "show", "join", "leave", "authorise", "revoke", "health");
        noun("registration", "add", "list", "accept", "refuse", "end", "share");
        noun("credential", "issue", "send", "list", "reset", "change", "check");
        noun("calendar", "show");
        noun("reservation", "add", "week", "cancel", "explain", "list", "process", "reapply");
        noun("waiting", "list", "promote");
        noun("shuttle", "assign", "remove", "list", "children", "passengers");
        noun("attendance", "record");
        noun("deadline", "show", "explain", "table");
        noun("certificate", "registration", "tax");
        noun("tariff", "quote");
        noun(
                "invoice",
                "check",
                "preview",
                "run",
                "list",
                "show",
                "credit",
                "explain",
                "pdf",
                "send",
                "remind",
                "reminders",
                "treasury");
        noun("plan", "add", "list", "show", "end");
        noun(
                "payment",
                "add",
                "refund",
                "bounce",
                "import",
                "parse-notification",
                "list",
                "receipt",
                "journal",
                "deposit",
                "deposits",
                "missing",
                "export");
        noun("report", "meals", "orders", "attendance", "vaccines", "month", "health");
        noun("mail", "send", "queue", "retry", "cancel");
        noun("audit", "list");
        noun("db", "verify", "backup", "restore", "copy", "retention");
        noun("completion");
        noun("man");
    }

    private Commands() {}

    private static void noun(String noun, String... verbs) {
        NOUNS.put(noun, List.of(verbs));
    }

    /**
     * Adds the command that the arguments name, and no other; the noun with all its verbs where the verb is not one of them,
     * and all nouns where none is named, to choose from.
     */
    static void addTo(CommandLine root, Desk desk, String[] args) {
        int at = firstWord(args);
        String noun = at < args.length ? args[at] : "";
        List<String> verbs = NOUNS.get(noun);
        if (verbs == null) {
            NOUNS.keySet().forEach(known -> root.addSubcommand(known, PeriscoCommand.Noun.line(desk.words())));
            return;
        }
        String verb = at + 1 < args.length ? args[at + 1] : "";
        addNoun(root, desk, noun, verbs.contains(verb) ? List.of(verb) : verbs);
    }

    /** Whether a noun with its verb is named, and no help is asked for: what is about to open a database, for the most part. */
    static boolean isNamed(String[] args) {
        int at = firstWord(args);
        return at + 1 < args.length
                && NOUNS.getOrDefault(args[at], List.of()).contains(args[at + 1])
                && !List.of(args).contains("--help");
    }

    /** Whether nothing but the version is asked for: no command is made then. */
    static boolean isVersionAsked(String[] args) {
        boolean asked = false;
        for (int i = 0; i < args.length; i++) {
            if (GlobalOptions.VERSION.contains(args[i])) {
                asked = true;
            } else if (GlobalOptions.WITH_VALUE.contains(args[i])) {
                i++;
            } else {
                return false;
            }
        }
        return asked;
    }

    /** A word that no command or option has, with those that could stand in its place. */
    record WrongWord(String word, Collection<String> expected) {}

    /** The first word up to the verb that names nothing; empty where all is known, or what is wrong comes later. */
    static Optional<WrongWord> wrongWord(CommandLine line, String[] args) {
        Map<String, OptionSpec> options = line.getCommandSpec().root().optionsMap();
        int at = firstWord(args);
        for (int i = 0; i < Math.min(at, args.length); i++) {
            String option = args[i].replaceFirst("=.*", "");
            if (option.startsWith("--") && !options.containsKey(option)) {
                return Optional.of(new WrongWord(option, options.keySet()));
            }
            if (GlobalOptions.WITH_VALUE.contains(args[i])) {
                i++;
            }
        }
        if (at >= args.length) {
            return Optional.empty();
        }
        List<String> verbs = NOUNS.get(args[at]);
        if (verbs == null) {
            return Optional.of(new WrongWord(args[at], NOUNS.keySet()));
        }
        boolean isVerbAsked = at + 1 < args.length && !args[at + 1].startsWith("-") && !verbs.isEmpty();
        return isVerbAsked && !verbs.contains(args[at + 1])
                ? Optional.of(new WrongWord(args[at + 1], verbs))
                : Optional.empty();
    }

    /** Where the first word stands that is neither an option nor an option's value; behind the last one if there is none, or if help is asked for before it. */
    private static int firstWord(String[] args) {
        int at = 0;
        while (at < args.length && args[at].startsWith("-")) {
            if (args[at].equals("-h") || args[at].equals("--help")) {
                return args.length;
            }
            at += GlobalOptions.WITH_VALUE.contains(args[at]) ? 2 : 1;
        }
        return at;
    }

    /** Adds everything, for completion scripts, manual pages and tests. */
    static void addAllTo(CommandLine root, Desk desk) {
        NOUNS.forEach((noun, verbs) -> addNoun(root, desk, noun, verbs));
    }

    private static void addNoun(CommandLine root, Desk desk, String noun, List<String> verbs) {
        boolean isCommand = NOUNS.getOrDefault(noun, List.of()).isEmpty();
        CommandLine line = isCommand ? new CommandLine(command(desk, noun)) : PeriscoCommand.Noun.line(desk.words());
        verbs.forEach(verb -> line.addSubcommand(verb, new CommandLine(command(desk, noun + "-" + verb))));
        root.addSubcommand(noun, line);
    }

    private static Object command(Desk desk, String name) {
        StringBuilder simple = new StringBuilder();
        for (String word : name.split("-")) {
            simple.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        try {
            return Class.forName(Commands.class.getPackageName() + "." + simple + "Command")
                    .getDeclaredConstructor(Desk.class)
                    .newInstance(desk);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no command " + name, e);
        }
    }
}
