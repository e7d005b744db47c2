package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clerks gave as reasons goes with the family that they were given for, whichever command took them. */
class ErasedReasonsCommandTest {
    private static final String WORD = "Zyxwhospitalised";
    private static final List<String> TAKING_REASONS = List.of(
            "family hold",
            "invoice credit",
            "payment bounce",
            "payment refund",
            "plan end",
            "registration accept",
            "registration add",
            "registration end",
            "registration refuse",
            "reservation add",
            "reservation cancel",
            "reservation week",
            "shuttle assign",
            "waiting promote");

    @TempDir
    Path folder;

    private TestOffice office;
    private int reasons;

    private void at(String moment, String... args) {
        List<String> all = new ArrayList<>(List.of("--now", moment));
        all.addAll(List.of(args));
        office.done(all.toArray(String[]::new));
    }

    /** A reason that no other command had. */
    private String reason() {
        return WORD + ++reasons;
    }

    private void shuttleAndOnePlace() throws IOException {
        String units = Files.readString(Path.of(TestOffice.sample("setup/units.csv")));
        office.write("more/units.csv", units.replace("wed;school;20;", "wed;school;1;"));
        office.write("more/shuttles.csv", """
                route;label;activity;unit;days;seats;stop;stop_label;time;from;to
                BUS;Navette;ACCUEILS;MATIN;mon,tue,wed,thu,fri;2;MOULIN;Chemin du Moulin;07:30;;
                """);
        office.done("setup", "load", "more");
    }

    private void register(String child, String activity, String... more) {
        List<String> args = new ArrayList<>(
                List.of("registration", "add", child, activity, "--from", "2016-11-03", "--to", "2016-11-30"));
        args.addAll(List.of(more));
        office.done(args.toArray(String[]::new));
    }

    private void reasonsOfRegistrationsAndDays() {
        register("E0001", "CANTINE", "--override", reason());
        register("E0001", "ACCUEILS");
        register("E0001", "MERCREDI", "--pending");
        register("E0002", "MERCREDI");
        office.done("registration", "refuse", "E0001", "MERCREDI", "--reason", reason());
        office.done("registration", "accept", "E0001", "MERCREDI", "--override", reason());
        office.done("shuttle", "assign", "E0001", "BUS", "MOULIN", "--override", reason());
        office.done(
                "reservation",
                "week",
                "E0001",
                "CANTINE",
                "--unit",
                "REPAS",
                "--days",
                "thu,fri",
                "--from",
                "2016-11-03",
                "--to",
                "2016-11-30",
                "--override",
                reason());
        office.done("reservation", "add", "E0001", "CANTINE", "REPAS", "2016-11-07", "--override", reason());
        at("2016-11-07T09:00", "reservation", "add", "E0002", "MERCREDI", "DEMI", "2016-11-23", "2016-11-30");
        at("2016-11-07T11:00", "reservation", "add", "E0001", "MERCREDI", "DEMI", "2016-11-23");
        at("2016-11-07T12:00", "reservation", "add", "E0001", "MERCREDI", "DEMI", "2016-11-30", "--override", reason());
        at("2016-11-16T10:00", "reservation", "cancel", "E0001", "CANTINE", "REPAS", "2016-11-17", "--waive", reason());
        at("2016-11-18T10:00", "reservation", "cancel", "E0002", "MERCREDI", "DEMI", "2016-11-23", "--waive", "Stays");
        at("2016-11-18T11:00", "waiting", "promote", "--override", reason());
        at(
                "2016-11-18T11:00",
                "reservation",
                "cancel",
                "--school",
                "MOULIN",
                "--class",
                "CE2 A",
                "2016-11-18",
                "--override",
                reason());
        at("2016-11-24T10:00", "registration", "end", "E0001", "CANTINE", "--on", "2016-11-24", "--waive", reason());
    }

    private void reasonsOfMoney() {
        at("2016-12-01T08:00", "invoice", "run", "2016-11");
        at("2016-12-01T09:00", "family", "hold", "F0001", "--until", "2016-12-31", "--reason", reason());
        String number = office.rows(
                        "SELECT number FROM invoice JOIN family f ON f.id = family_id WHERE f.code = 'F0001'")
                .get(0);
        at("2016-12-01T09:00", "plan", "add", "F0001", "--from", "2017-01-05", "--months", "2", "--invoice", number);
        at("2016-12-01T09:00", "plan", "end", "1", "--reason", reason());
        at("2016-12-02T09:00", "invoice", "credit", number, "--reason", reason());
        at("2016-12-03T09:00", "invoice", "run", "2016-11");
        String due = office.done("--now", "2016-12-03T09:00", "family", "list", "--format", "csv").outLines().stream()
                .filter(line -> line.startsWith("F0001;"))
                .map(line -> line.split(";")[5])
                .findFirst()
                .orElseThrow();
        at("2016-12-05T09:00", "payment", "add", "F0001", due, "--method", "cheque", "--reference", "1");
        at("2016-12-06T09:00", "payment", "bounce", "1", "--reason", reason());
        at("2016-12-07T09:00", "payment", "add", "F0001", due, "--method", "card");
        at("2016-12-07T09:00", "payment", "add", "F0001", "10", "--method", "card");
        at("2016-12-08T09:00", "payment", "refund", "F0001", "10", "--method", "transfer", "--reason", reason());
    }

    @Test
    void whateverCommandTookAReasonItGoesWithTheFamily() throws Exception {
        office = TestOffice.withFamilies(folder);
        shuttleAndOnePlace();
        reasonsOfRegistrationsAndDays();
        reasonsOfMoney();
        assertThat(office.rows("SELECT DISTINCT kind FROM act WHERE reason LIKE '" + WORD + "%' ORDER BY kind"))
                .containsExactlyElementsOf(TAKING_REASONS);
        assertThat(office.rows("SELECT count(*) FROM act WHERE reason LIKE '" + WORD + "%'"))
                .containsExactly(Integer.toString(reasons));

        Clock onTheDay = Clock.fixed(Instant.parse("2016-12-10T08:00:00Z"), ZoneOffset.UTC);
        TestOffice.Answer erased = office.runAt(onTheDay, Map.of(), "family", "erase", "F0001", "--yes");
        assertThat(erased.exit()).as(erased.err()).isZero();

        assertThat(office.rows("SELECT kind || ' ' || reason FROM act WHERE reason LIKE '" + WORD + "%'"))
                .isEmpty();
        assertThat(new String(office.database(), StandardCharsets.ISO_8859_1)).doesNotContain(WORD);
        assertThat(office.rows("SELECT count(*) FROM act WHERE reason = 'Stays'"))
                .containsExactly("1");
        assertThat(office.done("audit", "list", "--family", "F0001").out()).doesNotContain(WORD);
        assertThat(office.done("db", "verify").err()).isEmpty();
    }
}
