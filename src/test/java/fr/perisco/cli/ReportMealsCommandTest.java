package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clerk who orders meals on Thursday and corrects the order on Monday morning. */
class ReportMealsCommandTest {
    private static final String THURSDAY = "2016-11-10T09:00";
    private static final String MONDAY = "2016-11-14T08:00";
    private static final String ACTS = "select kind, actor, effective_at from act where kind = 'report meals'";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void bookTheYear() {
        office = TestOffice.booked(folder);
    }

    /** The meals of the canteen in the week of 14 November. */
    private Answer week(String moment, String... more) {
        List<String> args = new ArrayList<>(List.of("--now", moment, "--format", "csv", "report", "meals"));
        args.addAll(List.of("--week", "2016-11-14", "--activity", "CANTINE"));
        args.addAll(List.of(more));
        return office.run(args.toArray(String[]::new));
    }

    private void charlotteDoesNotCome() {
        office.done("--now", MONDAY, "reservation", "cancel", "E0002", "CANTINE", "REPAS", "2016-11-14", "--late");
    }

    @Test
    void mealsAreCountedByDaySchoolAndDiet() {
        Answer answer = week(THURSDAY);
        assertThat(answer.outLines())
                .startsWith("date;activity;unit;school;diet;meals")
                .contains("2016-11-14;CANTINE;REPAS;BOURG;;131", "2016-11-14;CANTINE;REPAS;BOURG;sans porc;44");
        assertThat(office.done("report", "meals", "--date", "2016-11-14", "--activity", "CANTINE")
                        .out())
                .contains("476");
        assertThat(week(THURSDAY, "--date", "2016-11-14").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(week(THURSDAY, "--note", "x").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(week(THURSDAY, "--school", "NOWHERE").exit()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void aFileIsAListForTheCatererOrAPageForTheWall() throws IOException {
        String shown = week(THURSDAY).out();
        assertThat(week(THURSDAY, "-o", "-").out()).isEqualTo(shown);
        assertThat(week(THURSDAY, "-o", "order.csv").out()).isEmpty();
        assertThat(office.text("order.csv")).isEqualTo(shown);
        assertThat(week(THURSDAY, "-o", "wall.PDF").exit()).isZero();
        assertThat(PrintedText.pages(office.content("wall.PDF")))
                .singleElement()
                .asString()
                .contains(
                        "du lundi 14 novembre au vendredi 18 novembre 2016",
                        "École primaire du Bourg 242",
                        "Toutes les écoles 476");
        byte[] first = office.content("wall.PDF");
        week(THURSDAY, "-o", "wall.PDF");
        assertThat(office.content("wall.PDF")).isEqualTo(first);
        week(THURSDAY, "-o", "rehearsed.pdf", "--dry-run");
        week(THURSDAY, "-o", "rehearsed.csv", "--dry-run");
        office.done("report", "meals", "--date", "2016-11-13", "-o", "sunday.pdf");
        assertThat(office.files()).containsExactly("order.csv", "wall.PDF");
    }

    @Test
    void anOrderIsAnActAndTheSameOneAgainChangesNothing() {
        byte[] before = office.database();
        assertThat(week(THURSDAY, "--order", "--dry-run").exit()).isZero();
        assertThat(office.database()).isEqualTo(before);
        Answer sent = week(THURSDAY, "--order", "--sent-to", "caterer@example.org", "--note", "semaine 46");
        assertThat(sent.outLines()).isEqualTo(week(THURSDAY).outLines());
        assertThat(sent.err()).contains("order no. 1 recorded: 1,878 meals");
        assertThat(office.rows(ACTS)).containsExactly("report meals|clerk|2016-11-10T09:00:00");
        byte[] ordered = office.database();
        assertThat(week(MONDAY, "--order").err())
                .contains("nothing changed since the order of Thu 2016-11-10 at 09:00");
        assertThat(office.database()).isEqualTo(ordered);
        assertThat(office.done("--format", "csv", "report", "orders").outLines())
                .containsExactly(
                        "number;sent_at;actor;from;to;activity;unit;school;meals;sent_to;note",
                        "1;2016-11-10T09:00;clerk;2016-11-14;2016-11-20;CANTINE;;;1878;caterer@example.org;semaine 46");
        assertThat(office.done("--format", "csv", "report", "orders", "--month", "2016-12")
                        .outLines())
                .hasSize(1);
        assertThat(office.done("--format", "csv", "report", "orders", "1").outLines())
                .containsExactlyInAnyOrderElementsOf(week(THURSDAY).outLines());
        assertThat(office.run("report", "orders", "7").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(office.done("db", "verify").out()).isEmpty();
    }

    @Test
    void onlyWhatDiffersFromTheOrderIsShown() throws IOException {
        week(THURSDAY, "--order");
        assertThat(week(MONDAY, "--changes").err()).contains("no change since the order of Thu 2016-11-10 at 09:00");
        charlotteDoesNotCome();
        assertThat(week(MONDAY, "--changes").outLines())
                .containsExactly(
                        "date;activity;unit;school;diet;ordered;now;difference;since",
                        "2016-11-14;CANTINE;REPAS;BOURG;;131;130;-1;2016-11-10T09:00");
        assertThat(week(MONDAY, "--changes", "-o", "correction.pdf").exit()).isZero();
        assertThat(PrintedText.pages(office.content("correction.pdf")))
                .singleElement()
                .asString()
                .contains("Correction de la commande", "131 130 -1");
        HostileText.assertJson(office.done(
                        "--format",
                        "json",
                        "report",
                        "meals",
                        "--date",
                        "2016-11-14",
                        "--changes",
                        "--activity",
                        "CANTINE")
                .out());
    }

    @Test
    void aCorrectionIsSentAndIsTheOrderFromThenOn() {
        week(THURSDAY, "--order");
        charlotteDoesNotCome();
        Answer sent = week(MONDAY, "--changes", "--order", "-o", "correction.csv");
        assertThat(sent.err()).contains("order no. 2 recorded");
        assertThat(office.text("correction.csv")).contains(";131;130;-1;");
        assertThat(week(MONDAY, "--changes").outLines()).hasSize(1);
        assertThat(week(MONDAY, "--changes").err()).contains("no change since the order of Mon 2016-11-14 at 08:00");
        assertThat(office.rows(ACTS)).hasSize(2);
    }

    @Test
    void daysThatWereNeverOrderedAreNamed() {
        week(THURSDAY, "--order");
        Answer answer = office.run(
                "report", "meals", "--from", "2016-11-14", "--to", "2016-11-21", "--activity", "CANTINE", "--changes");
        assertThat(answer.err()).contains("never ordered: CANTINE REPAS, Mon 2016-11-21");
        assertThat(office.run("report", "meals", "--date", "2016-11-13", "--changes")
                        .out())
                .contains("nothing was ordered");
        assertThat(office.run("report", "meals", "--date", "2016-11-13", "--order")
                        .out())
                .contains("nobody is expected");
        assertThat(office.rows(ACTS)).hasSize(1);
    }

    @Test
    void anOrderWhoseFileCannotBeWrittenWasNotSent() throws IOException {
        Files.createDirectory(folder.resolve("order.csv"));
        Files.writeString(folder.resolve("order.csv").resolve("inside"), "x");
        byte[] before = office.database();
        assertThat(week(THURSDAY, "--order", "-o", "order.csv").exit()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void anOrderThatCouldNotBeShownWasNotSent() throws IOException {
        Path own = Files.createDirectory(folder.resolve("clerk"));
        ClerkAtWork clerk = new ClerkAtWork(own);
        byte[] before = clerk.stored();
        assertThat(clerk.atWithFullDisk(THURSDAY, "report", "meals", "--date", "2016-11-14", "--order")
                        .exit())
                .isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(clerk.stored()).isEqualTo(before);
    }
}
