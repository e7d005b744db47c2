package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G18: Hostile text in every column of every file: taken as text or rejected, and never obeyed by what shows it afterwards. */
class HostileTextCommandTest {
    @TempDir
    Path folder;

    /** What a command shows, in each form; one that does nothing shows only why. */
    private static void assertHarmless(TestOffice office, String... command) {
        for (String format : List.of("table", "csv", "json")) {
            List<String> args = new ArrayList<>(List.of("--format", format));
            args.addAll(List.of(command));
            Answer answer = office.run(args.toArray(String[]::new));
            HostileText.assertHarmlessOnTerminal(answer.err());
            if (answer.exit() != ExitCode.OK && answer.exit() != ExitCode.PARTIAL) {
                assertThat(answer.out()).isEmpty();
            } else if (format.equals("json")) {
                HostileText.assertJson(answer.out());
            } else if (format.equals("csv")) {
                HostileText.assertHarmlessInSpreadsheet(answer.out());
            } else {
                HostileText.assertHarmlessOnTerminal(answer.out());
            }
        }
    }

    @Test
    void inEveryColumnOfTheFamilies() {
        TestOffice office = TestOffice.withSetup(folder);
        FaultyFile file = FamilyRows.file("families.csv");
        for (String payload : HostileText.all()) {
            for (String column : FamilyRows.HEADER.split(";")) {
                file.row(column, HostileText.quoted(payload));
            }
        }
        office.write(file.name(), file.text());

        assertHarmless(office, "import", "families", file.name());
        assertHarmless(office, "import", "families", file.name(), "--skip-rejected", "--diff", "--dry-run");
        Answer answer = office.run("import", "families", file.name(), "--skip-rejected");

        assertThat(answer.exit()).isEqualTo(ExitCode.PARTIAL);
        assertHarmless(office, "family", "list");
        assertThat(office.rows("select name from family"))
                .contains("=1+1", "=cmd|' /C calc'!A0", "../../etc/passwd", "Dupont INFO faux=log", "a b");
        assertThat(office.files()).containsExactly("families.csv", "families.csv.rejected.csv");
    }

