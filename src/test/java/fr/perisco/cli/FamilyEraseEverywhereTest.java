package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G13: No byte of the database says who an erased family was: all its names, mails, phones and logins begin alike here. */
class FamilyEraseEverywhereTest {
    private static final String HEADER = "family;family_name;quotient;quotient_from;resident;"
            + "guardian_civility;guardian_last_name;guardian_first_name;guardian_email;guardian_phone;"
            + "guardian2_civility;guardian2_last_name;guardian2_first_name;guardian2_email;guardian2_phone;"
            + "address;postcode;city;child;child_last_name;child_first_name;birth_date;sex;school;class;diet;vaccines_until\n";

    /** Letters and digits that stand in nothing else. */
    private static final List<String> MARKS = List.of("zqx", "0988776");

    @TempDir
    Path folder;

    private TestOffice office;
    private int payments;

    @BeforeEach
    void aTownWithTheFamily() {
        office = TestOffice.withFamilies(folder);
        office.write(
                "f.csv",
                HEADER
                        + "ERASED;Zqxnom;700;2016-09-01;oui;Mme;Zqxnom;Zqxprenom;zqxun@example.org;0988776601;"
                        + "M.;Zqxsecond;Zqxautre;zqxsecond@example.org;0988776602;7 rue Zqxrue;24696;Zqxville;"
                        + "EX1;Zqxenfant;Zqxpetit;2010-05-14;M;MOULIN;CP A;sans porc;\n"
                        + "DOUBLE;Zqxdouble;;;oui;M.;Zqxdouble;Zqxlui;zqxdouble@example.org;0988776603;;;;;;"
                        + "9 rue Zqxlieu;24696;Zqxbourg;EX2;Zqxenfant;Zqxgrand;2009-05-14;F;MOULIN;CE1 A;;\n");
        office.done("import", "families", "f.csv");
    }

    private TestOffice.Answer at(String moment, String... args) {
        TestOffice.Answer answer = office.runAt(
                Clock.fixed(
                        LocalDateTime.parse(moment)
                                .atZone(ZoneId.of("Europe/Paris"))
                                .toInstant(),
                        ZoneOffset.UTC),
                Map.of(),
                args);
        assertThat(answer.exit())
                .as(List.of(args) + answer.err() + answer.out())
                .isIn(ExitCode.OK, ExitCode.PARTIAL);
        return answer;
    }

    private void line(String moment, String line) {
        at(moment, line.split(" "));
    }

    /** Where one of the marks still stands. */
    private List<String> traces() {
        List<String> traces = new ArrayList<>();
        for (String file : List.of("office.db", "copy.db")) {
            if (!file.equals("copy.db") || Files.exists(folder.resolve(file))) {
                String content = content(file);
                for (String mark : MARKS) {
                    int at = content.indexOf(mark);
                    while (at >= 0) {
                        traces.add(file + ": "
                                + content.substring(Math.max(0, at - 40), Math.min(content.length(), at + 30))
                                        .replaceAll("[^ -~]", "."));
                        at = content.indexOf(mark, at + 1);
                    }
                }
            }
        }
        return traces;
    }

