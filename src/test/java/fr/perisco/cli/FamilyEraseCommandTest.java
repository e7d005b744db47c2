package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.OnlyOnFile;
import fr.perisco.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A family that has paid all leaves the town, and asks what is held of it, and then to be forgotten. */
class FamilyEraseCommandTest {
    private static final String NAME = "Zyxwolinski";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void aFamilyThatPaid() throws Exception {
        office = TestOffice.withFamilies(folder);
        execute("UPDATE family SET name = '" + NAME + "', login = 'zyx@example.org' WHERE code = 'F0001'");
        execute("UPDATE guardian SET last_name = '" + NAME + "', email = 'zyx@example.org' WHERE rank = 1"
                + " AND family_id = (SELECT id FROM family WHERE code = 'F0001')");
        execute("UPDATE child SET last_name = '" + NAME + "' WHERE id IN (SELECT child_id FROM child_family"
                + " WHERE family_id = (SELECT id FROM family WHERE code = 'F0001'))");
        office.done("import", "registrations", TestOffice.sample("registrations.csv"));
        office.done("import", "weeks", TestOffice.sample("weeks.csv"));
        at("2016-12-01T08:00", "invoice", "run", "2016-11");
    }

    private void execute(String sql) throws Exception {
        try (var connection = office.connect();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }

    /** On the day itself. */
    private TestOffice.Answer at(String moment, String... args) {
        return at(office, moment, moment, args);
    }

    private static TestOffice.Answer at(TestOffice office, String clock, String now, String... args) {
        List<String> all = new ArrayList<>(List.of("--now", now));
        all.addAll(List.of(args));
        ZoneId paris = ZoneId.of("Europe/Paris");
        return office.runAt(
                Clock.fixed(LocalDateTime.parse(clock).atZone(paris).toInstant(), ZoneOffset.UTC),
                Map.of(),
                all.toArray(String[]::new));
    }

    /** Pays the invoice and moves to a day on which nothing is booked any more and all is invoiced. */
    private void settle() {
        for (String month :
                List.of("2016-12", "2017-01", "2017-02", "2017-03", "2017-04", "2017-05", "2017-06", "2017-07")) {
            at("2017-08-01T08:00", "invoice", "run", month);
        }
        String due = office.done("--now", "2017-08-01T08:00", "family", "list", "--format", "csv").outLines().stream()
                .filter(line -> line.startsWith("F0001;"))
                .map(line -> line.split(";")[5])
                .findFirst()
                .orElseThrow();
        assertThat(at(
                                "2017-08-02T09:00",
                                "payment",
                                "add",
                                "F0001",
                                due,
                                "--method",
                                "cheque",
                                "--reference",
                                "VIR " + NAME,
                                "--drawer",
                                NAME)
                        .exit())
                .isZero();
    }

    private TestOffice.Answer erase(String... more) {
        List<String> all = new ArrayList<>(List.of("family", "erase", "F0001"));
        all.addAll(List.of(more));
        return at("2017-09-15T09:00", all.toArray(String[]::new));
    }

    @Test
    void openMoneyAndDaysAheadAreInTheWay() {
        byte[] before = office.database();
        TestOffice.Answer refused = at("2016-11-10T09:00", "family", "erase", "F0001", "--yes");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).contains("money open").contains("booked ahead");
        assertThat(at("2016-12-02T09:00", "family", "erase", "F9999", "--yes").exit())
                .isEqualTo(3);
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void aLaterDayIsOnlyLookedAt() {
        settle();
        byte[] before = office.database();
        String[] command = {"family", "erase", "F0001", "--yes"};

        TestOffice.Answer early = at(office, "2017-09-14T23:50", "2017-09-15T00:10", command);

        assertThat(early.exit()).isEqualTo(3);
        assertThat(early.err()).contains("2017-09-15 is still to come", "family erase F0001 --dry-run");
        assertThat(at(office, "2016-12-01T09:00", "2017-09-15T09:00", "family", "erase", "F0001")
                        .exit())
                .isEqualTo(3);
        assertThat(at(office, "2016-12-01T09:00", "2017-09-15T09:00", "family", "erase", "F0001", "--dry-run")
                        .out())
                .contains("would be erased");
        assertThat(office.database()).isEqualTo(before);
        assertThat(at(office, "2017-09-15T00:05", "2017-09-15T23:00", command).exit())
                .isZero();
    }

    @Test
    void nothingButCodesAndAmountsStaysAndAllStillHolds() {
        settle();
        at("2017-08-03T09:00", "payment", "deposit", "--method", "cheque", "-o", "slip.pdf");
        byte[] before = office.database();
        assertThat(erase().exit()).isEqualTo(2);
        TestOffice.Answer rehearsed = erase("--dry-run");
        assertThat(rehearsed.exit()).as(rehearsed.err()).isZero();
        assertThat(office.database()).isEqualTo(before);
        assertThat(new String(before, StandardCharsets.ISO_8859_1)).contains(NAME);

        TestOffice.Answer erased = erase("--yes");
        assertThat(erased.exit()).as(erased.err()).isZero();
        assertThat(new String(office.database(), StandardCharsets.ISO_8859_1))
                .doesNotContain(NAME)
                .doesNotContain("zyx@example.org");
        TestOffice.Answer verified = office.run("db", "verify");
        assertThat(verified.err()).isEmpty();
        assertThat(verified.exit()).isZero();
        assertThat(office.rows("SELECT count(*) FROM erased_act")).isNotEqualTo(List.of("0"));
        String number = office.rows(
                        "SELECT min(number) FROM invoice JOIN family f ON f.id = family_id WHERE f.code = 'F0001'")
                .get(0);
        assertThat(office.run("invoice", "pdf", number, "-o", "invoice.pdf").exit())
                .isZero();
        byte[] after = office.database();
        assertThat(erase("--yes").out()).contains("already");
        assertThat(office.database()).isEqualTo(after);
        assertThat(at("2017-09-15T09:00", "audit", "list", "--family", "F0001").out())
                .contains("erased");
    }

    @Test
    void whatIsLeftIsStillGuarded() throws Exception {
        settle();
        erase("--yes");
        TestDatabase.Kept whole = office.keep();
        for (String tampering : List.of(
                "UPDATE payment SET amount_cents = amount_cents + 1 WHERE family_id = (SELECT id FROM family WHERE code = 'F0001')",
                "UPDATE invoice SET recipient = 'x' WHERE family_id = (SELECT id FROM family WHERE code = 'F0001')",
                "UPDATE erased_act SET remaining_hash = zeroblob(32)",
                "UPDATE erased_invoice SET content_hash = zeroblob(32)",
                "DELETE FROM erased_act",
                "DELETE FROM erased_invoice",
                "DELETE FROM family_erasure")) {
            office.putBack(whole);
            execute(tampering);
            assertThat(office.run("db", "verify").exit()).as(tampering).isEqualTo(4);
        }
    }

    @Test
    void whatWasTamperedWithIsNotErased() throws Exception {
        settle();
        execute("UPDATE payment SET reference = 'x'");
        assertThat(erase("--yes").err()).contains("db verify");
    }

    @Test
    void allThatIsHeldGoesIntoOneFileEach() throws Exception {
        office.done("family", "export", "F0001", "-o", "out");
        String json = Files.readString(folder.resolve("out/F0001.json"));
        assertThat(json).contains(NAME, "zyx@example.org", "\"health\"", "\"reservations\"", "\"acts\"");
        assertThat(folder.resolve("out/F0001.pdf")).isNotEmptyFile();
        assertThat(office.run("family", "export", "F9999", "-o", "out2").exit()).isEqualTo(3);
        assertThat(folder.resolve("out2")).doesNotExist();
    }

    @Test
    void aRegistrationThatGoesOnIsEndedFirst() throws Exception {
        TestOffice town = TestOffice.withFamilies(Files.createDirectory(folder.resolve("town")));
        town.done("registration", "add", "E0001", "CANTINE", "--from", "2016-11-03");
        byte[] before = town.database();

        TestOffice.Answer refused =
                at(town, "2016-11-10T09:00", "2016-11-10T09:00", "family", "erase", "F0001", "--yes");

        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).contains("perisco registration end E0001 CANTINE --on 2016-11-10 --family F0001");
        assertThat(town.database()).isEqualTo(before);
        town.done(
                "--now",
                "2016-11-10T09:00",
                "registration",
                "end",
                "E0001",
                "CANTINE",
                "--on",
                "2016-11-10",
                "--family",
                "F0001");
        assertThat(at(town, "2016-11-10T08:00", "2016-11-10T23:00", "family", "erase", "F0001", "--yes")
                        .exit())
                .isZero();
    }

