package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.OnlyOnFile;
import fr.perisco.cli.TestOffice.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of all commands a command line names. */
class CommandsTest {
    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void open() {
        office = TestOffice.empty(folder);
    }

    @Test
    @OnlyOnFile("a server has no file of this name")
    void theValueOfAnOptionIsNotTakenForACommand() {
        office.write("setup", office.database());

        assertThat(office.run("--db", folder.resolve("setup").toString(), "--actor", "setup", "family", "list"))
                .extracting(Answer::exit, Answer::err)
                .containsExactly(ExitCode.OK, "");
    }

    @Test
    void helpAskedForBeforeANounIsThatOfTheTool() {
        String whole = office.done("--help").out();

        assertThat(whole).contains("  setup ", "  family ", "  db ");
        assertThat(office.done("--help", "family").out()).isEqualTo(whole);
    }

    @Test
    void helpOfANounListsItsVerbsAndThatOfAVerbItsOptions() {
        assertThat(office.done("family", "--help").out()).contains("Commands:", "  show ", "  erase ");
        assertThat(office.done("family", "erase", "--help").out())
                .contains("--yes")
                .doesNotContain("Commands:");
    }

    @Test
    void theWordThatIsWrongIsNamedWhateverComesBehindIt() {
        assertThat(office.run("import", "templat", "families").err())
                .isEqualTo("perisco: not understood: templat\ndid you mean: template?\n");
        assertThat(office.run("--formt", "csv", "family", "list").err()).contains(": --formt\n", "--format");
        assertThat(office.run("famly", "list").err()).contains(": famly\n", "family");
        assertThat(office.run("--formt=csv", "family", "list").err()).contains(": --formt\n", "--format");
    }

    @Test
    void aVerbThatIsMistypedIsCompletedFromItsNoun() {
        Answer mistyped = office.run("family", "shwo", "F1");

        assertThat(mistyped.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(mistyped.err()).contains("show");
    }

    @Test
    void theVersionIsToldBeforeAndBehindACommand() {
        String version = office.done("--version").out();

        assertThat(version).startsWith("perisco");
        assertThat(office.done("--db", "none.db", "--lang", "fr", "-V").out()).isEqualTo(version);
        assertThat(office.done("family", "list", "--version").out()).isEqualTo(version);
    }
}
