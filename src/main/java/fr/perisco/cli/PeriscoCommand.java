package fr.perisco.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code perisco}, or a noun of it: by itself it only says which words may follow. */
@Command(synopsisSubcommandLabel = "COMMAND")
final class PeriscoCommand implements Runnable {
    /** A noun has the global options by inheritance, and nothing of its own to look for. */
    static final class Noun implements Runnable {
        private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
        private final Words words;

        private Noun(Words words) {
            this.words = words;
        }

        static CommandLine line(Words words) {
            return new CommandLine(new Noun(words).spec);
        }

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), words.say("usage.verb-missing", spec.name()));
        }
    }

    @Mixin
    final GlobalOptions options;

    @Spec
    CommandSpec spec;

    private final Words words;

    PeriscoCommand(GlobalOptions options, Words words) {
        this.options = options;
        this.words = words;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), words.say("usage.noun-missing"));
    }
}