    @Test
    void theAuditTrailOfTheFamilyThatWasLeftForgetsTheGuardianToo() throws Exception {
        TestOffice town = TestOffice.withFamilies(Files.createDirectory(folder.resolve("town")));
        town.done("family", "contact", "F0002", "--guardian", "2", "--last-name", NAME);
        town.done("family", "separate", "F0002", "--code", "NEW");
        town.done("family", "contact", "F0002", "--guardian", "2", "--last-name", "Stays");
        String named = "SELECT count(*) FROM audit_change WHERE before = '%1$s' OR after = '%1$s'";
        assertThat(town.rows(named.formatted(NAME))).isNotEqualTo(List.of("0"));

        assertThat(town.done("family", "erase", "NEW", "--yes").out()).contains("NEW is erased, with no child;");

        assertThat(town.rows(named.formatted(NAME))).containsExactly("0");
        assertThat(town.rows(named.formatted("Stays"))).containsExactly("1");
        assertThat(town.done("family", "show", "F0002", "--format", "csv").out())
                .contains("child;E0002", "Vernalet");
        town.done("db", "verify");
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    @OnlyOnFile("the free space of a server is its own to clear")
    void noFreeSpaceOfTheFileOrOfALaterBackupHoldsNames() throws Exception {
        settle();
        execute("UPDATE family SET login = 'other@example.org', address = '7 rue Zquxement' WHERE code = 'F0001'");
        execute("UPDATE guardian SET email = 'other@example.org' WHERE email = 'zyx@example.org'");
        execute("UPDATE family SET address = '' WHERE code = 'F0001'");
        assertThat(new String(office.database(), StandardCharsets.ISO_8859_1)).contains("zyx@example.org");

        assertThat(erase("--yes").exit()).isZero();
        office.done("db", "backup", "copy.db");

        for (String file : List.of("office.db", "office.db-wal", "copy.db")) {
            if (Files.exists(folder.resolve(file))) {
                assertThat(new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.ISO_8859_1))
                        .as(file)
                        .doesNotContain(NAME, "zyx@example.org", "other@example.org", "Zquxement");
            }
        }
        assertThat(folder.resolve("office.db-rewrite")).doesNotExist();
    }

