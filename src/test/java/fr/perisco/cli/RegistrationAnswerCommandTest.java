package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registrations that wait for a decision, and the ages that an activity takes. */
class RegistrationAnswerCommandTest {
    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void openTheOffice() {
        office = TestOffice.withFamilies(folder);
    }

    private String state(String child) {
        return office.done("--format", "csv", "registration", "list", "--child", child).outLines().stream()
                .skip(1)
                .map(line -> line.split(";", -1)[5] + ":" + line.split(";", -1)[10])
                .reduce("", (one, other) -> one + other + " ")
                .strip();
    }

    private void agesOfTheCanteen(String ages) {
        office.write(
                "ages/activities.csv",
                "code;label;service;school;from;to;deadline;cancel_deadline;min_age;max_age\n"
                        + "CANTINE;RESTAURANT SCOLAIRE;SERVICE ÉDUCATION;;2016-11-03;2017-07-07;3 school-days 09:00;;"
                        + ages + "\n");
        office.done("setup", "load", "ages");
    }

    @Test
    void noDayIsBookedUntilTheRegistrationIsAccepted() {
        office.done("registration", "add", "E0002", "CANTINE", "--pending");

        TestOffice.Answer early = office.run("reservation", "add", "E0002", "CANTINE", "REPAS", "2016-11-17");
        TestOffice.Answer week = office.run(
                "reservation",
                "week",
                "E0002",
                "CANTINE",
                "--unit",
                "REPAS",
                "--days",
                "mon",
                "--from",
                "2016-11-14",
                "--to",
                "2016-12-16");
        office.done("registration", "accept", "E0002", "CANTINE");
        TestOffice.Answer booked = office.run("reservation", "add", "E0002", "CANTINE", "REPAS", "2016-11-17");

        assertThat(early.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(early.out() + early.err()).contains("waits for a decision", "perisco registration accept E0002");
        assertThat(week.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(week.err()).contains("waits for a decision");
        assertThat(booked.exit()).isZero();
        assertThat(state("E0002")).isEqualTo("accepted:");
    }

    @Test
    void aRefusalKeepsItsReasonAndCanBeTakenBack() {
        office.done("registration", "add", "E0002", "CANTINE", "--pending");
        office.done("registration", "refuse", "E0002", "CANTINE", "--reason", "no place left");
        assertThat(state("E0002")).isEqualTo("refused:no place left");
        byte[] refused = office.database();

        assertThat(office.done("registration", "refuse", "E0002", "CANTINE", "--reason", "no place left")
                        .out())
                .contains("nothing to do");
        assertThat(office.database()).isEqualTo(refused);
        assertThat(office.run("registration", "add", "E0002", "CANTINE").err())
                .contains("was refused", "perisco registration accept E0002 CANTINE");

        office.done("registration", "accept", "E0002", "CANTINE");
        assertThat(state("E0002")).isEqualTo("accepted:");
        assertThat(office.rows("SELECT before || '>' || after FROM audit_change WHERE subject = 'registration'"))
                .containsExactly("pending>refused", "refused>accepted");
    }

    @Test
    void anAcceptedRegistrationIsEndedNotRefused() {
        office.done("registration", "add", "E0002", "CANTINE");
        TestOffice.Answer refused = office.run("registration", "refuse", "E0002", "CANTINE", "--reason", "no");
        byte[] before = office.database();
        TestOffice.Answer accepted = office.done("registration", "accept", "E0002", "CANTINE");

        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(accepted.out()).contains("nothing to do");
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void aRehearsedAnswerLeavesTheRegistrationWaiting() {
        office.done("registration", "add", "E0002", "CANTINE", "--pending");
        byte[] before = office.database();
        office.done("registration", "accept", "E0002", "CANTINE", "--dry-run");
        office.done("registration", "refuse", "E0002", "CANTINE", "--reason", "no", "--dry-run");
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void aFileBringsRegistrationsThatWait() {
        office.write("new.csv", "child;activity;from;to;state\nE0002;CANTINE;2016-11-03;2017-07-07;pending\n");
        office.done("import", "registrations", "new.csv");
        byte[] before = office.database();
        assertThat(office.done("import", "registrations", "new.csv").out()).contains("unchanged");
        assertThat(office.database()).isEqualTo(before);
        assertThat(state("E0002")).isEqualTo("pending:");

        office.write("bad.csv", "child;activity;from;to;state\nE0003;CANTINE;2016-11-03;2017-07-07;refused\n");
        TestOffice.Answer answer = office.run("import", "registrations", "bad.csv");
        assertThat(answer.exit()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(answer.err()).contains("bad.csv:2:5: ");
    }

    @Test
    void ageIsJudgedAtTheDeskInAFileAndWhenAccepting() {
        office.done("registration", "add", "E0002", "CANTINE", "--pending");
        agesOfTheCanteen("20;25");
        office.write("new.csv", "child;activity;from;to\nE0003;CANTINE;2016-11-03;2017-07-07\n");

        TestOffice.Answer desk = office.run("registration", "add", "E0001", "CANTINE");
        TestOffice.Answer file = office.run("import", "registrations", "new.csv");
        TestOffice.Answer accepted = office.run("registration", "accept", "E0002", "CANTINE");

        assertThat(desk.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(desk.err()).contains("is for children from 20 years on");
        assertThat(file.exit()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(file.err()).contains("new.csv:2:1: ", "from 20 years on");
        assertThat(accepted.exit()).isEqualTo(ExitCode.REFUSED);
        office.done("registration", "accept", "E0002", "CANTINE", "--override", "brother at the canteen");
        assertThat(state("E0002")).isEqualTo("accepted:");
        assertThat(office.rows("SELECT reason FROM act WHERE kind = 'registration accept'"))
                .containsExactly("brother at the canteen");
    }

    @Test
    void agesAreExportedAndFaultsInThemNamed() {
        agesOfTheCanteen("3;11");
        office.done("setup", "export", "out");
        assertThat(office.text("out/activities.csv")).contains("3 school-days 09:00;;3;11");
        byte[] before = office.database();
        office.done("setup", "load", "out");
        assertThat(office.database()).isEqualTo(before);

        office.write(
                "bad/activities.csv",
                "code;label;service;school;from;to;deadline;cancel_deadline;min_age;max_age\n"
                        + "A;A;S;;2016-11-03;2017-07-07;none;;11;3\nB;B;S;;2016-11-03;2017-07-07;none;;x;100\n");
        TestOffice.Answer answer = office.run("setup", "load", "bad");
        assertThat(answer.exit()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(answer.err()).contains("activities.csv:2:10: ", "activities.csv:3:9: ", "activities.csv:3:10: ");
    }
}
