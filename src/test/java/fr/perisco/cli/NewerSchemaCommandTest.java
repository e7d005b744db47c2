package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.TestDatabase;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G8: what a newer program made is neither read nor written by an older one. */
class NewerSchemaCommandTest {
    @TempDir
    Path folder;

    @Test
    void everyCommandRefusesANewerSchema() throws Exception {
        TestOffice office = TestOffice.withFamilies(folder);
        try (var connection = office.connect();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE flyway_schema_history SET version = '99'"
                    + " WHERE installed_rank = (SELECT max(installed_rank) FROM flyway_schema_history)");
        }
        byte[] before = office.database();
        Stream.of(
                        "init",
                        "setup show",
                        "setup load " + TestOffice.sample("setup"),
                        "import families " + TestOffice.sample("families.csv"),
                        "family list",
                        "family show F0001",
                        "child show E0001",
                        "calendar show E0001 --month 2016-11",
                        "registration list",
                        "reservation list",
                        "reservation add E0001 CANTINE REPAS 2016-11-21",
                        "reservation process",
                        "waiting list",
                        "shuttle list",
                        "report meals --date 2016-11-21",
                        "tariff quote E0001 CANTINE REPAS 2016-11-21",
                        "invoice check 2016-11",
                        "invoice preview 2016-11",
                        "invoice list",
                        "--now 2016-12-01T08:00 invoice run 2016-11",
                        "payment list",
                        "payment export",
                        "credential list",
                        "mail queue",
                        "audit list",
                        "db verify",
                        "db backup copy.db")
                .filter(command -> !TestDatabase.isOnServer() || !command.startsWith("db backup"))
                .forEach(command -> {
                    TestOffice.Answer answer = office.run(command.split(" "));
                    assertThat(answer.exit())
                            .as("%s: %s", command, answer.err())
                            .isEqualTo(ExitCode.UNAVAILABLE);
                    assertThat(answer.err())
                            .as(command)
                            .contains("has schema 99")
                            .hasLineCount(1);
                });
        assertThat(office.database()).isEqualTo(before);
        assertThat(office.files()).isEmpty();
    }
}
