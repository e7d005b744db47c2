package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.ClerkAtWork.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parents separate: F0002 has two guardians, Frédéric Vernalet and Hélène Lacoste, and the children E0002 and E0003. */
class SeparationCommandTest {
    private static final String DAY = "2016-12-05T10:00";
    private static final String NEW_YEAR = "2017-01-01";

    @TempDir
    Path folder;

    private ClerkAtWork clerk;

    @BeforeEach
    void openTheOffice() throws IOException {
        clerk = new ClerkAtWork(folder);
    }

    private Answer at(String moment, String line) {
        return clerk.at(moment, line.split(" "));
    }

    private void done(String line) {
        Answer answer = at(DAY, line);
        assertThat(answer.exit()).as(line + answer.err()).isZero();
    }

    private void separated() {
        done("family separate F0002 --from " + NEW_YEAR);
    }

    @Test
    void theSecondGuardianHasAFamilyThatTheChildrenBelongToAsWell() throws IOException {
        byte[] before = clerk.stored();
        Answer would = at(DAY, "family separate F0002 --from 2017-01-01 --dry-run");
        assertThat(would.exit()).isZero();
        assertThat(would.out()).contains("would leave family F0002 and be family F0401");
        assertThat(clerk.stored()).isEqualTo(before);

        Answer made = at(DAY, "family separate F0002 --from 2017-01-01 --city Bergerac --resident no");

        assertThat(made.exit()).isZero();
        assertThat(made.out())
                .contains("perisco registration share E0002 CANTINE --with F0401 --share even --from 2017-01-01");
        assertThat(at(DAY, "family show F0401 --format csv").out())
                .contains("city;Bergerac", "last_name;Lacoste", "child;E0002", "child;E0003", "resident;no");
        assertThat(at(DAY, "family show F0002 --format csv").out())
                .contains("child;E0002")
                .doesNotContain("guardian;2");
        assertThat(at(DAY, "family separate F0002").exit()).isEqualTo(3);
        assertThat(at(DAY, "audit list --family F0002 --format csv").out()).contains("separated_into");
        assertThat(clerk.asks("db", "verify").exit()).isZero();
    }

    @Test
    void whatNobodySaidIsToldWithTheOptionThatSaysOtherwise() {
        for (String rehearsal : List.of(" --dry-run", "")) {
            String taken = at(DAY, "family separate F0002" + rehearsal).out();
            assertThat(taken)
                    .contains("family F0401 begins today, Mon 2016-12-05; --from DAY")
                    .contains("family F0401 counts as living in the town, as family F0002 does", "--resident no")
                    .contains("E0002 Vernalet Charlotte belongs to F0002 and F0401 from Mon 2016-12-05 on")
                    .contains("perisco child leave E0003 F0002|F0401 --on 2016-12-05");
        }
        done("child leave E0003 F0401 --on 2016-12-05");
    }

    @Test
    void whatWasSaidIsNotToldAgain() {
        String taken =
                at(DAY, "family separate F0002 --from 2017-01-01 --resident no").out();

        assertThat(taken).doesNotContain("--from DAY", "--resident yes", "--resident no");
        assertThat(taken).contains("--on 2017-01-01");
    }

    @Test
    void thePrintedCommandsAreTheOnesThatShareTheCost() {
        List<String> commands = at(DAY, "family separate F0002 --from 2017-01-01")
                .out()
                .lines()
                .filter(line -> line.startsWith("  perisco "))
                .toList();

        assertThat(commands).hasSize(6);
        commands.forEach(command -> done(command.strip().substring("perisco ".length())));
    }

    @Test
    void aCodeAndALoginBelongToOneFamily() {
        done("family contact F0002 --guardian 2 --email sandra.dupont@example.org");
        assertThat(at(DAY, "family separate F0002 --code F0001").exit()).isEqualTo(3);
        assertThat(at(DAY, "family separate F0002 --code a/b").exit()).isEqualTo(2);
        assertThat(at(DAY, "family separate NOBODY").exit()).isEqualTo(3);

        Answer made = at(DAY, "family separate F0002 --code LACOSTE");

        assertThat(made.exit()).isZero();
        assertThat(made.err()).contains("family F0001 logs in with sandra.dupont@example.org");
        assertThat(at(DAY, "family show LACOSTE --format csv").out()).contains("LACOSTE;login;\n");
    }

    @Test
    void aPasswordThatTheGuardianMayKnowIsNamed() {
        assertThat(at(DAY, "family separate F0002 --dry-run").err()).doesNotContain("credential reset");
        done("credential issue --family F0002 -o passwords.pdf");

        assertThat(at(DAY, "family separate F0002").err()).contains("perisco credential reset F0002");
    }

    @Test
    void aFreeEmailIsTheNewLogin() {
        done("family contact F0002 --guardian 2 --email helene@example.org");
        separated();

        assertThat(at(DAY, "family show F0401 --format csv").out()).contains("login;helene@example.org");
    }

