package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What loading a families file in part, again, or changed does. */
class ImportFamiliesCommandTest {
    private static final String ADDRESS = "\"1 rue du Pont;\nbâtiment B\"";
    private static final FaultyFile ROWS = FamilyRows.file("");
    private static final String GOOD = ROWS.written("family", "F1", "child", "E1");
    private static final String BAD_QUOTIENT = ROWS.written("family", "F2", "child", "E2", "quotient", "cher");
    private static final String GOOD_BROTHER =
            ROWS.written("family", "F3", "child", "E3", "address", ADDRESS, "guardian_email", "f3@example.org");
    private static final String BAD_SISTER =
            GOOD_BROTHER.replace("E3", "E4").replace("Kévin;2008-05-14;M", "Zoë;2010-05-14;X");
    private static final String TOO_SHORT = "F5;Étienne";
    private static final String GOOD_TOO = ROWS.written("family", "F6", "child", "E6");
    private static final List<String> MIXED =
            List.of(FamilyRows.HEADER, GOOD, BAD_QUOTIENT, GOOD_BROTHER, BAD_SISTER, TOO_SHORT, GOOD_TOO);
    private static final List<String> REJECTED = List.of(FamilyRows.HEADER, BAD_QUOTIENT, BAD_SISTER, TOO_SHORT);

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void openTheOffice() {
        office = TestOffice.withSetup(folder);
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private List<String> families() {
        return office.rows("""
                select family.code, child.code from child_family
                join family on family.id = family_id join child on child.id = child_id
                order by child.code, family.code
                """);
    }

    private List<String> audit() {
        return office.rows("select act.kind, subject, code, field, before, after"
                + " from act left join audit_change on act_id = act.id order by act.id, seq");
    }

    /** A mark in front, an encoding and an end of lines. */
    static Stream<Arguments> writings() {
        return Stream.of(
                Arguments.of("", "UTF-8", "\n"),
                Arguments.of("\ufeff", "UTF-8", "\r\n"),
                Arguments.of("", "windows-1252", "\r\n"),
                Arguments.of("\ufeff", "UTF-16LE", "\r\n"),
                Arguments.of("", "UTF-8", "\r"));
    }

    /** So many that the first are written before the last are compared; the children of a family do not stand side by side. */
    @Test
    void aTownsFirstFileIsLoadedWholeAndASecondTimeChangesNothing() {
        int count = 25_000;
        int families = 9_000;
        office.write(
                "town.csv",
                IntStream.range(0, count)
                        .mapToObj(i -> ROWS.written(
                                "family",
                                "F" + i % families,
                                "child",
                                "E" + i,
                                "guardian_email",
                                "f" + i % families + "@example.org"))
                        .collect(Collectors.joining("\n", FamilyRows.HEADER + "\n", "\n")));

        assertThat(office.run("import", "families", "town.csv").exit()).isZero();

        assertThat(office.rows("""
                        select count(*), count(distinct family_id), count(distinct child_id),
                        sum(case when (cast(substr(child.code, 2) as integer)
                            - cast(substr(family.code, 2) as integer)) % 9000 = 0 then 1 else 0 end)
                        from child_family
                        join family on family.id = family_id join child on child.id = child_id
                        """)).containsExactly("25000|9000|25000|25000");
        assertThat(office.rows("select count(*), count(distinct act_id) from child_schooling"))
                .containsExactly("25000|1");
        assertThat(office.rows("select count(*) from family_residency")).containsExactly("9000");
        assertThat(office.rows("select count(*) from guardian")).containsExactly("9000");
        Answer again = office.run("import", "families", "town.csv");
        assertThat(again.exit()).isZero();
        assertThat(office.rows("select count(*) from act where kind = 'import families'"))
                .containsExactly("1");
    }

    @ParameterizedTest
    @MethodSource("writings")
    void theGoodRowsAreLoadedAndTheBadOnesWaitToBeMended(String mark, String encoding, String lineEnd) {
        Charset charset = Charset.forName(encoding);
        office.write("mixed.csv", (mark + lines(MIXED).replace("\n", lineEnd)).getBytes(charset));

        Answer answer = office.run("import", "families", "mixed.csv", "--skip-rejected");

        assertThat(answer.exit()).isEqualTo(ExitCode.PARTIAL);
        assertThat(answer.errLines())
                .containsExactly(
                        "mixed.csv:3:3: quotient: “cher” is no amount; write digits with one comma or dot at the most, such as 1234.50",
                        "mixed.csv:6:23: sex: “X” is neither F nor M; write F, M or nothing",
                        "mixed.csv:8:3: the row has 2 fields, the header 30; add the missing ones",
                        "3 rows set aside in mixed.csv.rejected.csv: mend them there and load that file");
        assertThat(answer.outLines())
                .containsExactly(
                        " what      new  changed  unchanged  vanished  rejected",
                        " families    3        0          0         0         2",
                        " children    3        0          0         0         3");
        assertThat(families()).containsExactly("F1|E1", "F3|E3", "F6|E6");
        String rejected = new String(office.content("mixed.csv.rejected.csv"), charset);
        assertThat(rejected).isEqualTo(mark + lines(REJECTED).replace("\n", lineEnd));

        String mended = rejected.replace("cher", "1200").replace(";X;", ";F;").replace(TOO_SHORT + lineEnd, "");
        office.write("mended.csv", mended.getBytes(charset));
        office.done("import", "families", "mended.csv");
        assertThat(families()).containsExactly("F1|E1", "F2|E2", "F3|E3", "F3|E4", "F6|E6");
        assertThat(office.rows("select last_name, first_name from child where code = 'E4'"))
                .containsExactly("Dupont|Zoë");
    }

    @Test
    void aRehearsalSaysTheSameAndWritesNothing() {
        office.write("mixed.csv", lines(MIXED));
        byte[] before = office.database();
        List<String> files = office.files();

        Answer rehearsal = office.run("import", "families", "mixed.csv", "--skip-rejected", "--dry-run");

        assertThat(office.database()).isEqualTo(before);
        assertThat(office.files()).isEqualTo(files);
        Answer real = office.run("import", "families", "mixed.csv", "--skip-rejected");
        assertThat(rehearsal.exit()).isEqualTo(real.exit()).isEqualTo(ExitCode.PARTIAL);
        assertThat(rehearsal.out()).isEqualTo(real.out());
        assertThat(rehearsal.err())
                .isEqualTo(real.err()
                                .replace(
                                        "set aside in mixed.csv.rejected.csv: mend them there and load that file",
                                        "would be set aside in mixed.csv.rejected.csv")
                        + "rehearsal: nothing was kept\n");
    }

    @Test
    void theSameFileAgainChangesNothingAndSaysSo() {
        office.write("families.csv", lines(List.of(FamilyRows.HEADER, GOOD, GOOD_BROTHER, GOOD_TOO)));
        office.done("import", "families", "families.csv");
        byte[] before = office.database();
        List<String> audit = audit();

        Answer again = office.done("import", "families", "families.csv", "--diff");

        assertThat(again.outLines())
                .contains(" families    0        0          3         0         0")
                .last()
                .isEqualTo("nothing changed");
        assertThat(office.database()).isEqualTo(before);
        assertThat(audit()).isEqualTo(audit);
    }

    @Test
    void aFileWithBadRowsAgainChangesNothingAndSetsTheSameRowsAside() {
        office.write("mixed.csv", lines(MIXED));
        office.run("import", "families", "mixed.csv", "--skip-rejected", "-o", "aside/rows.csv");
        byte[] before = office.database();
        byte[] aside = office.content("aside/rows.csv");

        Answer again = office.run("import", "families", "mixed.csv", "--skip-rejected", "--rejected", "aside/rows.csv");

        assertThat(again.exit()).isEqualTo(ExitCode.PARTIAL);
        assertThat(again.out()).endsWith("nothing changed\n");
        assertThat(office.database()).isEqualTo(before);
        assertThat(office.content("aside/rows.csv")).isEqualTo(aside);
    }

    @Test
    void aFileWithoutBadRowsLeavesNoFileOfRejectedOnes() {
        office.write("families.csv", lines(List.of(FamilyRows.HEADER, GOOD)));

        office.done("import", "families", "families.csv", "--skip-rejected");

        assertThat(office.files()).containsExactly("families.csv");
    }

    @Test
    void aHeaderThatIsNotUnderstoodCannotBeSkipped() {
        office.write("families.csv", lines(MIXED).replace("birth_date", "born").replace(";city;", ";postcode;"));
        byte[] before = office.database();

        Answer answer = office.run("import", "families", "families.csv", "--skip-rejected");

        assertThat(answer.exit()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(answer.errLines())
                .containsExactly(
                        "families.csv:1:0: the column city (commune) is missing; add it to the header line",
                        "families.csv:1:0: the column birth_date (date de naissance) is missing; add it to the header line",
                        "families.csv:1:18: the column postcode stands twice; keep one",
                        "3 faults: nothing was changed");
        assertThat(office.database()).isEqualTo(before);
        assertThat(office.file("families.csv.rejected.csv")).doesNotExist();
    }

    @Test
    void rejectedRowsOfStdinNeedAPlace() {
        Answer answer = office.runWith(lines(MIXED).getBytes(), "import", "families", "-", "--skip-rejected");

        assertThat(answer.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("say with --rejected where the rejected rows of stdin go");
    }

    @Test
    void aColumnThatNobodyReadsIsToldAndDoesNoHarm() {
        office.write("families.csv", lines(List.of(FamilyRows.HEADER + ";shoe size", GOOD + ";31")));

        Answer answer = office.done("import", "families", "families.csv");

        assertThat(answer.err()).isEqualTo("warning: columns that nobody reads: shoe size\n");
    }

    private static final String BEFORE = FamilyRows.file("")
            .row("family", "F1", "child", "E1", "guardian_email", "f1@example.org")
            .row("family", "F2", "child", "E2", "guardian_email", "f2@example.org")
            .row("family", "F3", "child", "E3", "guardian_email", "f3@example.org")
            .text();
    private static final String AFTER = FamilyRows.file("")
            .row(
                    "family",
                    "F1",
                    "child",
                    "E1",
                    "guardian_email",
                    "new@example.org",
                    "quotient_from",
                    "2016-10-01",
                    "resident",
                    "non",
                    "class",
                    "CM1",
                    "diet",
                    "sans gluten",
                    "vaccines_until",
                    "")
            .row(
                    "family",
                    "F1",
                    "child",
                    "E4",
                    "guardian_email",
                    "new@example.org",
                    "quotient_from",
                    "2016-10-01",
                    "resident",
                    "non")
            .row("family", "F2", "child", "E2", "guardian_email", "f2@example.org", "quotient", "1200")
            .row("family", "F2", "child", "E3", "guardian_email", "f2@example.org", "quotient", "1200")
            .row("family", "F5", "child", "E5", "guardian_email", "f5@example.org")
            .text();

    @Test
    void aChangedFileReportsExactlyItsChangesAndLeavesWhatVanishedAlone() {
        office.write("before.csv", BEFORE);
        office.write("after.csv", AFTER);
        office.done("import", "families", "before.csv");

        Answer answer = office.done("--format", "csv", "import", "families", "after.csv", "--diff");

        assertThat(answer.outLines())
                .containsExactly(
                        "change;kind;code;field;before;after",
                        "changed;family;F1;guardian_email;f1@example.org;new@example.org",
                        "changed;family;F1;resident;yes;no",
                        "changed;family;F1;quotient;;711.50 2016-10-01",
                        "changed;child;E1;diet;***;***",
                        "changed;child;E1;vaccines_until;***;***",
                        "changed;child;E1;class;CE2 A;CM1",
                        "new;child;E4;;;Dupont Kévin",
                        "changed;family;F2;quotient;711.50 2016-09-01;1200.00 2016-09-01",
                        "changed;child;E3;family;;F2",
                        "new;family;F5;;;Dupont",
                        "new;child;E5;;;Dupont Kévin",
                        "vanished;family;F3;;Dupont;");
        assertThat(answer.errLines())
                .containsExactly(
                        "after.csv:2:9: guardian_email: family F1 logs in with new@example.org, no longer with"
                                + " f1@example.org; its password stays the same",
                        "warning: 1 family is not in the file, and left alone: F3");
        assertThat(families()).containsExactly("F1|E1", "F2|E2", "F2|E3", "F3|E3", "F1|E4", "F5|E5");
        assertThat(office.done("--format", "csv", "family", "list").outLines())
                .containsExactly(
                        "family;name;login;children;quotient;balance;city",
                        "F1;Dupont;new@example.org;2;711.50;0.00;Valmourin",
                        "F2;Dupont;f2@example.org;2;1200.00;0.00;Valmourin",
                        "F3;Dupont;f3@example.org;1;711.50;0.00;Valmourin",
                        "F5;Dupont;f5@example.org;1;711.50;0.00;Valmourin");
    }

    private static List<String> numbered(int last) {
        List<String> rows = new ArrayList<>(List.of(FamilyRows.HEADER));
        for (int i = 1; i <= last; i++) {
            String number = String.format("%02d", i);
            rows.add(ROWS.written(
                    "family", "F" + number, "child", "E" + number, "guardian_email", "f" + number + "@example.org"));
        }
        return rows;
    }

    @Test
    void aLongListOfWhoVanishedSaysWhereTheOthersAre() {
        office.write("all.csv", lines(numbered(23)));
        office.write("some.csv", lines(numbered(2)));
        office.write("few.csv", lines(numbered(3)));
        office.done("import", "families", "all.csv");

        assertThat(office.done("import", "families", "some.csv").errLines())
                .hasSize(2)
                .allMatch(line -> line.endsWith("22 … and 1 more: --diff lists it"));
        assertThat(office.done("--lang", "fr", "import", "families", "some.csv").errLines())
                .hasSize(2)
                .allMatch(line -> line.endsWith("22 … et 1 autre : --diff l’affiche"));
        Answer listed = office.done("import", "families", "some.csv", "--diff", "--format", "csv");
        assertThat(listed.errLines()).hasSize(3).anyMatch(line -> line.endsWith("… and 1 more in the list of changes"));
        assertThat(listed.outLines()).contains("vanished;family;F23;;Dupont;", "vanished;child;E23;;Dupont Kévin;");
        assertThat(office.done("import", "families", "few.csv").errLines()).allMatch(line -> line.endsWith("23"));
    }

    @Test
    void whatIsNotAmongMendedRejectedRowsIsListedOnlyWhenAsked() {
        office.write("all.csv", lines(numbered(3)));
        office.write("some.csv", lines(numbered(2)));
        office.write("some.csv.rejected.csv", lines(numbered(2)));
        office.done("import", "families", "all.csv");

        assertThat(office.done("import", "families", "some.csv").errLines())
                .hasSize(2)
                .allMatch(line -> line.contains("not in the file, and left alone"));
        assertThat(office.done("import", "families", "some.csv.rejected.csv").errLines())
                .isEmpty();
        assertThat(office.done("import", "families", "some.csv.rejected.csv", "--diff", "--format", "csv")
                        .outLines())
                .contains("vanished;family;F03;;Dupont;", "vanished;child;E03;;Dupont Kévin;");
    }

    @Test
    void theAuditTrailHoldsEachChangeWithItsFormerValueAndNothingOfHealth() {
        office.write("before.csv", BEFORE);
        office.write("after.csv", AFTER);
        office.done("import", "families", "before.csv");
        office.done("import", "families", "after.csv");

        assertThat(audit())
                .contains("import families|child|E1|diet|***|***", "import families|child|E1|class|CE2 A|CM1")
                .noneMatch(row -> row.contains("gluten") || row.contains("porc"));
    }

    @Test
    void theDifferencesAreOneJsonDocument() {
        office.write("before.csv", BEFORE);
        office.done("import", "families", "before.csv");

        Answer answer = office.done("--format", "json", "import", "families", "before.csv", "--diff");

        assertThat(answer.out().replaceAll("\\s+", ""))
                .isEqualTo(
                        "{\"families_new\":0,\"families_changed\":0,\"families_unchanged\":3,\"families_vanished\":0,"
                                + "\"families_rejected\":0,\"children_new\":0,\"children_changed\":0,\"children_unchanged\":3,"
                                + "\"children_vanished\":0,\"children_rejected\":0,\"rows\":[]}");
    }

    @Test
    void aLoginThatChangesAndACodeThatMayBeAnotherChildsAreTold() {
        String otherMail = GOOD_BROTHER.replace("f3@example.org", "g3@example.org");
        office.write("families.csv", lines(List.of(FamilyRows.HEADER, GOOD_BROTHER)));
        office.done("import", "families", "families.csv");
        office.write("families.csv", lines(List.of(FamilyRows.HEADER, otherMail)));
        assertThat(office.done("import", "families", "families.csv").err())
                .contains("families.csv:2:")
                .contains("family F3 logs in with g3@example.org, no longer with f3@example.org");
        String otherChild = GOOD_BROTHER.replace("f3@example.org", "").replace("Kévin;2008-05-14", "Paul;2015-01-01");
        office.write("families.csv", lines(List.of(FamilyRows.HEADER, otherChild)));
        assertThat(office.done("import", "families", "families.csv").err())
                .contains("family F3 cannot log in any more: g3@example.org was its login")
                .contains("child E3 was ")
                .contains("Kévin, born on Wed 2008-05-14, and is ");
        assertThat(office.done("import", "families", "families.csv").err()).doesNotContain("login", "another child");
    }

    @Test
    void twoFamiliesMaySwapTheirLogins() {
        office.write("before.csv", BEFORE);
        office.write(
                "after.csv",
                BEFORE.replace("f1@", "swap@").replace("f2@", "f1@").replace("swap@", "f2@"));
        office.done("import", "families", "before.csv");

        office.done("import", "families", "after.csv");

        assertThat(office.rows("select code, login from family order by code"))
                .containsExactly("F1|f2@example.org", "F2|f1@example.org", "F3|f3@example.org");
    }
}
