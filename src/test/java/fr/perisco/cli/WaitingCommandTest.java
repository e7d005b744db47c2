package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One place on Wednesday afternoons. It can be added and cancelled until Thursday noon of the week before: Wednesday 23
 * November until the 17th, Wednesday 30 until the 24th.
 */
class WaitingCommandTest {
    private static final String HEADER = "activity;unit;date;rank;child;requested_at;family;child_name";
    private static final String IN_TIME = "2016-11-16T10:00";
    private static final String LATE = "2016-11-18T10:00";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void fillTheOnlyPlace() throws IOException {
        office = TestOffice.withFamilies(folder);
        capacity(1);
        office.write("registrations.csv", """
                child;activity;from;to;family
                E0001;MERCREDI;2016-11-03;2017-07-07;
                E0002;MERCREDI;2016-11-03;2017-07-07;
                E0003;MERCREDI;2016-11-03;2017-07-07;
                E0004;MERCREDI;2016-11-03;2017-07-07;
                """);
        office.done("import", "registrations", "registrations.csv");
        add("2016-11-07T09:00", "E0001", "2016-11-23", "2016-11-30");
        add("2016-11-07T11:00", "E0002", "2016-11-23");
        add("2016-11-07T12:00", "E0003", "2016-11-23", "2016-11-30");
    }

    private void capacity(int places) throws IOException {
        String units = Files.readString(Path.of(TestOffice.sample("setup/units.csv")));
        office.write("smaller/units.csv", units.replace("wed;school;20;", "wed;school;" + places + ";"));
        office.done("setup", "load", "smaller");
    }

    private Answer add(String moment, String child, String... days) {
        List<String> args = new ArrayList<>(List.of("--now", moment, "reservation", "add", child, "MERCREDI", "DEMI"));
        args.addAll(List.of(days));
        return office.done(args.toArray(String[]::new));
    }

    private Answer cancel(String moment, String child, String... days) {
        List<String> args =
                new ArrayList<>(List.of("--now", moment, "reservation", "cancel", child, "MERCREDI", "DEMI"));
        args.addAll(List.of(days));
        return office.done(args.toArray(String[]::new));
    }

    private List<String> waiting(String... filters) {
        List<String> args = new ArrayList<>(List.of("--format", "csv", "waiting", "list"));
        args.addAll(List.of(filters));
        List<String> lines = office.done(args.toArray(String[]::new)).outLines();
        assertThat(lines).first().isEqualTo(HEADER);
        return lines.stream()
                .skip(1)
                .map(line -> line.split(";"))
                .map(cells -> String.join(" ", cells[2], cells[3], cells[4]))
                .toList();
    }

    private List<String> booked() {
        return office.rows("select day_on || ' ' || child from reservation where state = 'booked' order by 1");
    }