    @Test
    void theNewFamilyRegistersAndAsksOnlyFromItsFirstDay() throws IOException {
        done("family contact F0002 --guardian 2 --email helene@example.org");
        separated();

        assertThat(at(DAY, "registration add E0003 MERCREDI --family F0401 --from 2016-12-10")
                        .err())
                .contains("(2017-01-01–)");
        assertThat(at(DAY, "registration share E0002 CANTINE --with F0401 --share even --from 2016-12-20")
                        .exit())
                .isEqualTo(3);
        done("registration add E0003 MERCREDI --family F0401 --from 2017-01-01");
        String requests = clerk.file(
                "requests.csv",
                "submitted_at;login;child;activity;unit;date;action",
                "2016-12-06T08:00;helene@example.org;E0003;MERCREDI;JOURNEE;2016-12-21;add",
                "2016-12-06T08:01;helene@example.org;E0003;MERCREDI;JOURNEE;2017-01-11;add");
        assertThat(at("2016-12-06T09:00", "import requests " + requests).exit()).isZero();

        String judged =
                at("2016-12-06T09:01", "reservation process --format csv").out();

        assertThat(judged.lines().filter(line -> line.contains("2016-12-21")))
                .singleElement()
                .asString()
                .contains("other-family");
        assertThat(judged.lines().filter(line -> line.contains("2017-01-11")))
                .singleElement()
                .asString()
                .contains(";waiting;");
    }

    @Test
    void aFamilyThatPaysOnDoesNotLeaveAndIsToldHow() {
        separated();
        done("registration share E0002 CANTINE --with F0401 --share even --from 2017-01-09");

        Answer pays = at(DAY, "child leave E0002 F0002 --on 2017-02-01");
        assertThat(pays.exit()).isEqualTo(3);
        assertThat(pays.err()).contains("perisco registration end E0002 CANTINE --on 2017-02-01 --family F0002");
        Answer shares = at(DAY, "child leave E0002 F0401 --on 2017-02-01");
        assertThat(shares.exit()).isEqualTo(3);
        assertThat(shares.err())
                .contains("perisco registration share E0002 CANTINE --alone --from 2017-02-02 --family F0002");

        done("registration share E0002 CANTINE --alone --from 2017-02-02 --family F0002");
        done("child leave E0002 F0401 --on 2017-02-01");
        assertThat(at(DAY, "child leave E0002 F0401 --on 2017-02-01").out()).contains("nothing to do");
        assertThat(at(DAY, "child leave E0002 F0401 --on 2017-03-01").exit()).isEqualTo(3);
        assertThat(clerk.asks("db", "verify").exit()).isZero();
    }

    @Test
    void aFamilyThatLeftRegistersNoMoreAndIsCountedNoMore() {
        separated();
        done("child leave E0003 F0401 --on 2017-01-31");
        String february = "2017-02-01T09:00";

        assertThat(at(february, "registration add E0003 MERCREDI --family F0401")
                        .exit())
                .isEqualTo(3);
        done("child show E0003");
        assertThat(at(february, "registration add E0003 MERCREDI").exit()).isZero();
        assertThat(at(february, "family list --format csv").out()).contains("F0401;Lacoste;;1;");
        assertThat(at("2017-01-31T09:00", "family list --format csv").out()).contains("F0401;Lacoste;;2;");
        assertThat(at(february, "child show E0003 --format csv").out()).contains("2017-01-31");

        assertThat(at(february, "child join E0003 F0401 --from 2017-03-01").exit())
                .isZero();
        assertThat(at("2017-03-01T09:00", "family list --format csv").out()).contains("F0401;Lacoste;;2;");
        assertThat(at("2017-02-15T09:00", "family list --format csv").out()).contains("F0401;Lacoste;;1;");
    }

    @Test
    void aChildHasOneFamilyAtLeastAndTwoAtMost() throws IOException {
        byte[] before = clerk.stored();
        assertThat(at(DAY, "child leave E0001 F0001").err()).contains("no family but F0001");
        assertThat(at(DAY, "child leave E0001 F0005").exit()).isEqualTo(3);
        assertThat(at(DAY, "child join NOBODY F0005").exit()).isEqualTo(3);
        assertThat(at(DAY, "child join E0001 NOBODY").exit()).isEqualTo(3);
        assertThat(at(DAY, "child join E0001 F0001").out()).contains("nothing to do");
        assertThat(at(DAY, "child join E0001 F0005 --dry-run").exit()).isZero();
        assertThat(clerk.stored()).isEqualTo(before);

        done("child join E0001 F0005 --from 2017-01-01");
        assertThat(at(DAY, "child join E0001 F0006").exit()).isEqualTo(3);
    }

    @Test
    void mergingTheFamiliesAgainKeepsTheDaysOfBoth() {
        separated();
        done("child leave E0003 F0401 --on 2017-01-31");

        done("family merge F0001 F0401 --yes");

        assertThat(at(DAY, "family show F0001 --format csv").out())
                .contains("child;E0003")
                .contains("2017-01-31");
    }

    private List<String> sampleFamilies() throws IOException {
        return Files.readAllLines(Path.of("sample-data", "families.csv")).stream()
                .filter(line -> line.startsWith("family;") || line.startsWith("F0002;"))
                .toList();
    }

