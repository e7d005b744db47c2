package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prices by age, school level, rank in the family and for children who bring their meal. F0002 has a quotient of 1184 and two
 * children: E0002, born on 1 January 2009, and E0003, born on 29 February 2012.
 */
class TariffByChildCommandTest {
    private static final String HEADER = "activity;unit;valid_from;quotient_from;resident;price;rate;min;max;"
            + "unbooked_surcharge;min_age;max_age;levels;min_rank;max_rank;own_meal";
    private static final String MEAL = "CANTINE;REPAS;2016-09-01;0;;";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void found() {
        office = TestOffice.booked(folder);
    }

    /** The sample's tariffs, with other ones for the canteen. */
    private TestOffice.Answer loadCanteen(String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        Files.readAllLines(Path.of(TestOffice.sample("setup/tariffs.csv"))).stream()
                .skip(1)
                .filter(line -> !line.startsWith("CANTINE;"))
                .map(line -> line + ";;;;;;")
                .forEach(lines::add);
        lines.addAll(List.of(rows));
        office.write("prices/tariffs.csv", String.join("\n", lines) + "\n");
        return office.run("setup", "load", "prices");
    }

    private String price(String child, String day) {
        return office.done("tariff", "quote", child, "CANTINE", "REPAS", day, "--format", "csv")
                .outLines()
                .get(1)
                .split(";")[5];
    }

    @Test
    void aPriceFollowsTheAgeOnTheDay() throws IOException {
        assertThat(loadCanteen(MEAL + "2.00;;;;0;;7;;;;", MEAL + "3.00;;;;0;8;;;;;")
                        .exit())
                .isZero();
        assertThat(price("E0003", "2016-11-10")).isEqualTo("2.00");
        assertThat(price("E0002", "2016-12-16")).isEqualTo("2.00");
        assertThat(price("E0002", "2017-01-03")).isEqualTo("3.00");
    }

    @Test
    void aPriceFollowsTheRankAmongTheRegisteredChildren() throws IOException {
        assertThat(loadCanteen(MEAL + "3.70;;;;0;;;;1;1;", MEAL + "3.30;;;;0;;;;2;;")
                        .exit())
                .isZero();
        assertThat(price("E0002", "2016-11-10")).isEqualTo("3.70");
        assertThat(price("E0003", "2016-11-10")).isEqualTo("3.30");
        for (String activity : List.of("CANTINE", "ACCUEILS", "MERCREDI", "VACANCES")) {
            office.done("registration", "end", "E0002", activity, "--on", "2016-11-10");
        }
        assertThat(price("E0003", "2016-11-14")).isEqualTo("3.70");
        assertThat(office.done(
                                "--now",
                                "2016-12-01T08:00",
                                "invoice",
                                "preview",
                                "2016-11",
                                "--lines",
                                "--format",
                                "csv")
                        .outLines())
                .filteredOn(line -> line.contains(";E0003;RESTAURANT SCOLAIRE;Repas;"))
                .extracting(line -> line.split(";")[7])
                .containsExactly("3.30", "3.70");
    }

    @Test
    void aChildRanksInItsSecondFamilyWhileItBelongsToIt() throws IOException {
        assertThat(loadCanteen(MEAL + "3.70;;;;0;;;;1;1;", MEAL + "3.30;;;;0;;;;2;;")
                        .exit())
                .isZero();
        office.done("child", "join", "E0001", "F0002", "--from", "2016-11-14");
        office.done("child", "leave", "E0001", "F0002", "--on", "2016-11-20");

        assertThat(price("E0002", "2016-11-10")).isEqualTo("3.70");
        assertThat(price("E0002", "2016-11-14")).isEqualTo("3.30");
        assertThat(price("E0002", "2016-11-21")).isEqualTo("3.70");
    }

    @Test
    void aPriceFollowsTheLevelAndTheMealThatIsBrought() throws IOException {
        assertThat(loadCanteen(
                                MEAL + "2.50;;;;0;;;PS,MS,GS;;;non",
                                MEAL + "3.50;;;;0;;;CP CE1 CE2;;;no",
                                MEAL + "1.45;;;;0;;;;;;oui")
                        .exit())
                .isZero();
        List<String> rows = Files.readAllLines(Path.of(TestOffice.sample("families.csv")));
        office.write(
                "levels.csv",
                rows.get(0) + ";niveau;panier repas\n" + rows.get(2) + ";CE1;\n" + rows.get(3) + ";ms;oui\n");
        office.done("import", "families", "levels.csv");
        assertThat(price("E0002", "2016-11-10")).isEqualTo("3.50");
        assertThat(price("E0003", "2016-11-10")).isEqualTo("1.45");
        assertThat(office.done("child", "show", "E0003").out()).contains("MS B (MS)", "Brings its own meal");

        office.done("import", "families", TestOffice.sample("families.csv"));
        assertThat(price("E0003", "2016-11-10"))
                .as("a file without the columns leaves them")
                .isEqualTo("1.45");
        assertThat(office.rows("SELECT before, after FROM audit_change WHERE field = 'own_meal'"))
                .as("health is not told in the audit trail")
                .containsExactly("***|***");
    }

