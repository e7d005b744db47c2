package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Help, manual pages and completion: what is said of every command. */
class CommandWordsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("[A-Z]{2,}(-[A-Z]+)*");

    @TempDir
    Path folder;

    private CommandTree tree(Locale locale) {
        return tree(folder, locale);
    }

    static CommandTree tree(Path folder, Locale locale) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return CommandTree.of(new Desk(
                new Surroundings(
                        Clock.systemUTC(),
                        Map.of(),
                        folder,
                        new ByteArrayInputStream(new byte[0]),
                        nowhere,
                        nowhere,
                        false),
                new GlobalOptions(),
                new Words(locale)));
    }

    @Test
    void everyCommandAndOptionIsDescribedInBothLanguages() {
        TreeSet<String> missing = new TreeSet<>();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            for (CommandSpec command : tree(locale).commands()) {
                if (String.join("", command.usageMessage().header()).isBlank()) {
                    missing.add(locale + " " + command.qualifiedName());
                }
                for (ArgSpec argument : command.args()) {
                    if (String.join("", argument.description()).isBlank()) {
                        missing.add(locale + " " + command.qualifiedName() + " " + argument.paramLabel());
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyPlaceholderHasAWord() {
        ResourceBundle words = new Words(Locale.FRENCH).bundle();
        TreeSet<String> missing = new TreeSet<>();
        for (CommandSpec command : tree(Locale.FRENCH).commands()) {
            for (ArgSpec argument : command.args()) {
                PLACEHOLDER
                        .matcher(argument.paramLabel())
                        .results()
                        .map(MatchResult::group)
                        .filter(word -> !words.containsKey("label." + word))
                        .forEach(missing::add);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void placeholdersAreWordsOfTheLanguage() {
        TestOffice office = TestOffice.empty(folder);

        assertThat(office.run("--lang", "fr", "payment", "add", "--help").out())
                .contains("Utilisation : perisco payment add", "--on=JOUR", "FAMILLE MONTANT")
                .doesNotContain("FAMILY", "Usage:");
        assertThat(office.run("payment", "add", "--help").out()).contains("--on=DAY", "FAMILY AMOUNT");
        assertThat(office.run("--lang", "fr", "payment", "add").err()).contains("FAMILLE");
    }

    @Test
    void valuesThatCompletionOffersAreTaken() {
        TestOffice office = TestOffice.empty(folder);

        new CompletionWords(tree(Locale.ENGLISH))
                .values()
                .forEach((place, values) -> values.forEach(value -> assertThat(
                                office.run((place + " " + value).strip().split(" "))
                                        .err())
                        .as(place + " " + value)
                        .doesNotContain(place.replaceAll(".* ", "") + ": ")));
    }

    @Test
    void bashCompletesCommandsOptionsAndValues() throws IOException, InterruptedException {
        TestOffice office = TestOffice.empty(folder);
        Path script = folder.resolve("perisco.bash");
        Files.writeString(
                script, office.run("--lang", "fr", "completion", "bash").out());

        assertThat(bash(script, "perisco pay")).isEqualTo("payment");
        assertThat(bash(script, "perisco --db f.db payment bou")).isEqualTo("bounce");
        assertThat(bash(script, "perisco payment add --me")).isEqualTo("--method");
        assertThat(bash(script, "perisco payment add --method = ch")).isEqualTo("cheque");
        assertThat(bash(script, "perisco import template req")).isEqualTo("requests");
        assertThat(bash(script, "perisco payment add F")).isEmpty();
    }

    private static String bash(Path script, String typed) throws IOException, InterruptedException {
        String drive = "source " + script + "; COMP_WORDS=(" + typed
                + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _perisco; echo \"${COMPREPLY[*]}\"";
        Process bash = new ProcessBuilder("bash", "-c", drive)
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said.strip();
    }

    @Test
    void pagesAreWrittenForEveryCommandAndAgainOnlyWhenTheyDiffer() throws IOException {
        TestOffice office = TestOffice.empty(folder);

        assertThat(office.run("man", "-o", "pages").out()).contains(" pages written into pages, 0 unchanged");
        assertThat(office.run("man", "-o", "pages").out()).contains("no page written into pages");
        assertThat(Files.readString(folder.resolve("pages/perisco-payment-add.1")))
                .contains(".SH \"SYNOPSIS\"", "\\fB\\-\\-method=METHOD\\fR", "perisco\\-payment\\fR(1)");
        assertThat(office.run("--lang", "fr", "man", "payment", "add").out())
                .contains("\\fB\\-\\-method=MODE\\fR", ".SH \"CODES DE RETOUR\"");
        assertThat(office.run("man", "nothing").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void everyCommandOfThePackageIsNamed() throws IOException {
        List<String> named = tree(Locale.ENGLISH).commands().stream()
                .map(CommandSpec::userObject)
                .map(command -> command.getClass().getSimpleName())
                .filter(name -> name.endsWith("Command"))
                .toList();

        try (Stream<Path> sources = Files.list(Path.of("src/main/java/fr/perisco/cli"))) {
            assertThat(sources.map(source -> source.getFileName().toString().replace(".java", ""))
                            .filter(name -> name.endsWith("Command")))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void whatMayHaveBeenMeantIsOffered() {
        TestOffice office = TestOffice.withFamilies(folder);

        assertThat(office.run("famly", "list").err()).contains("did you mean: family?");
        assertThat(office.run("payment", "add", "--metod=cheque", "F0001", "7").err())
                .contains("did you mean: --method?");
        assertThat(office.run("family", "show", "f0001").err()).contains("did you mean: F0001?");
        assertThat(office.run("registration", "list", "--activity", "CANTINEE").err())
                .contains("did you mean: CANTINE");
        assertThat(office.run("family", "show", "NOBODY").err()).doesNotContain("did you mean");
        assertThat(office.run("mail", "queue", "--state", "sendt").err()).contains("did you mean: sent?");
        assertThat(office.run("family", "list", "--format", "cvs").err()).contains("did you mean: csv?");
        assertThat(office.run("import", "template", "famillies").err()).contains("did you mean: families?");
        assertThat(office.run("completion", "bsh").err()).contains("did you mean: bash, ");
        assertThat(office.run("man", "family", "shwo").err()).contains("did you mean: family show?");
        assertThat(office.run("family", "list", "--format", "yaml").err()).doesNotContain("did you mean");
    }

    @Test
    void placeholdersOfOptionsThatExcludeEachOtherAreWordsOfTheLanguage() {
        assertThat(TestOffice.nowhere(folder)
                        .run("--lang", "fr", "reservation", "cancel", "--help")
                        .out())
                .contains("--waive=MOTIF")
                .doesNotContain("REASON");
    }
}