    @Test
    void theListIsInTheOrderOfTheRequests() {
        add("2016-11-07T10:00", "E0004", "2016-11-23");
        assertThat(waiting())
                .containsExactly(
                        "2016-11-23 1 E0004", "2016-11-23 2 E0002", "2016-11-23 3 E0003", "2016-11-30 1 E0003");
        assertThat(waiting("--child", "E0003", "--to", "2016-11-23")).containsExactly("2016-11-23 3 E0003");
        assertThat(waiting("--activity", "MERCREDI", "--unit", "JOURNEE")).isEmpty();
        assertThat(office.run("waiting", "list", "--activity", "PISCINE").exit())
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void aPlaceThatIsCancelledGoesToTheFirstInLine() {
        Answer answer = cancel(IN_TIME, "E0001", "2016-11-23", "2016-11-30");
        assertThat(answer.errLines())
                .containsExactly(
                        "a place was free: E0002 is booked for MERCREDI DEMI on Wed 2016-11-23",
                        "a place was free: E0003 is booked for MERCREDI DEMI on Wed 2016-11-30");
        assertThat(booked()).containsExactly("2016-11-23 E0002", "2016-11-30 E0003");
        assertThat(waiting()).containsExactly("2016-11-23 1 E0003");
        assertThat(office.rows("select count(distinct act_id) from audit_change where subject = 'request'"))
                .containsExactly("1");
        assertThat(office.done("db", "verify").out()).isEmpty();
    }

    @Test
    void afterTheDeadlineAClerkGivesThePlace() {
        office.done(
                "--now", LATE, "reservation", "cancel", "E0001", "MERCREDI", "DEMI", "2016-11-23", "--waive", "ill");
        assertThat(booked()).containsExactly("2016-11-30 E0001");
        byte[] before = office.database();
        Answer late = office.done("--now", LATE, "waiting", "promote");
        assertThat(late.out())
                .contains("too-late")
                .contains("the request had to arrive before Thu 2016-11-17 at 12:00");
        assertThat(office.database()).isEqualTo(before);

        Answer given = office.done("--now", LATE, "waiting", "promote", "--override", "agreed by telephone");
        assertThat(given.outLines()).anyMatch(line -> line.contains(" E0002 ") && line.endsWith(" booked"));
        assertThat(booked()).containsExactly("2016-11-23 E0002", "2016-11-30 E0001");
        assertThat(office.rows("select reason from act where kind = 'waiting promote'"))
                .containsExactly("agreed by telephone");
        assertThat(office.done("--now", LATE, "waiting", "promote", "--override", "x")
                        .out())
                .contains("nothing to do");
    }

    @Test
    void whoIsSkippedIsToldWhy() {
        office.write(
                "second.csv",
                "family;family_name;quotient;quotient_from;resident;guardian_civility;"
                        + "guardian_last_name;guardian_first_name;guardian_email;guardian_phone;guardian2_civility;"
                        + "guardian2_last_name;guardian2_first_name;guardian2_email;guardian2_phone;address;postcode;city;child;"
                        + "child_last_name;child_first_name;birth_date;sex;school;class;diet;vaccines_until\n"
                        + "F9001;Lacoste;;;yes;Mme;Lacoste;Anne;;;;;;;;;;;E0002;Vernalet;Charlotte;2009-01-01;F;BOURG;CE1 A;;\n");
        office.done("import", "families", "second.csv");
        office.done("registration", "add", "E0002", "MERCREDI", "--family", "F9001", "--from", "2016-11-03");
        office.done(
                "--now",
                "2016-11-07T11:30",
                "reservation",
                "add",
                "E0002",
                "MERCREDI",
                "DEMI",
                "2016-11-23",
                "--family",
                "F9001");
        assertThat(waiting("--to", "2016-11-23"))
                .containsExactly("2016-11-23 1 E0002", "2016-11-23 2 E0002", "2016-11-23 3 E0003");
        assertThat(cancel(IN_TIME, "E0001", "2016-11-23").errLines()).hasSize(1);
        office.write("smaller/units.csv", office.text("smaller/units.csv").replace("wed;school;1;", "wed;school;2;"));
        office.done("setup", "load", "smaller");
        Answer promoted = office.done("--now", IN_TIME, "--format", "csv", "waiting", "promote", "--to", "2016-11-23");
        assertThat(promoted.outLines())
                .containsExactly(
                        "activity;unit;date;rank;child;requested_at;verdict;reason",
                        "MERCREDI;DEMI;2016-11-23;1;E0002;2016-11-07T11:30;already-booked;booked already",
                        "MERCREDI;DEMI;2016-11-23;2;E0003;2016-11-07T12:00;booked;");
        assertThat(office.done("db", "verify").out()).isEmpty();
    }

    @Test
    void aRegistrationThatEndsLeavesItsPlaces() {
        Answer ended = office.done("--now", IN_TIME, "registration", "end", "E0001", "MERCREDI", "--on", "2016-11-22");
        assertThat(ended.err()).contains("E0002 is booked").contains("E0003 is booked");
        assertThat(booked()).containsExactly("2016-11-23 E0002", "2016-11-30 E0003");
        assertThat(office.done("db", "verify").out()).isEmpty();
    }

    @Test
    void aTypicalWeekThatNamesADayNoMoreLeavesItsPlace() {
        week("2016-11-07T09:00", "E0004", "2016-12-07", "2016-12-14");
        add("2016-11-07T13:00", "E0002", "2016-12-07", "2016-12-14");
        Answer shortened = week(IN_TIME, "E0004", "2016-12-07", "2016-12-07");
        assertThat(shortened.err()).contains("E0002 is booked for MERCREDI DEMI on Wed 2016-12-14");
        assertThat(booked()).contains("2016-12-07 E0004", "2016-12-14 E0002");
    }

    @Test
    void whoAWeekLetsWaitIsBookedAsByTheWeek() {
        week("2016-11-07T13:00", "E0004", "2016-11-23", "2016-11-23");
        cancel(IN_TIME, "E0001", "2016-11-23");
        cancel(IN_TIME, "E0002", "2016-11-23");
        cancel(IN_TIME, "E0003", "2016-11-23");
        assertThat(office.rows("select child.code, by_rule <> 0 from reservation_month join registration"
                        + " on registration.id = registration_id join child on child.id = child_id where booked <> 0"
                        + " and child.code = 'E0004'"))
                .containsExactly("E0004|1");
    }

    private Answer week(String moment, String child, String from, String to) {
        return office.done(
                "--now",
                moment,
                "reservation",
                "week",
                child,
                "MERCREDI",
                "--unit",
                "DEMI",
                "--days",
                "wed",
                "--from",
                from,
                "--to",
                to);
    }

    @Test
    void whatThePortalCancelsAndAddsGoesByTheMomentsOfTheRequests() {
        office.write("requests.csv", """
                submitted_at;login;child;activity;unit;date;action
                2016-11-16T09:00;sandra.dupont@example.org;E0001;MERCREDI;DEMI;2016-11-23;cancel
                2016-11-16T09:30;sandra.dupont@example.org;E0001;MERCREDI;DEMI;2016-11-23;add
                2016-11-07T11:30;sandra.dupont@example.org;E0001;MERCREDI;JOURNEE;2016-11-23;add
                """);
        office.done("import", "requests", "requests.csv");
        Answer answer = office.done("--now", "2016-11-17T12:05", "--format", "csv", "reservation", "process");
        assertThat(answer.outLines())
                .anyMatch(line -> line.startsWith("2016-11-16T09:00;E0001;") && line.contains(";cancel;cancelled;"))
                .anyMatch(line -> line.startsWith("2016-11-16T09:30;E0001;")
                        && line.contains(
                                ";add;waiting;2016-11-17T12:00;sandra.dupont@example.org;on the waiting list, rank 2"));
        assertThat(answer.err()).contains("E0002 is booked");
        assertThat(waiting("--to", "2016-11-23")).containsExactly("2016-11-23 1 E0003", "2016-11-23 2 E0001");
        assertThat(office.done("db", "verify").out()).isEmpty();
    }

    @Test
    void newPlacesGoToThoseWhoWaitBeforeAnybodyElseAsks() throws IOException {
        capacity(2);
        office.write("requests.csv", """
                submitted_at;login;child;activity;unit;date;action
                2016-11-16T09:30;sandra.dupont@example.org;E0001;MERCREDI;JOURNEE;2016-11-23;add
                """);
        office.done("import", "requests", "requests.csv");
        Answer answer = office.done("--now", IN_TIME, "reservation", "process");
        assertThat(answer.errLines())
                .containsExactly(
                        "a place was free: E0002 is booked for MERCREDI DEMI on Wed 2016-11-23",
                        "a place was free: E0003 is booked for MERCREDI DEMI on Wed 2016-11-30");
        byte[] before = office.database();
        office.done("--now", LATE, "reservation", "process");
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void aDayThatHasComeExpires() {
        Answer eve = office.done("--now", "2016-11-22T23:59", "reservation", "process");
        assertThat(eve.out()).contains("nothing to do");
        Answer day = office.done("--now", "2016-11-23T00:00", "reservation", "process");
        assertThat(day.errLines())
                .containsExactly(
                        "E0002 waited in vain for MERCREDI DEMI: Wed 2016-11-23 has come",
                        "E0003 waited in vain for MERCREDI DEMI: Wed 2016-11-23 has come");
        assertThat(office.rows("select state, count(*) from day_request group by state"))
                .containsExactly("expired|2", "waiting|1");
        assertThat(office.done("--now", "2016-11-23T00:00", "waiting", "list").out())
                .doesNotContain("2016-11-23");
    }

    @Test
    void aFullDayIsRefusedToWhoWillNotWait() {
        byte[] before = office.database();
        Answer answer = office.run(
                "--now", IN_TIME, "reservation", "add", "E0004", "MERCREDI", "DEMI", "2016-11-23", "--no-wait");
        assertThat(answer.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(answer.out()).contains("full");
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void aTypicalWeekThatDoesNotWaitLeavesFullDaysOut() {
        Answer answer = office.done(
                "--now",
                IN_TIME,
                "--format",
                "csv",
                "reservation",
                "week",
                "E0004",
                "MERCREDI",
                "--unit",
                "DEMI",
                "--days",
                "wed",
                "--from",
                "2016-11-23",
                "--to",
                "2016-12-07",
                "--no-wait");
        assertThat(answer.outLines())
                .containsExactly(
                        "booked;already_booked;closed;too_late;waiting;full;left_cancelled;taken_back;held_back;debt",
                        "1;0;0;0;0;2;0;0;0;0");
        assertThat(waiting("--child", "E0004")).isEmpty();
    }

    @Test
    void aSetupWithMorePlacesSaysWhoGivesThem() throws IOException {
        String units = Files.readString(Path.of(TestOffice.sample("setup/units.csv")));
        office.write("larger/units.csv", units.replace("wed;school;20;", "wed;school;2;"));
        assertThat(office.done("--now", IN_TIME, "setup", "load", "larger").err())
                .contains("perisco waiting promote");
        office.write("smaller/units.csv", units.replace("wed;school;20;", "wed;school;1;"));
        assertThat(office.done("--now", IN_TIME, "setup", "load", "smaller").err())
                .doesNotContain("perisco waiting promote");
    }

    @Test
    void familiesAreToldByMailOfThePlacesThatTheyHaveNow() throws IOException {
        cancel(IN_TIME, "E0001", "2016-11-23", "2016-11-30");
        assertThat(office.rows("select min(f.code), count(*) from mail m join family f on f.id = m.family_id"
                        + " join mail_place p on p.mail_id = m.id group by m.id"))
                .containsExactly("F0002|2");
        office.done("mail", "send", "--outbox", "out");
        assertThat(office.text("out/000001-waiting-list.eml"))
                .contains("To: frederic.vernalet@example.org")
                .contains("mercredi 23=C2=A0novembre=C2=A02016")
                .contains("des_places_se");
        capacity(2);
        office.done("--now", IN_TIME, "waiting", "promote");
        assertThat(
                        office.rows(
                                "select m.state, count(*) from mail m join mail_place p on p.mail_id = m.id group by m.id order by m.id"))
                .containsExactly("sent|2", "waiting|1");
    }
}