    @Test
    void rowsThatWouldBothCoverAChildAreRefused() throws IOException {
        TestOffice.Answer answer = loadCanteen(
                MEAL + "2.00;;;;0;;6;;;;", MEAL + "3.00;;;;0;6;;;;;", MEAL + "3.00;;;;0;x;;C9;0;;peut-être");
        assertThat(answer.exit()).isEqualTo(ExitCode.BAD_DATA);
        int last = Files.readAllLines(office.file("prices/tariffs.csv")).size();
        assertThat(answer.errLines())
                .anyMatch(line -> line.contains("tariffs.csv:" + (last - 1) + ":") && line.contains("the same band"))
                .anyMatch(line -> line.contains("tariffs.csv:" + last + ":11"))
                .anyMatch(line -> line.contains("tariffs.csv:" + last + ":13"))
                .anyMatch(line -> line.contains("tariffs.csv:" + last + ":14"))
                .anyMatch(line -> line.contains("tariffs.csv:" + last + ":16"));
    }

    @Test
    void levelsThatNameNoneAreNotTakenForAll() throws IOException {
        TestOffice.Answer answer = loadCanteen(MEAL + "2.00;;;;0;;;\",\";;;");
        int last = Files.readAllLines(office.file("prices/tariffs.csv")).size();
        assertThat(answer.exit()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(answer.errLines()).anyMatch(line -> line.contains("tariffs.csv:" + last + ":13: levels"));
    }

    @Test
    void aChildThatNoRowCoversBlocksItsFamily() throws IOException {
        assertThat(loadCanteen(MEAL + "2.00;;;;0;;7;;;;").exit()).isZero();
        TestOffice.Answer check =
                office.run("--now", "2016-12-01T08:00", "invoice", "check", "2016-11", "--format", "csv");
        assertThat(check.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(check.outLines())
                .anyMatch(line -> line.startsWith("blocks;F0001;anomaly.no-tariff;") && line.contains("E0001"))
                .noneMatch(line -> line.contains("child E0003"));
    }

    @Test
    void theSetupComesOutAsItWentIn() throws IOException {
        assertThat(loadCanteen(MEAL + "2.00;;;;0;3;5;PS,MS;1;2;no", MEAL + "3.00;;;;0;;;;3;;")
                        .exit())
                .isZero();
        office.done("setup", "export", "out");
        assertThat(office.text("out/tariffs.csv")).contains(";3;5;PS,MS;1;2;no", ";;;;3;;");
        byte[] before = office.database();
        office.done("setup", "load", "out");
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void aBirthDateThatIsMendedCorrectsTheInvoicedMonths() throws IOException {
        assertThat(loadCanteen(MEAL + "2.00;;;;0;;6;;;;", MEAL + "3.00;;;;0;7;;;;;")
                        .exit())
                .isZero();
        office.done("--now", "2016-12-01T08:00", "-q", "invoice", "run", "2016-11");
        List<String> rows = Files.readAllLines(Path.of(TestOffice.sample("families.csv")));
        office.write("mended.csv", rows.get(0) + "\n" + rows.get(2).replace("2009-01-01", "2011-01-01") + "\n");
        office.done("--now", "2016-12-05T08:00", "import", "families", "mended.csv");
        assertThat(office.done(
                                "--now",
                                "2017-01-02T08:00",
                                "invoice",
                                "preview",
                                "2016-12",
                                "--lines",
                                "--format",
                                "csv")
                        .outLines())
                .filteredOn(line -> line.contains("E0002;RESTAURANT SCOLAIRE;Régularisation;2016-11"))
                .extracting(line -> line.split(";")[6] + " x " + line.split(";")[7])
                .hasSize(2)
                .allMatch(line -> line.matches("-?\\d+ x [23]\\.00"));
    }
}
