package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.ClerkAtWork.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Families move, are reached elsewhere, and turn out to be one. */
class FamilyLifeCommandTest {
    private static final String DAY = "2016-12-05T10:00";

    @TempDir
    Path folder;

    private ClerkAtWork clerk;

    @BeforeEach
    void openTheOffice() throws IOException {
        clerk = new ClerkAtWork(folder);
    }

    private String shown(String moment, String family) {
        return clerk.at(moment, "family", "show", family, "--format", "csv").out();
    }

    @Test
    void aFamilyMovesAndIsNoResidentFromADay() throws IOException {
        Answer moved = clerk.at(
                DAY, "family", "move", "F0001", "--city", "Bordeaux", "--resident", "no", "--from", "2017-01-01");

        assertThat(moved.exit()).isZero();
        assertThat(shown(DAY, "F0001")).contains("city;Bordeaux", "F0001;resident;yes", "postcode;24696");
        assertThat(shown("2017-01-02T10:00", "F0001")).contains("F0001;resident;no");
        byte[] before = clerk.stored();
        assertThat(clerk.at(
                                DAY,
                                "family",
                                "move",
                                "F0001",
                                "--city",
                                "Bordeaux",
                                "--resident",
                                "no",
                                "--from",
                                "2017-01-01")
                        .out())
                .contains("nothing to do");
        assertThat(clerk.stored()).isEqualTo(before);
    }

    @Test
    void aNewLoginIsSaidPlainlyAndBelongsToOneFamily() throws IOException {
        byte[] before = clerk.stored();
        assertThat(clerk.at(DAY, "family", "contact", "F0001", "--email", "frederic.vernalet@example.org")
                        .exit())
                .isEqualTo(3);
        assertThat(clerk.at(DAY, "family", "contact", "F0001", "--email", "nobody")
                        .exit())
                .isEqualTo(2);
        assertThat(clerk.at(DAY, "family", "contact", "F0001", "--guardian", "2", "--phone", "06")
                        .exit())
                .isEqualTo(3);
        assertThat(clerk.at(DAY, "family", "contact", "F0001").exit()).isEqualTo(2);
        assertThat(clerk.at(DAY, "family", "contact", "NOBODY", "--phone", "06").exit())
                .isEqualTo(3);
        assertThat(clerk.at(DAY, "family", "contact", "F0001", "--email", "s@example.org", "--dry-run")
                        .out())
                .contains("would log in with s@example.org");
        assertThat(clerk.stored()).isEqualTo(before);

        assertThat(clerk.at(DAY, "family", "contact", "F0001", "--email", "s@example.org")
                        .exit())
                .isZero();
        assertThat(shown(DAY, "F0001")).contains("login;s@example.org", "phone;0639989481");
    }

    @Test
    void mergingAsksAndItsPreviewWritesNothing() throws IOException {
        byte[] before = clerk.stored();

        assertThat(clerk.at(DAY, "family", "merge", "F0002", "F0001").exit()).isEqualTo(2);
        Answer preview = clerk.at(DAY, "family", "merge", "F0002", "F0001", "--dry-run");

        assertThat(preview.exit()).isZero();
        assertThat(preview.out()).contains("E0001");
        assertThat(clerk.at(DAY, "family", "merge", "F0002", "F0002", "--yes").exit())
                .isEqualTo(3);
        assertThat(clerk.at(DAY, "family", "merge", "F0002", "NOBODY", "--yes").exit())
                .isEqualTo(3);
        assertThat(clerk.stored()).isEqualTo(before);
    }

    @Test
    void thePreviewSaysWhatDoesNotPassAndThatNothingAgrees() {
        Answer strangers = clerk.at(DAY, "family", "merge", "F0002", "F0001", "--dry-run");

        assertThat(strangers.err())
                .contains("sandra.dupont@example.org” of family F0001 does not pass: F0002 keeps “")
                .contains("guardian_phone “0639989481”", "quotient “€711.00”")
                .contains("families F0002 and F0001 have no guardian, address, e-mail, phone or child in common");

        clerk.at(DAY, "family", "contact", "F0002", "--phone", "06 39 98 94 81");
        Answer alike = clerk.at(DAY, "family", "merge", "F0002", "F0001", "--dry-run");
        assertThat(alike.err()).contains("does not pass").doesNotContain("in common");
    }

    @Test
    void withoutAnAccountEverythingPasses() throws IOException {
        assertThat(clerk.at(DAY, "family", "merge", "F0002", "F0001", "--yes").exit())
                .isZero();

        assertThat(shown(DAY, "F0001")).contains("merged_into;F0002").doesNotContain("child;E0001");
        assertThat(shown(DAY, "F0002")).contains("child;E0001");
        assertThat(clerk.at(DAY, "registration", "list", "--child", "E0001", "--format", "csv")
                        .out())
                .contains("F0002")
                .doesNotContain("F0001");
        byte[] merged = clerk.stored();
        Answer again = clerk.at(DAY, "family", "merge", "F0002", "F0001", "--yes");
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("nothing to do");
        assertThat(clerk.stored()).isEqualTo(merged);
        assertThat(clerk.at(DAY, "family", "merge", "F0003", "F0001", "--yes").exit())
                .isEqualTo(3);
        assertThat(clerk.asks("audit", "list", "--family", "F0001", "--format", "csv")
                        .out())
                .contains("merged_into");
        assertThat(clerk.asks("db", "verify").exit()).isZero();
    }