    @Test
    void inEveryColumnOfRegistrationsAndWeeks() {
        TestOffice office = TestOffice.withFamilies(folder);
        byte[] before = office.database();
        for (FaultyFile file : List.of(
                new FaultyFile(
                        "registrations.csv", "child;activity;from;to;family", "E0002;CANTINE;2016-11-03;2017-07-07;"),
                new FaultyFile(
                        "weeks.csv",
                        "child;activity;from;to;family;unit;days;weeks",
                        "E0002;CANTINE;2016-11-03;2017-07-07;;REPAS;mon;all"))) {
            List<String> columns = List.of(file.text().strip().split(";"));
            for (String payload : HostileText.all()) {
                columns.forEach(column -> file.row(column, HostileText.quoted(payload)));
            }
            office.write(file.name(), file.text());

            Answer answer = office.run("import", file.name().replace(".csv", ""), file.name());

            assertThat(answer.exit()).isEqualTo(ExitCode.BAD_DATA);
            assertThat(answer.errLines()).hasSize(HostileText.all().size() * columns.size() + 1);
            HostileText.assertHarmlessOnTerminal(answer.err());
        }
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void inEveryTextOfTheSetup() {
        TestOffice office = TestOffice.withSetup(folder);
        writeSetup(office, "hostile", HostileText.all());
        List<String> harmless = HostileText.all().stream()
                .filter(payload -> payload.chars()
                        .noneMatch(letter -> letter != '\r'
                                && letter != '\n'
                                && letter != '\t'
                                && (Character.isISOControl(letter) || letter == 0x202e)))
                .toList();
        writeSetup(office, "harmless", harmless);

        assertHarmless(office, "setup", "load", "hostile");
        office.done("setup", "load", "harmless");
        assertHarmless(office, "setup", "show");
        assertHarmless(office, "deadline", "show", "--activity", "CLUB1", "--date", "2016-12-05");

        office.done("setup", "export", "exported");
        for (String file : List.of("schools", "activities", "units", "closures", "calendar", "tariffs", "reminders")) {
            HostileText.assertHarmlessInSpreadsheet(office.text("exported/" + file + ".csv"));
        }
        byte[] before = office.database();
        assertThat(office.done("--format", "csv", "setup", "load", "exported").outLines())
                .hasSize(10)
                .allMatch(line -> line.startsWith("file;") || line.matches("[a-z.]+;0;0;\\d+;0"));
        assertThat(office.database()).isEqualTo(before);
    }

    private static void writeSetup(TestOffice office, String folder, List<String> payloads) {
        StringBuilder schools = new StringBuilder("code;name\n");
        StringBuilder activities = new StringBuilder("code;label;service;school;from;to;deadline\n");
        StringBuilder units = new StringBuilder("activity;code;label;days;term\n");
        StringBuilder closures = new StringBuilder("from;to;scope;effect;reason\n");
        StringBuilder calendar =
                new StringBuilder("description;population;start_date;end_date;location;zones;annee_scolaire\n");
        StringBuilder reminders = new StringBuilder("level;days;minimum;title;text\n");
        int number = 0;
        for (String payload : payloads) {
            number++;
            String field = HostileText.quoted(payload);
            if (number <= 9) {
                reminders.append("%d;%d;0;Rappel;%s%n".formatted(number, number, field));
            }
            schools.append("NORD%d;%s%n".formatted(number, field));
            activities.append("CLUB%d;%s;%s;;2016-11-03;2017-07-07;none%n".formatted(number, field, field));
            units.append("CLUB%d;SOIR;%s;mon;school%n".formatted(number, field));
            closures.append("2016-12-01;2016-12-01;CLUB%d;closed;%s%n".formatted(number, field));
            calendar.append("%s;-;2016-12-17;2017-01-03;%s;Zone A;2016-2017%n".formatted(field, field));
        }
        office.write(folder + "/reminders.csv", reminders.toString());
        office.write(folder + "/schools.csv", schools.toString());
        office.write(folder + "/activities.csv", activities.toString());
        office.write(folder + "/units.csv", units.toString());
        office.write(folder + "/closures.csv", closures.toString());
        office.write(folder + "/calendar.csv", calendar.toString());
    }

    @Test
    void inASetting() {
        TestOffice office = TestOffice.withSetup(folder);
        for (String payload : HostileText.all()) {
            office.write(
                    "setup/office.properties",
                    "office.name="
                            + payload.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n") + "\n");
            Answer answer = office.run("setup", "load", "setup");
            HostileText.assertHarmlessOnTerminal(answer.err());
            office.done("setup", "export", "exported");
            byte[] before = office.database();
            office.done("setup", "load", "exported");
            assertThat(office.database()).as(payload).isEqualTo(before);
            assertThat(office.text("exported/office.properties").split("\\R")).hasSize(27);
        }
    }

    @Test
    void hostileNamesGoThroughAWholeMonth() {
        TestOffice office = TestOffice.withSetup(folder);
        FaultyFile families = FamilyRows.file("families.csv");
        List<String> registrations = new ArrayList<>(List.of("child;activity;from;to"));
        List<String> weeks = new ArrayList<>(List.of("child;activity;unit;days;from;to"));
        List<String> payloads = HostileText.all();
        for (int i = 1; i <= payloads.size(); i++) {
            String field = HostileText.quoted(payloads.get(i - 1));
            families.row(
                    "family_name",
                    field,
                    "guardian_last_name",
                    field,
                    "guardian_first_name",
                    field,
                    "address",
                    field,
                    "city",
                    field,
                    "child_last_name",
                    field,
                    "child_first_name",
                    field,
                    "class",
                    field);
            registrations.add("E" + i + ";CANTINE;2016-11-03;2017-07-07");
            weeks.add("E" + i + ";CANTINE;REPAS;mon;2016-11-03;2016-11-30");
        }
        office.write("families.csv", families.text());
        office.write("registrations.csv", String.join("\n", registrations));
        office.write("weeks.csv", String.join("\n", weeks));

        office.run("import", "families", "families.csv", "--skip-rejected");
        office.run("import", "registrations", "registrations.csv", "--skip-rejected");
        office.run("import", "weeks", "weeks.csv", "--skip-rejected");
        office.done("--now", "2016-12-01T08:00", "invoice", "run", "2016-11");
        office.done("invoice", "pdf", "--month", "2016-11", "-o", "letters");

        assertThat(office.rows("select count(*) from invoice")).containsExactly("28");
        assertHarmless(office, "family", "list");
        assertHarmless(office, "reservation", "list");
        assertHarmless(office, "invoice", "list");
        assertHarmless(office, "invoice", "show", "F0516120001");
        assertHarmless(office, "payment", "export");
        assertHarmless(office, "calendar", "show", "E1", "--month", "2016-11");
        assertHarmless(office, "report", "attendance", "--date", "2016-11-14");
        office.done("report", "attendance", "--date", "2016-11-14", "-o", "sheets");
        assertHarmless(
                office,
                "report",
                "meals",
                "--date",
                "2016-11-14",
                "--order",
                "--note",
                HostileText.all().get(0));
        assertHarmless(office, "report", "orders");
        assertThat(office.files()).allMatch(file -> file.matches("[A-Za-z0-9./-]+"));
    }

    @Test
    void inWhatIsKeptOfAChildsHealth() {
        TestOffice office = TestOffice.booked(folder);
        int kept = 0;
        for (String payload : HostileText.all()) {
            office.write("text", payload);
            Answer answer = office.run("child", "health", "E0002", "--allergy", "--text-file", "text");
            HostileText.assertHarmlessOnTerminal(answer.err());
            kept += answer.exit() == ExitCode.OK ? 1 : 0;
        }
        assertThat(kept).isPositive();
        assertHarmless(office, "child", "show", "E0002", "--health");
        assertHarmless(office, "--now", "2016-11-14T09:00", "report", "health", "--school", "BOURG");
        office.done("--now", "2016-11-14T09:00", "report", "health", "--school", "BOURG", "-o", "health.pdf");
        office.done("family", "export", "F0002", "-o", "out");
        HostileText.assertJson(office.text("out/F0002.json"));
        assertHarmless(office, "audit", "list", "--child", "E0002");
    }

    @Test
    void inEveryColumnOfQuotientsRequestsAttendanceAndPayments() {
        TestOffice office = TestOffice.booked(folder);
        office.done("--now", "2016-12-01T08:00", "invoice", "run", "2016-11");
        for (FaultyFile file : List.of(
                new FaultyFile("quotients.csv", "family;quotient;quotient_from", "F0001;650;2017-01-01"),
                new FaultyFile(
                        "requests.csv",
                        "submitted_at;login;child;activity;unit;date;action",
                        "2016-11-10T10:00;frederic.vernalet@example.org;E0002;CANTINE;REPAS;2016-12-15;cancel"),
                new FaultyFile(
                        "attendance.csv", "child;activity;unit;date;status", "E0002;CANTINE;REPAS;2016-11-14;present"),
                new FaultyFile(
                        "payments.csv",
                        "numcli;exer;refdet;objet;montant;mel;saisie;resultrans;numauto;dattrans;heurtrans;idop",
                        "012345;2016;F0516120001;Facture;100;a@b.example;T;P;1;02122016;0900;op#"))) {
            List<String> columns = List.of(file.text().strip().split(";"));
            for (String payload : HostileText.all()) {
                columns.forEach(column -> file.row(column, HostileText.quoted(payload)));
            }
            office.write(file.name(), file.text());
            String noun = file.name().replace(".csv", "");
            String[] words =
                    noun.equals("payments") ? new String[] {"payment", "import"} : new String[] {"import", noun};
            for (String more : List.of("--dry-run", "--diff")) {
                assertHarmless(
                        office, "--now", "2016-12-05T09:00", words[0], words[1], file.name(), "--skip-rejected", more);
            }
        }
        assertHarmless(office, "reservation", "list", "--child", "E0002");
        assertHarmless(office, "--now", "2016-12-06T09:00", "reservation", "process");
        assertHarmless(office, "payment", "list");
        assertHarmless(office, "family", "show", "F0001");
        assertHarmless(office, "audit", "list", "--family", "F0001");
        assertThat(office.files()).allMatch(file -> file.matches("[A-Za-z0-9./-]+"));
    }

    private static final String PUPILS =
            "Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;Adresse1;Cp1;"
                    + "Commune1;Pays1;Adresse2;Cp2;Commune2;Pays2; Cycle;Niveau;Libellé classe;Identifiant classe;"
                    + "Attestation fournie;Autorisation associations;Autorisation photo;Décision de passage";
    private static final String GUARDIANS = "Civilité Responsable;Nom usage responsable;Nom responsable;"
            + "Prénom responsable;Adresse responsable;CP responsable;Commune responsable;Pays;Courriel;"
            + "Téléphone domicile;Téléphone travail;Téléphone portable;"
            + "Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants";

    @Test
    void inEveryColumnOfTheExtractions() throws IOException {
        TestOffice office = TestOffice.withFamilies(folder);
        FaultyFile pupils = new FaultyFile(
                "pupils.csv",
                PUPILS,
                "NOM#;;Zoé;04/03/2012;F;;3 rue A;24696;VALMOURIN;FRANCE;;;;;MATERNELLE;MS;MS A;1;Oui;Non;Oui;");
        FaultyFile guardians = new FaultyFile(
                "guardians.csv",
                GUARDIANS,
                "MME;;NOM#;Anne;3 rue A;24696;VALMOURIN;FRANCE;;0559981989;;0639980001;;NOM#;Zoé;MS A");
        for (String payload : HostileText.all()) {
            for (String column : PUPILS.split(";")) {
                pupils.row(column, HostileText.quoted(payload));
                guardians.row();
            }
            for (String column : GUARDIANS.split(";")) {
                pupils.row();
                guardians.row(column, HostileText.quoted(payload));
            }
        }
        office.write(pupils.name(), pupils.text());
        office.write(guardians.name(), guardians.text());

        String[] load = {"import", "onde", "--pupils", pupils.name(), "--guardians", guardians.name(), "--yes"};
        assertHarmless(office, load);
        String[] rehearse = Arrays.copyOf(load, load.length + 5);
        System.arraycopy(
                new String[] {"--skip-rejected", "--diff", "--dry-run", "--report", "faults.csv"}, 0, rehearse, 7, 5);
        assertHarmless(office, rehearse);
        HostileText.assertHarmlessInSpreadsheet(office.text("faults.csv"));
        rehearse[11] = "faults.pdf";
        assertHarmless(office, rehearse);
        HostileText.assertHarmlessPdf(office.content("faults.pdf"));
        assertThat(office.run(
                                "import",
                                "onde",
                                "--pupils",
                                pupils.name(),
                                "--guardians",
                                guardians.name(),
                                "--yes",
                                "--skip-rejected")
                        .exit())
                .isEqualTo(ExitCode.PARTIAL);
        assertHarmless(office, "family", "list");
        assertHarmless(office, "family", "duplicates");
        assertHarmless(office, "audit", "list");
        assertThat(office.files()).allMatch(file -> file.matches("[A-Za-z0-9./-]+"));
    }

    /** Each text as name, address, class and whatever else of a family of its own, which then is registered, invoiced and written to. */
    @Test
    void hostileNamesOfTheExtractionsGoThroughAWholeMonth() throws IOException {
        TestOffice office = TestOffice.withSetup(folder);
        StringBuilder pupils = new StringBuilder(PUPILS).append('\n');
        StringBuilder guardians = new StringBuilder(GUARDIANS).append('\n');
        List<String> payloads = HostileText.all();
        for (int i = 0; i < payloads.size(); i++) {
            String field = HostileText.quoted(payloads.get(i));
            String name = HostileText.quoted(payloads.get(i) + " " + (char) ('A' + i / 26) + (char) ('A' + i % 26));
            pupils.append(String.join(
                    ";",
                    name,
                    name,
                    name,
                    "04/03/2009",
                    "F",
                    "",
                    field,
                    "24696",
                    field,
                    field,
                    field,
                    "24696",
                    field,
                    field,
                    field,
                    "CE1",
                    field,
                    field,
                    field,
                    field,
                    field,
                    field));
            pupils.append('\n');
            guardians.append(String.join(
                    ";",
                    field,
                    name,
                    name,
                    name,
                    field,
                    "24696",
                    field,
                    field,
                    "g" + i + "@example.org",
                    field,
                    field,
                    field,
                    name,
                    name,
                    name,
                    field));
            guardians.append('\n');
        }
        office.write("pupils.csv", pupils.toString());
        office.write("guardians.csv", guardians.toString());
        String load = "import onde --pupils pupils.csv --guardians guardians.csv --school BOURG --skip-rejected --yes";
        assertThat(office.run(load.split(" ")).exit()).isEqualTo(ExitCode.PARTIAL);
        List<String> children = office.rows("select code from child order by code");
        assertThat(children).hasSizeGreaterThan(20);
        office.write(
                "registrations.csv",
                "child;activity;from;to\n"
                        + String.join(
                                "",
                                children.stream()
                                        .map(child -> child + ";CANTINE;2016-11-03;2017-07-07\n")
                                        .toList()));
        office.write(
                "weeks.csv",
                "child;activity;unit;days;from;to\n"
                        + String.join(
                                "",
                                children.stream()
                                        .map(child -> child + ";CANTINE;REPAS;mon;2016-11-03;2016-11-30\n")
                                        .toList()));
        office.done("import", "registrations", "registrations.csv");
        office.done("import", "weeks", "weeks.csv");
        office.done("--now", "2016-12-01T08:00", "invoice", "run", "2016-11");

        String child = children.get(0);
        String family = office.rows("select code from family order by code").get(0);
        for (String command : List.of(
                "family list",
                "family duplicates",
                "child show " + child,
                "credential list",
                "registration list",
                "reservation list",
                "reservation explain " + child + " CANTINE REPAS 2016-11-14",
                "calendar show " + child + " --month 2016-11",
                "report attendance --date 2016-11-14",
                "report vaccines --by 2016-12-01",
                "report meals --date 2016-11-14",
                "invoice check 2016-11",
                "invoice list",
                "invoice show F0516120001",
                "invoice explain F0516120001",
                "payment export",
                "audit list",
                "audit list --family " + family)) {
            assertHarmless(office, command.split(" "));
        }
        for (String code : office.rows("select code from family")) {
            assertHarmless(office, "family", "show", code);
        }

        office.done("invoice", "pdf", "--month", "2016-11", "-o", "letters");
        office.done("report", "attendance", "--date", "2016-11-14", "-o", "sheets");
        office.done("report", "vaccines", "--by", "2016-12-01", "-o", "vaccines.pdf");
        office.done("certificate", "registration", child, "-o", "certificate.pdf");
        office.done("credential", "issue", "-o", "passwords");
        office.done("family", "export", family, "-o", "exported");
        office.done("credential", "send", "--all", "--yes");
        office.done("invoice", "send", "--month", "2016-11");
        office.done("mail", "send", "--outbox", "mails");
        assertHarmless(office, "mail", "queue");
        HostileText.assertJson(office.text("exported/" + family + ".json"));
        int mails = 0;
        for (String file : office.files()) {
            assertThat(file).matches("[A-Za-z0-9./-]+");
            if (file.endsWith(".pdf")) {
                HostileText.assertHarmlessPdf(office.content(file));
            } else if (file.endsWith(".eml")) {
                HostileText.assertHarmlessMail(office.content(file));
                mails++;
            }
        }
        assertThat(mails).isEqualTo(2 * children.size());
    }

    @Test
    void aFileNameIsShownWithoutWhatATerminalWouldObey() {
        TestOffice office = TestOffice.withSetup(folder);
        String name = "a\u001b[2J\u202e.csv";
        office.write(name, "family\n");

        assertHarmless(office, "import", "families", name);
        assertHarmless(office, "import", "families", name, "--skip-rejected");
        assertHarmless(office, "import", "families", "no-" + name);
        assertHarmless(office, "setup", "load", "no-" + name);
        HostileText.assertHarmlessOnTerminal(
                office.done("setup", "export", "a\u001b[2J").out());
    }

    @Test
    void aTelephoneNumberAndAnAmountStayReadableAndAFormulaIsGuarded() {
        TestOffice office = TestOffice.withSetup(folder);
        office.write(
                "families.csv",
                FamilyRows.file("families.csv")
                        .row("family_name", "+33 5 59 98 19 89")
                        .row("family_name", "-12,50")
                        .row("family_name", "-")
                        .row("family_name", "=1+1")
                        .row("family_name", "'=1+1")
                        .row("family_name", "\"\t@SUM(1;1)\"")
                        .text());
        office.done("import", "families", "families.csv");

        assertThat(office.done("--format", "csv", "family", "list").outLines())
                .extracting(line -> line.replaceFirst("^F\\d;(.*);sandra.*", "$1"))
                .contains("+33 5 59 98 19 89", "-12,50", "-", "'=1+1", "\"'@SUM(1;1)\"");
        assertThat(office.rows("select name from family order by id"))
                .containsExactly("+33 5 59 98 19 89", "-12,50", "-", "=1+1", "=1+1", "@SUM(1;1)");
    }
}