    private String content(String file) {
        byte[] content = file.equals("office.db") ? office.database() : office.content(file);
        return new String(content, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private void assertForgotten() {
        if (!TestDatabase.isOnServer()) {
            at("2017-09-15T10:00", "db", "backup", "copy.db");
        }
        assertThat(traces()).isEmpty();
        office.done("db", "verify");
    }

    private void requests(String login, String day) {
        office.write(
                "r.csv",
                "submitted_at;login;child;activity;unit;date;action\n" + day + "T08:00;" + login
                        + ";EX1;CANTINE;REPAS;2016-11-24;add\n" + day + "T08:01;" + login.toUpperCase(Locale.ROOT)
                        + ";EX1;CANTINE;REPAS;2016-11-25;cancel\n" + day + "T08:02;" + login
                        + ";;;;2016;tax-certificate\n".replace("2016;", "2016-12-31;"));
        line(day + "T09:00", "import requests r.csv");
        office.write(
                "w.csv",
                "child;activity;unit;days;from;to;weeks;submitted_at;login\nEX1;CANTINE;REPAS;mon;2016-11-28;2016-11-30;all;"
                        + day + "T08:03;" + login + "\n");
        line(day + "T09:01", "import weeks w.csv");
    }

    /** All that a family may leave behind in some months. */
    private void live(String code, String child) {
        line("2016-10-14T10:00", "registration add " + child + " CANTINE --from 2016-11-03 --to 2016-11-30");
        line("2016-10-14T10:01", "reservation add " + child + " CANTINE REPAS 2016-11-21 2016-11-22");
        at("2016-10-14T10:02", "family", "hold", code, "--until", "2016-12-31", "--reason", "Zqxraison");
        line("2016-10-14T10:03", "family release " + code);
        at("2016-10-14T10:04", "child", "authorise", child, "Zqxtante", "--phone", "0988776609");
        line("2016-10-14T10:05", "credential send --family " + code + " --outbox out");
        line("2016-12-01T08:00", "invoice run 2016-11");
        line("2016-12-01T08:01", "invoice send --month 2016-11 --family " + code);
        line("2016-12-01T08:02", "mail send --outbox out");
    }

    private void pay(String code, String method) {
        List<String> due =
                office.done("--now", "2017-01-05T09:00", "invoice", "list", "--format", "csv").outLines().stream()
                        .filter(row -> row.contains(";" + code + ";"))
                        .map(row -> row.split(";")[6])
                        .toList();
        for (String amount : due) {
            if (!amount.equals("0.00")) {
                at(
                        "2017-01-05T09:00",
                        "payment",
                        "add",
                        code,
                        amount,
                        "--method",
                        method,
                        "--reference",
                        "Zqxreference" + ++payments,
                        "--drawer",
                        "Zqxtireur");
            }
        }
    }

    @Test
    void loginsThatItHadBeforeStayInNoRequest() {
        live("ERASED", "EX1");
        requests("zqxun@example.org", "2016-11-07");
        line("2016-11-07T10:00", "reservation process");
        line("2016-11-08T09:00", "family contact ERASED --email zqxdeux@example.org");
        requests("zqxdeux@example.org", "2016-11-09");
        line("2016-11-09T10:00", "reservation process");
        line("2016-11-10T09:00", "family contact ERASED --email zqxtrois@example.org --phone 0988776607");
        line("2016-11-10T09:01", "family move ERASED --address Zqxailleurs --city Zqxplus");
        line("2017-01-04T08:00", "invoice run 2016-12");
        pay("ERASED", "cheque");
        assertThat(traces()).isNotEmpty();
        assertThat(office.rows("SELECT DISTINCT login FROM day_request WHERE login LIKE 'zqx%'"))
                .hasSizeGreaterThan(1);

        line("2017-09-15T09:00", "family erase ERASED --yes");

        line("2017-09-15T09:10", "family erase DOUBLE --yes");
        assertForgotten();
    }

    @Test
    void aLoginThatAnotherFamilyHasNowStaysInItsRequests() {
        line("2016-10-14T09:10", "family contact ERASED --email zqxdeux@example.org");
        line("2016-10-14T09:11", "family contact F0001 --email zqxun@example.org");
        office.write(
                "r.csv",
                "submitted_at;login;child;activity;unit;date;action\n"
                        + "2016-10-14T09:20;zqxun@example.org;E0001;CANTINE;REPAS;2016-11-24;add\n");
        line("2016-10-14T09:30", "import requests r.csv");

        line("2017-09-15T09:00", "family erase ERASED --yes");

        assertThat(office.rows("SELECT login FROM day_request WHERE login <> ''"))
                .containsExactly("zqxun@example.org");
    }

    @Test
    void aDuplicateThatWasMergedIntoItGoesWithIt() {
        live("DOUBLE", "EX2");
        live("ERASED", "EX1");
        pay("DOUBLE", "cheque");
        pay("ERASED", "cheque");
        line("2017-01-06T09:00", "family merge ERASED DOUBLE --yes");
        assertThat(traces()).isNotEmpty();

        TestOffice.Answer would = at("2017-09-15T09:00", "family", "erase", "ERASED", "--dry-run");
        assertThat(would.out()).contains("DOUBLE");
        line("2017-09-15T09:00", "family erase ERASED --yes");

        assertForgotten();
        assertThat(office.rows("SELECT count(*) FROM family_erasure")).containsExactly("2");
        assertThat(at("2017-09-15T09:30", "family", "erase", "DOUBLE", "--yes").out())
                .contains("already");
    }

    @Test
    void aDuplicateThatAnEarlierErasureLeftGoesByTheSameCommand() throws SQLException {
        line("2017-09-15T09:00", "family erase ERASED --yes");
        try (Connection connection = office.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO family_merge SELECT d.id, e.id, '2017-01-06', 1 FROM family d, family e"
                    + " WHERE d.code = 'DOUBLE' AND e.code = 'ERASED'");
        }
        assertThat(traces()).isNotEmpty();

        line("2017-09-15T09:05", "family erase ERASED --yes");

        assertForgotten();
    }

    @Test
    void whatStandsInTheWayForADuplicateStandsInTheWayOfAll() {
        live("DOUBLE", "EX2");
        line("2017-01-06T09:00", "family merge ERASED DOUBLE --yes");
        byte[] before = office.database();

        TestOffice.Answer refused = office.runAt(
                Clock.fixed(LocalDateTime.parse("2017-09-15T09:00").toInstant(ZoneOffset.UTC), ZoneOffset.UTC),
                Map.of(),
                "family",
                "erase",
                "ERASED",
                "--yes");

        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("DOUBLE");
        assertThat(office.database()).isEqualTo(before);
    }
}