    private Answer loaded(UnaryOperator<String> change, String... more) throws IOException {
        clerk.file("older.csv", sampleFamilies().stream().map(change).toArray(String[]::new));
        List<String> args = new ArrayList<>(List.of("import", "families", "older.csv"));
        args.addAll(List.of(more));
        Answer answer = clerk.at(DAY, args.toArray(String[]::new));
        assertThat(answer.exit()).as(answer.err()).isZero();
        return answer;
    }

    private String secondOfF0002() {
        return String.join(
                "\n",
                at(DAY, "family show F0002 --format csv").lines().stream()
                        .filter(line -> line.contains("guardian;2"))
                        .toList());
    }

    @Test
    void anOlderFileDoesNotBringBackWhoLeft() throws IOException {
        separated();

        Answer again =
                loaded(row -> row.replace("18 rue de l'Église", "20 rue de l'Église"), "--diff", "--format", "csv");

        assertThat(again.err().lines().filter(line -> line.contains("Lacoste")))
                .singleElement()
                .asString()
                .startsWith(
                        "older.csv:2:12: guardian2_last_name: Mme Lacoste Hélène left family F0002 and is family F0401"
                                + " from Sun 2017-01-01 on")
                .contains("perisco family contact F0002 --guardian 2 --last-name");
        assertThat(again.out())
                .contains("changed;family;F0002;address;18 rue de l'Église;20 rue de l'Église")
                .contains("differs;family;F0002;guardian2_last_name;;Lacoste");
        assertThat(secondOfF0002()).isEmpty();
        assertThat(at(DAY, "--lang fr import families older.csv").err())
                .contains("Mme Lacoste Hélène a quitté la famille F0002");
        byte[] before = clerk.stored();
        assertThat(loaded(row -> row.replace("18 rue", "20 rue")).out()).contains("nothing changed");
        assertThat(clerk.stored()).isEqualTo(before);
    }

    @Test
    void whoLeftIsKnownUnderAnotherNameAndInAnotherPlaceOfTheRow() throws IOException {
        separated();
        done("family contact F0401 --last-name Morel --email helene@example.org");

        loaded(row -> row.replace("Mme;Lacoste;Hélène;;0639980014", "Mme;MOREL;Helene;;"));
        assertThat(secondOfF0002()).isEmpty();
        loaded(row -> row.replace("Mme;Lacoste;Hélène;;0639980014", "Mme;Autre;Hélène;helene@example.org;"));
        assertThat(secondOfF0002()).isEmpty();
        loaded(row -> row.replace(
                "M.;Vernalet;Frédéric;frederic.vernalet@example.org;0639984104;Mme;Lacoste;Hélène;;0639980014",
                "Mme;Lacoste;Hélène;;;M.;Vernalet;Frédéric;frederic.vernalet@example.org;0639984104"));
        assertThat(at(DAY, "family show F0002 --format csv").out())
                .contains("login;frederic.vernalet@example.org")
                .doesNotContain("Lacoste;Hélène");
    }

    @Test
    void aNewPartnerComesInByTheFileAndIsNotReplacedByWhoLeft() throws IOException {
        separated();

        Answer partner = loaded(row -> row.replace("Mme;Lacoste;Hélène;;0639980014", "Mme;Duval;Anne;;0639980077"));

        assertThat(partner.err()).doesNotContain("left family");
        assertThat(at(DAY, "family show F0002 --format csv").out()).contains("Duval");
        assertThat(loaded(row -> row).err()).contains("Lacoste Hélène left family F0002");
        assertThat(at(DAY, "family show F0002 --format csv").out())
                .contains("Duval")
                .doesNotContain("Hélène");
    }

    @Test
    void whoIsBroughtBackOnPurposeStays() throws IOException {
        separated();
        done("family contact F0002 --guardian 2 --last-name Lacoste --first-name Hélène");

        Answer answer = loaded(row -> row);

        assertThat(answer.err()).doesNotContain("left family");
        assertThat(at(DAY, "family show F0002 --format csv").out()).contains("0639980014");
    }

    @Test
    void mergingBothFamiliesAgainUndoesTheSeparation() throws IOException {
        separated();
        done("family merge F0002 F0401 --yes");

        assertThat(loaded(row -> row).err()).doesNotContain("left family");
    }

    @Test
    void whoWasErasedSinceIsNotBroughtInByAnybodysName() throws IOException {
        separated();
        assertThat(clerk.onTheDay(DAY, "family", "erase", "F0401", "--yes").exit())
                .isZero();

        assertThat(loaded(row -> row).err()).contains("older.csv:2:12: ", "left it on Sun 2017-01-01 and is erased");
        assertThat(secondOfF0002()).isEmpty();
        done("family contact F0002 --guardian 2 --last-name Duval --first-name Anne");
        assertThat(loaded(row -> row.replace("Mme;Lacoste;Hélène;;0639980014", "Mme;Duval;Anne;;0639980077"))
                        .err())
                .doesNotContain("erased");
        assertThat(at(DAY, "family show F0002 --format csv").out()).contains("0639980077");
        assertThat(clerk.asks("db", "verify").exit()).isZero();
    }
}
