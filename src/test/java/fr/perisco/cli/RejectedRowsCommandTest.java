package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is set aside, mended and loaded again comes to the same as the good file at once. */
class RejectedRowsCommandTest {
    private static final String NOW = "2016-12-05T09:00";

    /**
     * An import.
     *
     * @param bad what stands in place of {@code good} in a row that is rejected
     * @param result what it comes to
     */
    record Case(String command, String text, String good, String bad, String result) {
        @Override
        public String toString() {
            return command;
        }
    }

    @TempDir
    Path folder;

    static Stream<Case> imports() {
        return Stream.of(
                new Case(
                        "import families FILE",
                        FamilyRows.file("f")
                                .row()
                                .row("diet", "sans gluten")
                                .row()
                                .text(),
                        "sans gluten",
                        "hallal",
                        "select f.code, c.code, c.diet, c.birth_on from family f join child_family x on x.family_id = f.id"
                                + " join child c on c.id = x.child_id order by 1, 2"),
                new Case(
                        "import registrations FILE",
                        "child;activity;from;to;family\nE0001;MERCREDI;2016-11-03;2017-07-07;\nE0005;MERCREDI;2016-11-03;2017-07-07;\n",
                        "E0005",
                        "E5",
                        "select c.code, r.activity_id, r.from_on, r.to_on from registration r join child c on c.id = r.child_id"
                                + " order by 1, 2, 3"),
                new Case(
                        "import weeks FILE",
                        "child;activity;unit;days;from;to\nE0002;CANTINE;REPAS;mon;2017-01-09;2017-07-07\n"
                                + "E0002;ACCUEILS;MATIN;tue;2017-01-09;2017-07-07\n",
                        ";mon;",
                        ";lunes;",
                        "select c.code, w.unit_id, w.from_on, w.to_on from typical_week w join child c on c.id = w.child_id"
                                + " order by 1, 2, 3, 4"),
                new Case(
                        "import requests FILE",
                        "submitted_at;login;child;activity;unit;date;action\n"
                                + "2016-11-10T10:00;frederic.vernalet@example.org;E0002;CANTINE;REPAS;2016-12-15;cancel\n"
                                + "2016-11-10T10:01;frederic.vernalet@example.org;E0002;CANTINE;REPAS;2016-12-16;cancel\n",
                        "2016-12-16;cancel",
                        "2016-12-16;delete",
                        "select submitted_at, login, day_on, action, state from day_request order by 1, 3"),
                new Case(
                        "import attendance FILE",
                        "child;activity;unit;date;status\nE0002;CANTINE;REPAS;2016-11-14;present\n"
                                + "E0002;CANTINE;REPAS;2016-11-15;excused\n",
                        "excused",
                        "asleep",
                        "select child, day_on, attendance from reservation where attendance is not null order by 1, 2"),
                new Case(
                        "import quotients FILE",
                        "family;quotient;quotient_from\nF0001;650;2017-01-01\nF0002;1200;2017-01-01\n",
                        "F0002",
                        "NOBODY",
                        "select family_id, quotient_cents, quotient_from_on from family_quotient order by 1, 3"),
                new Case(
                        "payment import FILE",
                        "numcli;exer;refdet;objet;montant;mel;saisie;resultrans;numauto;dattrans;heurtrans;idop\n"
                                + "012345;2016;F0516120001;Facture;100;a@b.example;T;P;1;02122016;0900;op1\n"
                                + "012345;2016;F0516120002;Facture;200;a@b.example;T;P;2;02122016;0901;op2\n",
                        ";200;",
                        ";deux;",
                        "select family_id, amount_cents, received_on from payment order by 1, 2"));
    }

    private TestOffice office(String name, Case one) throws IOException {
        Path own = Files.createDirectory(folder.resolve(name));
        if (one.command().contains("families")) {
            return TestOffice.withSetup(own);
        }
        TestOffice office = TestOffice.booked(own);
        if (one.command().startsWith("payment")) {
            office.done("--now", "2016-12-01T08:00", "invoice", "run", "2016-11");
        }
        return office;
    }

    private static Answer load(TestOffice office, Case one, String file, String... more) {
        List<String> args = new ArrayList<>(List.of("--now", NOW));
        args.addAll(List.of(one.command().replace("FILE", file).split(" ")));
        args.addAll(List.of(more));
        return office.run(args.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("imports")
    void mendedRowsComeToTheSame(Case one) throws IOException {
        TestOffice whole = office("whole", one);
        List<String> untouched = whole.rows(one.result());
        whole.write("file.csv", one.text());
        Answer answer = load(whole, one, "file.csv");
        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(whole.rows(one.result())).isNotEqualTo(untouched);

        TestOffice parts = office("parts", one);
        parts.write("file.csv", one.text().replace(one.good(), one.bad()));
        byte[] before = parts.database();
        assertThat(load(parts, one, "file.csv").exit()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(load(parts, one, "file.csv", "--skip-rejected", "--dry-run").exit())
                .isEqualTo(ExitCode.PARTIAL);
        assertThat(parts.files()).containsExactly("file.csv");
        assertThat(parts.database()).isEqualTo(before);
        assertThat(load(parts, one, "file.csv", "--skip-rejected").exit()).isEqualTo(ExitCode.PARTIAL);
        String rejected = parts.text("file.csv.rejected.csv");
        assertThat(rejected.lines()).hasSize(2);
        parts.write("mended.csv", rejected.replace(one.bad(), one.good()));
        answer = load(parts, one, "mended.csv");
        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(parts.rows(one.result())).isEqualTo(whole.rows(one.result()));
    }

    @Test
    void rowsThatSomebodyMendedAreKeptWhenTheFileIsLoadedAgain() throws IOException {
        Case one = imports().findFirst().orElseThrow();
        TestOffice office = office("kept", one);
        office.write("file.csv", one.text().replace(one.good(), one.bad()));
        load(office, one, "file.csv", "--skip-rejected");
        String mended = office.text("file.csv.rejected.csv").replace(one.bad(), one.good());
        office.write("file.csv.rejected.csv", mended);

        Answer again = load(office, one, "file.csv", "--skip-rejected");

        assertThat(again.err()).contains("it is now file.csv-1.rejected.csv");
        assertThat(office.text("file.csv-1.rejected.csv")).isEqualTo(mended);
        assertThat(load(office, one, "file.csv", "--skip-rejected").err()).doesNotContain("it is now");
        assertThat(office.files()).containsExactly("file.csv", "file.csv-1.rejected.csv", "file.csv.rejected.csv");
    }
}
