package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E0002 Vernalet Charlotte of family F0002, in CE1 A of BOURG, has a PAI. */
class ChildHealthCommandTest {
    private static final String CANARY = "Zqxarachide";
    private static final String MONDAY = "2016-11-14T09:00";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void bookTheYear() {
        office = TestOffice.booked(folder);
    }

    private Answer record(String... more) {
        return recordText("pas d’arachide, " + CANARY + "\n", more);
    }

    private Answer recordText(String text, String... more) {
        return office.runWith(text.getBytes(StandardCharsets.UTF_8), join("child health E0002", more));
    }

    private static String[] join(String words, String... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(words.split(" ")), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    private boolean isInDatabase(String text) {
        return new String(office.database(), StandardCharsets.ISO_8859_1).contains(text);
    }

    private List<String> notes() {
        return office.rows("select kind, from_on, to_on from child_health order by id");
    }

    @Test
    void itIsShownOnlyWhereTheReadingIsRecorded() throws IOException {
        assertThat(record("--pai", "-").exit()).isZero();
        for (String command : List.of(
                "child show E0002",
                "family show F0002",
                "family list",
                "reservation list --child E0002",
                "--now 2016-11-14T09:00 report attendance --date 2016-11-14 --school BOURG",
                "--now 2016-11-14T09:00 report meals --date 2016-11-14",
                "audit list --child E0002",
                "audit list --act 5")) {
            for (String format : List.of("table", "csv", "json")) {
                Answer answer = office.done(join("--format " + format + " " + command));
                assertThat(answer.out() + answer.err()).as(command).doesNotContain(CANARY);
            }
        }
        assertThat(office.done(join("--format csv child show E0002")).out()).contains("pai;yes");
        byte[] before = office.database();
        assertThat(office.done("child", "show", "E0003", "--health").out()).contains("nothing is recorded");
        assertThat(office.database()).isEqualTo(before);
        assertThat(office.done("--actor", "anna", "child", "show", "E0002", "--health")
                        .out())
                .contains(CANARY);
        assertThat(office.done(join("--actor nurse --now " + MONDAY + " report health --school BOURG"))
                        .out())
                .contains(CANARY);
        office.done("--actor", "bob", "family", "export", "F0002", "-o", "out");
        assertThat(Files.readString(folder.resolve("out/F0002.json"))).contains(CANARY, "health_notes");
        for (String filter : List.of("--child E0002", "--family F0002")) {
            assertThat(office.done(join("--format csv audit list " + filter)).outLines())
                    .anyMatch(line -> line.contains(";anna;child show;child;E0002;health;;read;"))
                    .anyMatch(line -> line.contains(";nurse;report health;child;E0002;health;;read;"))
                    .anyMatch(line -> line.contains(";bob;family export;child;E0002;health;;read;"));
        }
        assertThat(office.done("db", "verify").out()).isEmpty();
    }

    @Test
    void theSheetIsForTheChildrenExpectedThatDay() throws IOException {
        record("--pai", "-");
        office.done(join("--now " + MONDAY + " report health --school BOURG -o health.pdf"));
        assertThat(String.join("\n", PrintedText.pages(office.content("health.pdf"))))
                .contains("Vernalet Charlotte", CANARY, "1 enfant");
        office.done(join("--now " + MONDAY + " report health --school MOULIN -o none.pdf"));
        assertThat(String.join("\n", PrintedText.pages(office.content("none.pdf"))))
                .contains("aucun enfant")
                .doesNotContain(CANARY);
        byte[] before = office.database();
        Answer rehearsed = office.done(join("--now " + MONDAY + " report health --school BOURG -o dry.pdf --dry-run"));
        assertThat(rehearsed.out() + rehearsed.err()).contains("1 child").doesNotContain(CANARY);
        assertThat(folder.resolve("dry.pdf")).doesNotExist();
        assertThat(office.done(join("--now 2016-11-13T09:00 report health --school BOURG"))
                        .out())
                .doesNotContain(CANARY);
        assertThat(office.database()).isEqualTo(before);
        assertThat(office.run("report", "health", "--school", "NOWHERE").exit()).isEqualTo(3);
        assertThat(office.run(join("report health --school BOURG -o health.csv"))
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void sheetsBearAMarkWithoutMore() throws IOException {
        record("--pai", "-");
        assertThat(office.done(join(
                                "--format csv --now " + MONDAY + " report meals --date 2016-11-14 --activity CANTINE"))
                        .outLines())
                .contains("2016-11-14;CANTINE;REPAS;BOURG;PAI;1");
        office.done(join("--now " + MONDAY
                + " report attendance --date 2016-11-14 --activity CANTINE --school BOURG -o sheets.pdf"));
        assertThat(String.join("\n", PrintedText.pages(office.content("sheets.pdf"))))
                .contains("PAI")
                .doesNotContain(CANARY);
    }

    @Test
    void anAllergyHasAMarkOfItsOwnOnTheDaysOnWhichItIsInForce() throws IOException {
        record("--allergy", "-", "--to", "2016-11-14");
        record("--allergy", "-", "--from", "2016-11-01", "--to", "2016-11-14");
        String meals = "--format csv report meals --activity CANTINE --date ";
        assertThat(office.done(join(meals + "2016-11-14")).outLines())
                .contains("2016-11-14;CANTINE;REPAS;BOURG;allergie;1");
        assertThat(office.done(join(meals + "2016-11-15")).out()).doesNotContain("allergie");
        office.done(join("report meals --week 2016-11-14 --activity CANTINE -o kitchen.pdf"));
        office.done(join("report attendance --date 2016-11-14 --activity CANTINE --school BOURG -o sheets.pdf"));
        for (String file : List.of("kitchen.pdf", "sheets.pdf")) {
            assertThat(String.join("\n", PrintedText.pages(office.content(file))))
                    .as(file)
                    .contains("allergie")
                    .doesNotContain(CANARY, "arachide");
        }
        String listed = "--format csv report attendance --activity CANTINE --school BOURG --date ";
        assertThat(office.done(join(listed + "2016-11-14")).outLines())
                .anyMatch(line -> line.contains(";E0002;") && line.endsWith(";no;yes"))
                .anyMatch(line -> line.endsWith(";no;no"));
        assertThat(office.done(join("--format csv child show E0002")).out()).contains("pai;no", "allergy;yes");
        assertThat(office.done(join("--now 2016-11-15T09:00 --format csv child show E0002"))
                        .out())
                .contains("allergy;no");
        assertThat(office.done(join("child show E0002")).out())
                .contains("Allergy: what the child must not meet")
                .doesNotContain("PAI");

        record("--pai", "-", "--to", "2016-11-14");

        assertThat(office.done(join(meals + "2016-11-14")).outLines())
                .contains("2016-11-14;CANTINE;REPAS;BOURG;PAI, allergie;1");
        assertThat(office.done(join(listed + "2016-11-14")).outLines())
                .anyMatch(line -> line.contains(";E0002;") && line.endsWith(";yes;yes"));
        for (String command : List.of(meals + "2016-11-14", listed + "2016-11-14", "child show E0002", "audit list")) {
            Answer answer = office.done(join(command));
            assertThat(answer.out() + answer.err()).as(command).doesNotContain(CANARY, "arachide");
        }
    }

    @Test
    void aNewPaiEndsTheOneBeforeAndAllergiesAddUp() {
        record("--pai", "-", "--from", "2016-10-01");
        byte[] before = office.database();
        assertThat(record("--pai", "-").out()).contains("already");
        assertThat(record("--pai", "-", "--from", "2016-10-20", "--dry-run").exit())
                .isZero();
        assertThat(office.database()).isEqualTo(before);
        recordText("autre", "--pai", "-", "--from", "2016-10-20");
        recordText("lait", "--allergy", "-");
        recordText("oeuf", "--allergy", "-");
        assertThat(notes())
                .containsExactly(
                        "pai|2016-10-01|2016-10-19",
                        "pai|2016-10-20|null",
                        "allergy|2016-10-14|null",
                        "allergy|2016-10-14|null");
        record("--end", "allergy");
        assertThat(notes()).containsExactly("pai|2016-10-01|2016-10-19", "pai|2016-10-20|null");
        record("--end", "2", "--to", "2017-07-07");
        assertThat(notes()).contains("pai|2016-10-20|2017-07-07");
        assertThat(record("--end", "allergy").out()).contains("nothing to do");
        assertThat(record("--end", "99").exit()).isEqualTo(3);
    }

    @Test
    void wordsThatAreTakenAwayAreNotInTheFileAnyMore() {
        record("--pai", "-");
        assertThat(isInDatabase(CANARY)).isTrue();
        record("--remove", "1");
        assertThat(isInDatabase(CANARY)).isFalse();
        record("--allergy", "-");
        record("--end", "allergy");
        assertThat(isInDatabase(CANARY)).isFalse();
        assertThat(office.rows("select distinct before, after from audit_change where field = 'health'"))
                .containsExactly("null|changed");
    }

    @Test
    void anErasedFamilyTakesItAlong() {
        TestOffice fresh = TestOffice.withFamilies(folder);
        fresh.runWith(CANARY.getBytes(StandardCharsets.UTF_8), join("child health E0002 --pai -"));
        assertThat(isInDatabase(CANARY)).isTrue();
        fresh.done("family", "erase", "F0002", "--yes");
        assertThat(isInDatabase(CANARY)).isFalse();
        assertThat(fresh.rows("select count(*) from child_health")).containsExactly("0");
        assertThat(fresh.done("db", "verify").err()).isEmpty();
    }

    @Test
    void whatIsWrongIsToldWithoutTheWords() {
        office.write("empty.txt", " \n");
        office.write("latin.txt", new byte[] {'a', (byte) 0xe9});
        office.write("hostile.txt", CANARY + "\u001b[2J");
        for (String[] wrong : List.of(
                new String[] {"--pai", "--text-file", "empty.txt"},
                new String[] {"--pai", "--text-file", "latin.txt"},
                new String[] {"--pai", "--text-file", "hostile.txt"},
                new String[] {"--pai", CANARY},
                new String[] {"--pai=" + CANARY},
                new String[] {"--allergy", CANARY},
                new String[] {"--pai", "-", "--allergy", "-"},
                new String[] {"--pai", "-", "--text-file", "hostile.txt"},
                new String[] {"--pai", CANARY, "--text-file", "hostile.txt"},
                new String[] {"--allergy"},
                new String[] {})) {
            Answer answer = record(wrong);
            assertThat(answer.exit()).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(answer.out() + answer.err()).doesNotContain(CANARY);
        }
        for (String faith : List.of("Hallal", "CASHER", "kascher", "viande kosher", "hàlal")) {
            Answer answer = recordText(faith + " " + CANARY, "--allergy", "-");
            assertThat(answer.exit()).as(faith).isEqualTo(3);
            assertThat(answer.err()).contains("sans porc").doesNotContain(CANARY);
        }
        assertThat(record("--pai", CANARY).err()).contains("command line", "--text-file");
        assertThat(office.run("--lang", "fr", "child", "health", "E0002", "--pai", CANARY)
                        .err())
                .contains("ligne de commande")
                .doesNotContain(CANARY);
        assertThat(record("--pai", "-", "--from", "2016-10-14", "--to", "2016-10-01")
                        .exit())
                .isEqualTo(3);
        assertThat(office.runWith(CANARY.getBytes(StandardCharsets.UTF_8), join("child health E9999 --pai -"))
                        .err())
                .contains("E9999")
                .doesNotContain(CANARY);
        assertThat(isInDatabase(CANARY)).isFalse();
    }

    @Test
    void neitherDietNorPasswordStandsInTheTrail() {
        TestOffice fresh = TestOffice.withSetup(folder);
        fresh.write(
                "families.csv",
                FamilyRows.file("families.csv").row("diet", "sans " + CANARY).text());
        fresh.done("import", "families", "families.csv");
        fresh.write(
                "families.csv",
                FamilyRows.file("families.csv")
                        .row("diet", "sans autre " + CANARY)
                        .text());
        fresh.done("import", "families", "families.csv");
        record("--pai", "-");
        fresh.done("credential", "issue", "-o", "sheets");
        assertThat(fresh.rows("select coalesce(before, '') || coalesce(after, '') || code || field from audit_change"))
                .noneMatch(value -> value.contains(CANARY));
        assertThat(
                        fresh.rows(
                                "select coalesce(before, '') || coalesce(after, '') from audit_change where subject = 'credential'"))
                .allMatch(value -> value.length() < 20);
    }
}
