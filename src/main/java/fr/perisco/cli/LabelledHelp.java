package fr.perisco.cli;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.IHelpFactory;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Help whose placeholders, such as DAY and FILE, are words of the language. */
final class LabelledHelp extends Help {
    private static final Pattern OPTION_NAME = Pattern.compile("--[a-z-]+");

    private final Words words;

    /** A command has its words when its help is asked for: to look each up would slow every start. */
    static final class Factory implements IHelpFactory {
        private final Words words;

        Factory(Words words) {
            this.words = words;
        }

        @Override
        public Help create(CommandSpec command, ColorScheme colours) {
            if (command.resourceBundle() == null) {
                command.root().commandLine().setResourceBundle(words.bundle());
            }
            return new LabelledHelp(command, colours, words);
        }
    }

    private LabelledHelp(CommandSpec command, ColorScheme colours, Words words) {
        super(command, colours);
        this.words = words;
        command.usageMessage().synopsisSubcommandLabel(words.label("COMMAND"));
    }

    @Override
    public IParamLabelRenderer parameterLabelRenderer() {
        IParamLabelRenderer plain = super.parameterLabelRenderer();
        return new IParamLabelRenderer() {
            @Override
            public Text renderParameterLabel(ArgSpec argument, Ansi ansi, List<IStyle> styles) {
                return plain.renderParameterLabel(labelled(argument), ansi, styles);
            }

            @Override
            public String separator() {
                return plain.separator();
            }
        };
    }

    /** Of options that exclude each other picocli takes the placeholders as they are declared. */
    @Override
    protected Text createDetailedSynopsisGroupsText(Set<ArgSpec> groupArguments) {
        String plain = super.createDetailedSynopsisGroupsText(groupArguments).plainString();
        String labelled = OPTION_NAME.matcher(words.label(plain)).replaceAll(name -> optionText(name.group()));
        return colorScheme().ansi().new Text(labelled, colorScheme());
    }

    private String optionText(String name) {
        return Matcher.quoteReplacement("@|yellow " + name + "|@");
    }

    private ArgSpec labelled(ArgSpec argument) {
        String label = words.label(argument.paramLabel());
        if (label.equals(argument.paramLabel())) {
            return argument;
        }
        return argument instanceof OptionSpec option
                ? OptionSpec.builder(option).paramLabel(label).build()
                : PositionalParamSpec.builder((PositionalParamSpec) argument)
                        .paramLabel(label)
                        .build();
    }
}
