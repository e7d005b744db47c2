package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E0002 Vernalet Charlotte, of F0002, eats at the canteen on Monday 14 November 2016, in CE1 A of BOURG. */
class AuthorisedPersonsCommandTest {
    private static final String NAME = "Jeanne Zyxwolinski";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void bookTheYear() {
        office = TestOffice.booked(folder);
    }

    private TestOffice.Answer authorise(String... more) {
        List<String> args = new ArrayList<>(List.of("child", "authorise", "E0002", NAME, "--phone", "0639980000"));
        args.addAll(List.of(more));
        return office.run(args.toArray(String[]::new));
    }

    private String shown() {
        return office.done("child", "show", "E0002", "--format", "csv").out();
    }

    @Test
    void whoMayFetchTheChildIsShownAndChangedByName() {
        byte[] before = office.database();
        assertThat(authorise("--relation", "aunt", "--dry-run").out()).contains("would be allowed");
        assertThat(authorise("--from", "2017-02-01", "--to", "2017-01-01").exit())
                .isEqualTo(2);
        assertThat(office.run("child", "authorise", "E0002", " ", "--phone", "1")
                        .exit())
                .isEqualTo(2);
        assertThat(office.run("child", "authorise", "NOBODY", NAME, "--phone", "1")
                        .exit())
                .isEqualTo(3);
        assertThat(office.run("child", "revoke", "E0002", NAME).exit()).isEqualTo(3);
        assertThat(office.database()).isEqualTo(before);

        assertThat(authorise("--relation", "aunt").exit()).isZero();
        byte[] known = office.database();
        assertThat(authorise().out()).contains("nothing to do");
        assertThat(office.database()).isEqualTo(known);
        assertThat(office.done("child", "authorise", "E0002", NAME.toUpperCase(), "--phone", "0639980009")
                        .exit())
                .isZero();
        assertThat(shown()).contains("0639980009", "aunt").doesNotContain("0639980000");

        office.done("child", "revoke", "E0002", NAME);
        assertThat(shown()).doesNotContain("0639980009");
    }

    @Test
    void theAuditTrailDoesNotNameThem() {
        authorise("--relation", "aunt");
        office.done("child", "revoke", "E0002", NAME);

        assertThat(office.rows("SELECT kind, field, before, after FROM audit_change c JOIN act a ON a.id = c.act_id"
                        + " WHERE field = 'authorised_person' ORDER BY a.id"))
                .containsExactly("child authorise|authorised_person|***|***", "child revoke|authorised_person|***|***");
        assertThat(office.done("audit", "list", "--child", "E0002").out()).doesNotContain(NAME);
    }

    @Test
    void theRollNamesThemOnDemandOnTheirDays() throws Exception {
        authorise("--relation", "aunt", "--to", "2016-11-14");
        office.done("child", "authorise", "E0002", "Past Person", "--phone", "2", "--to", "2016-11-13");
        String[] roll = {
            "report",
            "attendance",
            "--date",
            "2016-11-14",
            "--activity",
            "CANTINE",
            "--school",
            "BOURG",
            "--class",
            "CE1 A"
        };
        assertThat(office.run(with(roll, "--authorised")).exit()).isEqualTo(2);
        office.done(with(roll, "-o", "plain.pdf"));
        office.done(with(roll, "--authorised", "-o", "roll.pdf"));

        assertThat(String.join("", PrintedText.pages(office.content("plain.pdf"))))
                .doesNotContain("Zyxwolinski");
        String printed = String.join("", PrintedText.pages(office.content("roll.pdf")));
        assertThat(printed)
                .contains(
                        "Personnes autorisées",
                        NAME,
                        "aunt, jusqu’au 14/11/2016",
                        "06 39 98 00 00",
                        "Total : 1 personne autorisée")
                .doesNotContain("Past Person");
    }

    private static String[] with(String[] some, String... more) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void theFamilysExportHoldsThemAndItsErasureTakesThemOut() throws Exception {
        authorise();
        office.done("family", "export", "F0002", "-o", "out");
        assertThat(Files.readString(folder.resolve("out/F0002.json"))).contains(NAME, "\"authorised_persons\"");
        office.done("family", "contact", "F0002", "--guardian", "2", "--email", "z@example.org");

        TestOffice town = TestOffice.withFamilies(Files.createDirectory(folder.resolve("town")));
        town.done("child", "authorise", "E0002", NAME, "--phone", "0639980000");
        assertThat(new String(town.database(), StandardCharsets.ISO_8859_1)).contains(NAME);
        town.done("family", "erase", "F0002", "--yes");
        assertThat(new String(town.database(), StandardCharsets.ISO_8859_1)).doesNotContain(NAME);
        town.done("db", "verify");
    }
}
