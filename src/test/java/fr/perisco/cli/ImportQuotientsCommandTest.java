package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.ClerkAtWork.Answer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quotients that come in a file of their own. */
class ImportQuotientsCommandTest {
    private static final String DECEMBER = "2016-12-05T10:00";

    @TempDir
    Path folder;

    private ClerkAtWork clerk;

    @BeforeEach
    void openTheOffice() throws IOException {
        clerk = new ClerkAtWork(folder);
    }

    private String shown(String moment) {
        return clerk.at(moment, "family", "show", "F0001", "--format", "csv").out();
    }

    @Test
    void aQuotientCountsFromItsDayAndWhatIsNotToldStays() throws IOException {
        clerk.file("q.csv", "famille;quotient familial;date du quotient;revenus", "F0001;622,50;01/01/2017;");

        assertThat(clerk.at(DECEMBER, "import", "quotients", "q.csv").exit()).isZero();

        assertThat(shown(DECEMBER)).contains("family;F0001;quotient;711.00", "family;F0001;income;21330.00");
        assertThat(shown("2017-01-02T09:00")).contains("family;F0001;quotient;622.50");
        assertThat(clerk.asks("audit", "list", "--family", "F0001", "--format", "csv")
                        .out())
                .contains("import quotients")
                .contains("622.50 2017-01-01");
    }

    @Test
    void whatIsKnownAlreadyWritesNothing() throws IOException {
        clerk.file("q.csv", "family;quotient;quotient_from;dependents", "F0001;711;2016-09-01;1");
        byte[] before = clerk.stored();

        Answer answer = clerk.at(DECEMBER, "import", "quotients", "q.csv");

        assertThat(answer.exit()).isZero();
        assertThat(answer.out()).contains("nothing changed");
        assertThat(clerk.stored()).isEqualTo(before);
    }

    @Test
    void invoicedMonthsStayUnlessItIsRetroactive() throws IOException {
        assertThat(clerk.at("2016-12-01T08:00", "invoice", "run", "2016-11").exit())
                .isZero();
        clerk.file("q.csv", "family;quotient;quotient_from", "F0001;100;2016-11-01");

        clerk.at(DECEMBER, "import", "quotients", "q.csv");
        assertThat(shown(DECEMBER).lines())
                .anyMatch(line -> line.startsWith("quotient;2016-11-01")
                        && line.contains("2016-12-01")
                        && line.contains("100.00"));

        clerk.at(DECEMBER, "import", "quotients", "q.csv", "--retroactive");
        assertThat(shown(DECEMBER).lines())
                .anyMatch(line -> line.startsWith("quotient;2016-11-01")
                        && line.contains("2016-11-01")
                        && line.contains("100.00"));
    }

    @Test
    void theIncomeOfTheLatestDayIsKept() throws IOException {
        clerk.file(
                "q.csv",
                "family;quotient;quotient_from;income;income_on;dependents",
                "F0001;500;2017-02-01;9000;2017-01-15;3",
                "F0001;600;2017-01-01;12000;2016-12-15;2");

        clerk.at(DECEMBER, "import", "quotients", "q.csv");

        assertThat(shown(DECEMBER))
                .contains(
                        "family;F0001;dependents;3",
                        "family;F0001;income;9000.00",
                        "family;F0001;income_on;2017-01-15");
    }

    @Test
    void everyFaultIsToldAndNothingIsKept() throws IOException {
        clerk.file(
                "q.csv",
                "family;quotient;quotient_from",
                "NOBODY;500;2017-01-01",
                "F0001;;2017-01-01",
                "F0002;-3;2017-01-01",
                "F0001;700;2017-01-01",
                "F0002;700;someday");
        byte[] before = clerk.stored();

        Answer answer = clerk.at(DECEMBER, "import", "quotients", "q.csv");

        assertThat(answer.exit()).isEqualTo(4);
        assertThat(answer.err())
                .contains("q.csv:2:1: family: no family has the code NOBODY")
                .contains("q.csv:3:2: ")
                .contains("q.csv:4:2: ")
                .contains("q.csv:5:3: quotient_from: line 3 gives family F0001 a quotient of the same day")
                .contains("q.csv:6:3: ");
        assertThat(clerk.stored()).isEqualTo(before);
    }

    @Test
    void theGoodRowsAreLoadedWhenTheOthersMayBeSetAside() throws IOException {
        clerk.file("q.csv", "family;quotient;quotient_from", "NOBODY;500;2017-01-01", "F0001;650;2017-01-01");

        Answer rehearsed = clerk.at(DECEMBER, "import", "quotients", "q.csv", "--skip-rejected", "--dry-run");
        assertThat(rehearsed.exit()).isEqualTo(6);
        assertThat(shown("2017-01-02T09:00")).contains("quotient;711.00");

        assertThat(clerk.at(DECEMBER, "import", "quotients", "q.csv", "--skip-rejected")
                        .exit())
                .isEqualTo(6);
        assertThat(shown("2017-01-02T09:00")).contains("quotient;650.00");
    }

    @Test
    void aPlaceForRejectedRowsAsksForThemToBeSetAside() {
        Answer answer = clerk.at(DECEMBER, "import", "quotients", "quotients.csv", "--rejected", "bad.csv");

        assertThat(answer.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("--skip-rejected");
    }
}