    @Test
    @OnlyOnFile("the free space of a server is its own to clear")
    void aRewritingThatWasCutShortIsDoneByTheSameCommand() throws Exception {
        settle();
        erase("--yes");
        execute("UPDATE family SET city = 'Zquxement' WHERE code = 'F0001'");
        execute("UPDATE family SET city = '' WHERE code = 'F0001'");
        assertThat(new String(office.database(), StandardCharsets.ISO_8859_1)).contains("Zquxement");
        Files.createFile(folder.resolve("office.db-rewrite"));

        assertThat(erase("--dry-run").exit()).isZero();
        assertThat(folder.resolve("office.db-rewrite")).exists();
        assertThat(erase("--yes").out()).contains("already");

        assertThat(new String(office.database(), StandardCharsets.ISO_8859_1)).doesNotContain("Zquxement");
        assertThat(folder.resolve("office.db-rewrite")).doesNotExist();
    }

    @Test
    void whatSomebodyTypedAsAReferenceGoes() {
        settle();
        erase("--yes");
        assertThat(office.rows("SELECT DISTINCT reference || drawer FROM payment JOIN family f ON f.id = family_id"
                        + " WHERE f.code = 'F0001'"))
                .containsExactly("");
        office.done("db", "verify");
    }

    @Test
    void nothingFillsAnErasedFamilyAnew() throws Exception {
        settle();
        erase("--yes");
        byte[] erased = office.database();

        TestOffice.Answer families = at("2017-09-16T09:00", "import", "families", TestOffice.sample("families.csv"));
        assertThat(families.exit()).isEqualTo(4);
        assertThat(families.err()).contains("family F0001 was erased", "child E0001 was erased");
        write("q.csv", "family;quotient;quotient_from\nF0001;500;2017-09-01\n");
        TestOffice.Answer quotients = at("2017-09-16T09:00", "import", "quotients", "q.csv");
        assertThat(quotients.exit()).isEqualTo(4);
        assertThat(quotients.err()).contains("q.csv:2:", "family F0001 was erased");
        for (List<String> refused : List.of(
                List.of("payment", "add", "F0001", "5", "--method", "card"),
                List.of("credential", "issue", "--family", "F0001", "-o", "sheets"),
                List.of("credential", "send", "--family", "F0001"))) {
            TestOffice.Answer answer = at("2017-09-16T09:00", refused.toArray(String[]::new));
            assertThat(answer.exit()).as(answer.err()).isEqualTo(3);
            assertThat(answer.err()).contains("family F0001 is erased");
        }
        assertThat(office.database()).isEqualTo(erased);
    }

