package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shuttles, from the setup to the passenger list. E0002 is booked every morning, E0039 and E0041 on some. */
class ShuttleCommandTest {
    private static final String HEADER = "route;label;activity;unit;days;seats;stop;stop_label;time;from;to";
    private static final String BUS = "BUS;Navette;ACCUEILS;MATIN;mon,tue,wed,thu,fri;2;";
    private static final String TUESDAY = "2016-11-15";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void setUp() {
        office = TestOffice.booked(folder);
        load(BUS + "MAIRIE;Place de la Mairie;07:20;;", BUS + "MOULIN;Chemin du Moulin;7h30;;");
    }

    private void load(String... rows) {
        write(rows);
        office.done("setup", "load", "setup");
    }

    private void write(String... rows) {
        office.write("setup/shuttles.csv", HEADER + "\n" + String.join("\n", rows) + "\n");
    }

    private List<String> passengers(String day) {
        return office.done("--format", "csv", "shuttle", "passengers", "BUS", "--date", day).outLines().stream()
                .skip(1)
                .map(line -> line.split(";"))
                .map(cells -> String.join(" ", cells[3], cells[2], cells[4], cells[9]))
                .toList();
    }

    private void assertRefused(String sentence, String... command) {
        byte[] before = office.database();
        Answer answer = office.run(command);
        assertThat(answer.exit()).as(answer.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(answer.err()).contains(sentence);
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void theSetupIsExportedAndLoadsAgainUnchanged() {
        office.done("setup", "export", "exported");
        assertThat(office.text("exported/shuttles.csv").lines())
                .containsExactly(
                        HEADER, BUS + "MAIRIE;Place de la Mairie;07:20;;", BUS + "MOULIN;Chemin du Moulin;07:30;;");
        byte[] before = office.database();
        assertThat(office.done("--format", "csv", "setup", "load", "exported").outLines())
                .contains("shuttles.csv;0;0;1;0");
        assertThat(office.database()).isEqualTo(before);
        assertThat(office.done("--format", "csv", "setup", "show").outLines())
                .contains("shuttle;BUS;Navette, ACCUEILS MATIN, 2016-11-03..2017-07-07, mon,tue,wed,thu,fri, 2,"
                        + " 07:20 MAIRIE 07:30 MOULIN");
        office.done("setup", "load", TestOffice.sample("setup"));
        assertThat(office.database()).as("a folder without the file").isEqualTo(before);
    }

    @Test
    void everyFaultOfTheFileIsNamedWithItsPlace() {
        write(
                BUS + "A;Arrêt A;07:30;;",
                BUS + "B;Arrêt B;07:30;;",
                BUS.replace(";2;", ";3;") + "C;Arrêt C;07:40;;",
                BUS + "A;Arrêt A;07:50;;",
                "X;Navette;NULLE;MATIN;mon;0;A;Arrêt A;25:00;;",
                "Y;Navette;ACCUEILS;NULLE;lundredi;2;A;;07:00;2016-01-01;",
                BUS.replace("BUS;", "../BUS;") + "A;Arrêt A;07:30;2017-02-01;2017-01-01");
        byte[] before = office.database();
        Answer answer = office.run("setup", "load", "setup");
        assertThat(answer.exit()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(answer.errLines())
                .extracting(line -> line.replaceFirst("^.*shuttles\\.csv:(\\d+:\\d+):.*", "$1"))
                .startsWith("3:9", "4:6", "5:7", "6:3", "6:6", "6:9", "7:4", "7:5", "7:8", "7:10", "8:1", "8:11");
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void aStopOrADayThatChildrenUseCannotVanish() {
        office.done("shuttle", "assign", "E0002", "BUS", "MOULIN", "--days", "fri");
        write(BUS.replace(",fri", "") + "MAIRIE;Place de la Mairie;07:20;;");
        Answer answer = office.run("setup", "load", "setup");
        assertThat(answer.exit()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(answer.errLines()).anyMatch(line -> line.contains("shuttles.csv:2:5: ") && line.contains("on Fri,"));
        assertThat(answer.errLines())
                .anyMatch(line ->
                        line.contains("shuttles.csv:2:7: ") && line.contains("MOULIN") && line.contains("1 child"));
        write("OTHER;Autre;ACCUEILS;MATIN;mon;2;A;A;07:00;;");
        assertThat(office.done("--format", "csv", "setup", "load", "setup").outLines())
                .contains("shuttles.csv;1;0;0;1");
        assertThat(office.done("--format", "csv", "shuttle", "list", "BUS").outLines())
                .hasSize(3);
        office.done("shuttle", "remove", "E0002", "BUS");
        load(BUS.replace(",fri", "") + "MAIRIE;Place de la Mairie;07:20;;");
        assertThat(office.run("shuttle", "assign", "E0002", "BUS", "MOULIN").err())
                .contains("it has: MAIRIE");
    }

    @Test
    void aChildRidesOnlyOnDaysOnWhichItIsBookedAndHasAPlace() {
        office.done("shuttle", "assign", "E0041", "BUS", "MOULIN");
        office.done("shuttle", "assign", "E0002", "BUS", "MAIRIE", "--days", "mon,tue", "--to", "2016-11-22");
        assertThat(passengers(TUESDAY)).containsExactly("07:20 MAIRIE E0002 seated", "07:30 MOULIN E0041 seated");
        assertThat(passengers("2016-11-14"))
                .as("E0041 is not booked on Mondays")
                .containsExactly("07:20 MAIRIE E0002 seated");
        assertThat(passengers("2016-11-29")).containsExactly("07:30 MOULIN E0041 seated");
        office.done("--now", "2016-11-08T08:00", "reservation", "cancel", "E0041", "ACCUEILS", "MATIN", TUESDAY);
        office.done(
                "--now", "2016-11-14T10:00", "reservation", "cancel", "E0002", "ACCUEILS", "MATIN", TUESDAY, "--late");
        assertThat(passengers(TUESDAY)).isEmpty();
    }

    @Test
    void thePassengerListSaysWhomToCallAndEndsWithTheSeats() {
        office.done("shuttle", "assign", "E0002", "BUS", "MAIRIE");
        Answer list = office.done("shuttle", "passengers", "BUS", "--date", TUESDAY);
        assertThat(list.outLines())
                .anyMatch(
                        line -> line.startsWith(" 07:20  MAIRIE  E0002  Vernalet Charlotte  BOURG   CE1 A  0639984104"))
                .last()
                .isEqualTo("1 passenger, 2 seats, 1 free");
        Answer week = office.done("shuttle", "passengers", "BUS", "--week", "2016-11-09");
        assertThat(week.outLines()).filteredOn(line -> line.startsWith("BUS")).hasSize(4);
        assertThat(week.err()).contains("BUS does not run on").contains("2016-11-11");
        assertRefused("BUS does not run on", "shuttle", "passengers", "BUS", "--date", "2016-11-11");
        assertRefused("it runs", "shuttle", "passengers", "BUS", "--date", "2016-11-12");
        assertThat(office.run("shuttle", "passengers", "BUS", "--date", TUESDAY, "--week", TUESDAY)
                        .exit())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aFullDayIsRefusedByNameAndOverriddenForAReasonThatIsKept() {
        office.done("shuttle", "assign", "E0002", "BUS", "MAIRIE");
        office.done("shuttle", "assign", "E0039", "BUS", "MAIRIE", "--days", "tue", "--from", TUESDAY, "--to", TUESDAY);
        String[] third = {"shuttle", "assign", "E0041", "BUS", "MOULIN", "--days", "tue,thu"};
        assertRefused("BUS is full on Tue 2016-11-15: 2 of 2 seats are taken", third);
        office.done("shuttle", "assign", "E0041", "BUS", "MOULIN", "--days", "tue", "--from", "2016-11-16");
        List<String> override = new ArrayList<>(List.of(third));
        override.addAll(List.of("--override", "agreed"));
        Answer done = office.done(override.toArray(String[]::new));
        assertThat(done.err()).contains("more children than seats");
        assertThat(passengers(TUESDAY))
                .containsExactly("07:20 MAIRIE E0039 seated", "07:20 MAIRIE E0002 seated", "07:30 MOULIN E0041 over");
        assertThat(office.done("shuttle", "passengers", "BUS", "--date", TUESDAY)
                        .outLines())
                .last()
                .isEqualTo("3 passengers, 2 seats, 0 free; 1 CHILD TOO MANY");
        assertThat(office.rows("select kind, reason from act where reason is not null"))
                .containsExactly("shuttle assign|agreed");
    }

    @Test
    void theSeatOfAChildWhoseRegistrationEndsIsFree() {
        office.done("shuttle", "assign", "E0002", "BUS", "MAIRIE");
        office.done("shuttle", "assign", "E0039", "BUS", "MAIRIE");
        assertRefused("is full on", "shuttle", "assign", "E0041", "BUS", "MOULIN", "--from", "2017-01-03");
        office.done("registration", "end", "E0002", "ACCUEILS", "--on", "2016-12-16");
        office.done("shuttle", "assign", "E0041", "BUS", "MOULIN", "--from", "2017-01-03");
    }

    @Test
    void theSameAgainChangesNothingAndARehearsalNeither() {
        byte[] before = office.database();
        String[] assign = {"shuttle", "assign", "E0002", "BUS", "MAIRIE", "--days", "lun,mar"};
        List<String> rehearsal = new ArrayList<>(List.of(assign));
        rehearsal.add("--dry-run");
        Answer rehearsed = office.done(rehearsal.toArray(String[]::new));
        assertThat(office.database()).isEqualTo(before);
        assertThat(office.done(assign).out()).isEqualTo(rehearsed.out());
        byte[] assigned = office.database();
        assertThat(office.done(assign).out()).contains("nothing to do");
        assertThat(office.database()).isEqualTo(assigned);
        assertThat(office.rows(
                        "select subject, code, field, before, after from audit_change where subject = 'shuttle-place'"))
                .containsExactly("shuttle-place|E0002|BUS|null|MAIRIE mon,tue 2016-11-03..2017-07-07");
        office.done("shuttle", "remove", "E0002", "BUS", "--from", "2016-12-01");
        byte[] removed = office.database();
        assertThat(office.done("shuttle", "remove", "E0002", "BUS", "--from", "2016-12-01")
                        .out())
                .contains("nothing to do");
        assertThat(office.database()).isEqualTo(removed);
        assertThat(office.rows("select to_on from shuttle_place")).containsExactly("2016-11-30");
    }

    @Test
    void anotherStopReplacesTheFirstOnItsDays() {
        office.done("shuttle", "assign", "E0002", "BUS", "MAIRIE");
        assertThat(office.done("shuttle", "assign", "E0002", "BUS", "MOULIN", "--days", "tue", "--from", TUESDAY)
                        .out())
                .contains("instead of the stop");
        assertThat(passengers(TUESDAY)).containsExactly("07:30 MOULIN E0002 seated");
        assertThat(passengers("2016-11-14")).containsExactly("07:20 MAIRIE E0002 seated");
        assertThat(office.done("--format", "csv", "shuttle", "children", "--child", "E0002", "--from", "2016-12-01")
                        .outLines())
                .hasSize(3);
        assertThat(office.done("--format", "csv", "child", "show", "E0002").outLines())
                .contains("shuttle;BUS MOULIN tue 2016-11-15;to;2017-07-07");
        assertThat(office.done("shuttle", "list").outLines()).anyMatch(line -> line.matches(" +total +1 +1 +1 +1 +1"));
    }

    @Test
    void nobodySitsInTwoShuttlesAtOnce() {
        load(
                "TWO;Autre;ACCUEILS;MATIN;tue;9;A;A;07:25;;",
                "LATER;Encore;ACCUEILS;MATIN;tue;9;A;A;07:30;;",
                "LATER;Encore;ACCUEILS;MATIN;tue;9;B;B;07:50;;");
        office.done("shuttle", "assign", "E0002", "BUS", "MAIRIE", "--days", "tue");
        assertRefused("in shuttle BUS at that time", "shuttle", "assign", "E0002", "TWO", "A");
        office.done("shuttle", "assign", "E0002", "LATER", "A");
    }

    @Test
    void whatNamesNothingOrCannotBeIsRefused() {
        assertRefused("E9", "shuttle", "assign", "E9", "BUS", "MAIRIE");
        assertRefused("NO", "shuttle", "assign", "E0002", "NO", "MAIRIE");
        assertRefused("it has: MAIRIE MOULIN", "shuttle", "assign", "E0002", "BUS", "NO");
        assertRefused("NO", "shuttle", "remove", "E0002", "NO");
        assertRefused("NO", "shuttle", "passengers", "NO");
        assertRefused("NO", "shuttle", "list", "NO");
        assertRefused("NO", "shuttle", "children", "--route", "NO");
        assertRefused("E9", "shuttle", "children", "--child", "E9");
        assertRefused("not registered", "shuttle", "assign", "E0001", "BUS", "MAIRIE");
        assertRefused("does not run on Sat", "shuttle", "assign", "E0002", "BUS", "MAIRIE", "--days", "sat");
        assertRefused("runs from", "shuttle", "assign", "E0002", "BUS", "MAIRIE", "--to", "2017-08-31");
        assertThat(office.run("shuttle", "assign", "E0002", "BUS").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(office.run("shuttle", "assign", "E0002", "BUS", "MAIRIE", "--days", "x")
                        .exit())
                .isEqualTo(ExitCode.USAGE);
        assertThat(office.run("shuttle", "remove", "E0002", "BUS", "--from", "2017-01-02", "--to", "2017-01-01")
                        .exit())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theWeekIsPrintedThePageADayAndTheSameToTheByte() {
        office.done("shuttle", "assign", "E0002", "BUS", "MAIRIE");
        office.done("shuttle", "passengers", "BUS", "--week", TUESDAY, "-o", "dry.pdf", "--dry-run");
        office.done("shuttle", "passengers", "BUS", "--week", TUESDAY, "-o", "one.pdf");
        office.done("shuttle", "passengers", "BUS", "--week", TUESDAY, "-o", "two.pdf");
        assertThat(office.file("dry.pdf")).doesNotExist();
        assertThat(office.content("one.pdf")).isEqualTo(office.content("two.pdf"));
        assertThat(new String(office.content("one.pdf"), StandardCharsets.ISO_8859_1))
                .contains("/Count 5");
    }

    @Test
    void hostileNamesOfRoutesAndStopsAreTextAndNothingElse() {
        int number = 0;
        List<String> rows = new ArrayList<>();
        for (String payload : HostileText.all()) {
            number++;
            String text = HostileText.quoted(payload);
            rows.add("R%d;%s;ACCUEILS;MATIN;mon;9;S;%s;07:30;;".formatted(number, text, text));
        }
        write(rows.toArray(String[]::new));
        HostileText.assertHarmlessOnTerminal(
                office.run("setup", "load", "setup").err());
        List<String> good = new ArrayList<>();
        for (String row : rows) {
            write(row);
            if (office.run("setup", "load", "setup", "--dry-run").exit() == ExitCode.OK) {
                good.add(row);
            }
        }
        assertThat(good).hasSizeGreaterThan(5);
        load(good.toArray(String[]::new));
        String route = good.get(0).substring(0, good.get(0).indexOf(';'));
        office.done("shuttle", "assign", "E0002", route, "S");
        for (List<String> command : List.of(
                List.of("shuttle", "list"),
                List.of("shuttle", "children"),
                List.of("shuttle", "passengers", route, "--date", "2016-11-14"),
                List.of("child", "show", "E0002"),
                List.of("setup", "show"))) {
            for (String format : List.of("table", "csv", "json")) {
                List<String> args = new ArrayList<>(List.of("--format", format));
                args.addAll(command);
                String out = office.done(args.toArray(String[]::new)).out();
                if (format.equals("json")) {
                    HostileText.assertJson(out);
                } else if (format.equals("csv")) {
                    HostileText.assertHarmlessInSpreadsheet(out);
                } else {
                    HostileText.assertHarmlessOnTerminal(out);
                }
            }
        }
        office.done("setup", "export", "exported");
        HostileText.assertHarmlessInSpreadsheet(office.text("exported/shuttles.csv"));
        office.done("shuttle", "passengers", route, "--date", "2016-11-14", "-o", "list.pdf");
    }
}