    @Test
    void invoicesStayAndTheOtherPaysFromTheFirstDayNotInvoiced() {
        assertThat(clerk.at("2016-12-01T08:00", "invoice", "run", "2016-11").exit())
                .isZero();

        Answer merged = clerk.at(DAY, "family", "merge", "F0001", "F0002", "--yes");
        assertThat(merged.exit()).isZero();
        assertThat(merged.out()).contains("2016-12-01");
        assertThat(clerk.at("2017-01-02T08:00", "invoice", "run", "2016-12").exit())
                .isZero();

        assertThat(clerk.asks("invoice", "list", "--family", "F0002", "--format", "csv")
                        .out()
                        .lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("2016-11"));
        assertThat(clerk.asks("invoice", "list", "--family", "F0001", "--format", "csv")
                        .out())
                .contains(";2016-12;");
        assertThat(clerk.asks("db", "verify").exit()).isZero();
    }

    @Test
    void aFileThatStillNamesTheDuplicateIsRefused() {
        clerk.at(DAY, "family", "merge", "F0002", "F0001", "--yes");

        Answer answer = clerk.at(
                DAY,
                "import",
                "families",
                Path.of("sample-data", "families.csv").toAbsolutePath().toString());

        assertThat(answer.exit()).isEqualTo(4);
        assertThat(answer.err()).contains("family F0001 was merged into F0002; write F0002");
    }

    @Test
    void theDuplicatesQuotientPassesWhereTheOtherHasNone() {
        String moved = clerk.at(DAY, "family", "merge", "F0004", "F0001", "--yes", "--format", "csv")
                .out();

        assertThat(moved).contains("quotient;F0004;711.00 2016-09-01");
        assertThat(shown(DAY, "F0004")).contains("711.00");
        assertThat(clerk.asks("db", "verify").exit()).isZero();
    }

    @Test
    void ownQuotientsStay() {
        assertThat(clerk.at(DAY, "family", "merge", "F0002", "F0001", "--yes", "--format", "csv")
                        .out())
                .doesNotContain("quotient");
    }

    @Test
    void whatAFamilyAskedForIsDecidedBeforeItEnds() throws IOException {
        Path requests = folder.resolve("requests.csv");
        Files.writeString(
                requests,
                "submitted_at;login;child;activity;unit;date;action\n"
                        + "2016-11-07T08:00;sandra.dupont@example.org;E0001;CANTINE;REPAS;2016-11-14;add\n");
        assertThat(clerk.at("2016-11-07T09:00", "import", "requests", requests.toString())
                        .exit())
                .isZero();

        Answer refused = clerk.at("2016-11-07T09:30", "family", "merge", "F0002", "F0001", "--yes");

        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).contains("reservation process");
        clerk.at("2016-11-07T09:40", "reservation", "process");
        assertThat(clerk.at("2016-11-07T09:50", "family", "merge", "F0002", "F0001", "--yes")
                        .exit())
                .isZero();
    }

    @Test
    void aMergedFamilyIsNotChangedAnyMore() {
        clerk.at(DAY, "family", "merge", "F0002", "F0001", "--yes");

        assertThat(clerk.at(DAY, "family", "contact", "F0001", "--email", "s@example.org")
                        .err())
                .contains("merged into F0002");
        assertThat(clerk.at(DAY, "family", "move", "F0001", "--city", "Bordeaux")
                        .exit())
                .isEqualTo(3);
    }

    private String hint(String line) {
        Answer answer = clerk.at(DAY, line.split(" "));
        assertThat(answer.exit()).as(answer.err()).isZero();
        return answer.err()
                .lines()
                .filter(told -> told.contains("perisco family move"))
                .collect(Collectors.joining());
    }

    @Test
    void aResidenceThatDoesNotGoWithTheNewTownIsSaid() throws IOException {
        byte[] before = clerk.stored();
        assertThat(hint("family move F0001 --city Bordeaux --dry-run"))
                .contains("moves to Bordeaux and still counts as resident")
                .contains("perisco family move F0001 --resident no --from 2016-12-05");
        assertThat(clerk.stored()).isEqualTo(before);
        assertThat(hint("--lang fr family move F0001 --city Bordeaux --dry-run"))
                .contains("s’installe à Bordeaux et compte toujours comme résidente")
                .contains("--resident no --from 2016-12-05");
        assertThat(hint("family move F0001 --city VALMOURIN --dry-run")).isEmpty();
        assertThat(hint("family move F0001 --address Ailleurs --dry-run")).isEmpty();
        assertThat(hint("family move F0001 --city Bordeaux --resident yes --dry-run"))
                .isEmpty();

        assertThat(hint("family move F0001 --city Bordeaux --resident no")).isEmpty();
        assertThat(hint("family move F0001 --city Bergerac")).isEmpty();
        assertThat(hint("family move F0001 --city Valmourin --from 2017-01-01"))
                .contains("still counts as not resident")
                .contains("--resident yes --from 2017-01-01");
    }

    @Test
    void wherePricesDoNotGoByResidenceNothingIsSaid() throws IOException {
        assertThat(clerk.asks("setup", "export", "setup").exit()).isZero();
        Path tariffs = folder.resolve("setup").resolve("tariffs.csv");
        List<String> same = Files.readAllLines(tariffs).stream()
                .filter(line -> !line.contains(";no;"))
                .map(line -> line.replace(";yes;", ";;"))
                .toList();
        Files.write(tariffs, same);
        assertThat(clerk.asks("setup", "load", "setup").exit()).isZero();

        assertThat(hint("family move F0001 --city Bordeaux")).isEmpty();
    }
}