    @Test
    void aFamilyThatGoesOnUnderAnotherCodeHasNotVanished() throws Exception {
        TestOffice town = TestOffice.withFamilies(Files.createDirectory(folder.resolve("merged")));
        town.done("family", "merge", "F0001", "F0002", "--yes");
        List<String> families = Files.readAllLines(Path.of(TestOffice.sample("families.csv")));
        town.write("some.csv", families.get(0) + "\n" + families.get(5) + "\n");

        assertThat(town.done("import", "families", "some.csv", "--diff", "--format", "csv")
                        .outLines())
                .anyMatch(line -> line.startsWith("vanished;family;F0001;"))
                .noneMatch(line -> line.startsWith("vanished;family;F0002;"));
    }

    @Test
    void whatWasErasedHasNotVanishedFromAnyFile() throws Exception {
        TestOffice town = TestOffice.withFamilies(Files.createDirectory(folder.resolve("town")));
        town.done("family", "erase", "F0001", "--yes");
        List<String> families = Files.readAllLines(Path.of(TestOffice.sample("families.csv")));
        town.write("some.csv", families.get(0) + "\n" + families.get(2) + "\n");
        town.write("pupils.csv", """
                Nom élève;Prénom élève;Date naissance;Sexe;INE;Niveau;Libellé classe
                NOUVEAU;Zoe;02/02/2010;F;;CP;CP A
                """);

        List<String> vanished =
                town.done("import", "families", "some.csv", "--diff", "--format", "csv").outLines().stream()
                        .filter(line -> line.startsWith("vanished;"))
                        .toList();
        TestOffice.Answer extracted = town.run(
                "import", "onde", "--pupils", "pupils.csv", "--school", "MOULIN", "--diff", "--yes", "--format", "csv");
        assertThat(extracted.exit()).isEqualTo(ExitCode.PARTIAL);

        assertThat(vanished)
                .hasSizeGreaterThan(1)
                .noneMatch(line -> line.contains(";F0001;") || line.contains(";E0001;"));
        assertThat(extracted.out()).contains("vanished;child;").doesNotContain("E0001");
    }

    @Test
    void moneyThatComesLaterIsKeptWithoutANameAndPaidOutToNobody() throws Exception {
        settle();
        erase("--yes");
        String number = office.rows(
                        "SELECT min(number) FROM invoice JOIN family f ON f.id = family_id WHERE f.code = 'F0001'")
                .get(0);
        write(
                "payfip.csv",
                "numcli;exer;refdet;objet;montant;mel;saisie;resultrans;numauto;dattrans;heurtrans;idop\n"
                        + "012345;2016;" + number + ";Facture;1350;zyx@example.org;T;P;3feabd;16092017;2122;op1\n");

        TestOffice.Answer imported = at("2017-09-17T09:00", "payment", "import", "payfip.csv", "--format", "csv");

        assertThat(imported.exit()).as(imported.err()).isZero();
        assertThat(imported.out()).contains(";already-paid;012345;" + number + ";F0001;13.50;0.00;13.50;0.00;");
        assertThat(imported.err())
                .contains(
                        "payfip.csv:2:3: refdet: invoice " + number
                                + " is one of family F0001, which is erased: €13.50 recorded",
                        "€13.50 of it was not owed");
        assertThat(at("2017-09-17T09:00", "--lang", "fr", "payment", "import", "payfip.csv")
                        .err())
                .doesNotContain("effacée");
        assertThat(new String(office.database(), StandardCharsets.ISO_8859_1)).doesNotContain(NAME, "zyx@example.org");
        assertThat(at("2017-09-17T09:00", "payment", "list", "--family", "F0001")
                        .out())
                .contains("op1");
        byte[] before = office.database();
        TestOffice.Answer refund =
                at("2017-09-18T09:00", "payment", "refund", "F0001", "13.50", "--method", "transfer", "--reason", NAME);
        assertThat(refund.exit()).isEqualTo(3);
        assertThat(refund.err()).contains("family F0001 is erased", "perisco payment list --family F0001");
        assertThat(office.database()).isEqualTo(before);
        office.done("db", "verify");
    }

    @Test
    void whatANextInvoiceWouldCorrectIsOpenMoneyToo() throws Exception {
        settle();
        at("2017-08-03T09:00", "reservation", "cancel", "E0001", "CANTINE", "REPAS", "2016-11-17", "--waive", "x");
        byte[] before = office.database();

        TestOffice.Answer refused = erase("--yes");

        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).contains("family F0001", "still to be corrected by", "perisco invoice run 2016-12");
        assertThat(office.database()).isEqualTo(before);
        assertThat(erase("--dry-run").exit()).isEqualTo(3);

        office.done("--now", "2017-09-01T08:00", "invoice", "run", "2016-12");
        String credit =
                office.done("--now", "2017-09-01T08:00", "family", "list", "--format", "csv").outLines().stream()
                        .filter(line -> line.startsWith("F0001;"))
                        .map(line -> line.split(";")[5].substring(1))
                        .findFirst()
                        .orElseThrow();
        office.done(
                "--now",
                "2017-09-02T08:00",
                "payment",
                "refund",
                "F0001",
                credit,
                "--method",
                "transfer",
                "--reason",
                "left");
        assertThat(erase("--yes").exit()).isZero();
    }

    @Test
    void aMonthThatIsBilledAsBeforeIsInNobodysWay() throws Exception {
        settle();
        execute(
                "INSERT INTO month_to_adjust SELECT i.family_id, i.month FROM invoice i JOIN family f ON f.id = i.family_id"
                        + " WHERE f.code = 'F0001'");

        assertThat(erase("--yes").err()).isEmpty();
    }

    @Test
    void aWordStandsWhereTheNameStood() {
        settle();
        erase("--yes");
        String number = office.rows(
                        "SELECT min(number) FROM invoice JOIN family f ON f.id = family_id WHERE f.code = 'F0001'")
                .get(0);

        assertThat(office.done("family", "show", "F0001").out())
                .contains("Family F0001 – (erased)")
                .doesNotContain("No login", "highest price");
        assertThat(office.done("--lang", "fr", "family", "show", "F0001").out()).contains("Famille F0001 – (effacée)");
        assertThat(office.done("family", "list").outLines())
                .anyMatch(line -> line.contains("F0001") && line.contains("(erased)"))
                .anyMatch(line -> line.contains("F0002") && !line.contains("(erased)"));
        assertThat(office.done("invoice", "show", number).out()).contains("to (erased) (F0001)");
        assertThat(office.done("invoice", "list", "--family", "F0001").out()).contains("(erased)");
        assertThat(office.done("invoice", "list", "--family", "F0001", "--format", "csv")
                        .out())
                .doesNotContain("(erased)");
    }
}
