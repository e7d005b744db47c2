package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A town where who owes more than 20 euros past its due date books nothing more: F0024 owes 54.00 since 31 December 2016. */
class DebtLimitCommandTest {
    private static final String JANUARY = "2017-01-15T09:00";
    private static final String CHILD = "E0025";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void limitDebts() {
        office = TestOffice.booked(folder);
        done("2016-12-01T08:00", "invoice", "run", "2016-11");
        office.write("setup/office.properties", "booking.debt-limit=20\n");
        done("2016-12-01T08:00", "setup", "load", "setup");
    }

    private TestOffice.Answer done(String moment, String... args) {
        return office.done(with(moment, args));
    }

    private TestOffice.Answer run(String moment, String... args) {
        return office.run(with(moment, args));
    }

    private static String[] with(String moment, String... args) {
        List<String> all = new ArrayList<>(List.of("--now", moment, "--format", "csv"));
        all.addAll(List.of(args));
        return all.toArray(String[]::new);
    }

    private void cancel(String day) {
        done(JANUARY, "reservation", "cancel", CHILD, "CANTINE", "REPAS", day);
    }

    private TestOffice.Answer add(String moment, String day, String... options) {
        List<String> args = new ArrayList<>(List.of("reservation", "add", CHILD, "CANTINE", "REPAS", day));
        args.addAll(List.of(options));
        return run(moment, args.toArray(String[]::new));
    }

    @Test
    void aDebtorCancelsAndDoesNotBookUnlessAClerkSaysSo() {
        cancel("2017-05-15");
        TestOffice.Answer refused = add(JANUARY, "2017-05-15");
        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.out()).contains("2017-05-15;debt;").contains("F0024 owes €54.00", "€20.00", "--override");
        assertThat(add(JANUARY, "2017-05-15", "--override", "agreed").out()).contains(";booked;");
        assertThat(office.rows("SELECT reason FROM act ORDER BY id DESC LIMIT 1"))
                .containsExactly("agreed");
    }

    @Test
    void whoPaysOrIsOnHoldOrKeepsAPlanBooks() {
        cancel("2017-05-15");
        assertThat(add("2016-12-31T09:00", "2017-05-15", "--dry-run").exit()).isZero();
        assertThat(add("2017-01-01T09:00", "2017-05-15", "--dry-run").exit()).isEqualTo(ExitCode.REFUSED);
        done(JANUARY, "family", "hold", "F0024", "--until", "2017-01-15", "--reason", "x");
        assertThat(add(JANUARY, "2017-05-15", "--dry-run").exit()).isZero();
        done("2017-01-16T09:00", "plan", "add", "F0024", "--from", "2017-02-01", "--months", "2");
        assertThat(add("2017-02-01T09:00", "2017-05-15", "--dry-run").exit()).isZero();
        assertThat(add("2017-02-02T09:00", "2017-05-15", "--dry-run").exit()).isEqualTo(ExitCode.REFUSED);
        done("2017-02-02T09:00", "payment", "add", "F0024", "33.99", "--method", "card");
        done("2017-02-02T09:00", "plan", "end", "1", "--reason", "x");
        assertThat(add("2017-02-02T09:00", "2017-05-15", "--dry-run").exit()).isEqualTo(ExitCode.REFUSED);
        done("2017-02-02T09:00", "payment", "add", "F0024", "0.01", "--method", "card");
        assertThat(add("2017-02-02T09:00", "2017-05-15", "--dry-run").exit()).isZero();
    }

    @Test
    void aTypicalWeekIsRefusedAndKeepsNoRule() {
        byte[] before = office.database();
        String[] week = {
            "reservation",
            "week",
            CHILD,
            "CANTINE",
            "--unit",
            "REPAS",
            "--days",
            "wed",
            "--from",
            "2017-05-01",
            "--to",
            "2017-06-30"
        };
        TestOffice.Answer refused = run(JANUARY, week);
        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("F0024 owes €54.00");
        assertThat(office.database()).isEqualTo(before);
        List<String> overridden = new ArrayList<>(List.of(week));
        overridden.addAll(List.of("--override", "agreed"));
        assertThat(run(JANUARY, overridden.toArray(String[]::new)).exit()).isZero();
    }

    @Test
    void importedWeeksKeepTheirRuleAndAreBookedOnceTheDebtIsPaid() {
        office.write(
                "weeks.csv",
                "child;activity;unit;days;from;to;weeks\n" + CHILD
                        + ";ACCUEILS;MATIN;mon;2017-05-01;2017-05-31;all\nE0001;CANTINE;REPAS;mon;2017-05-01;2017-05-31;all\n");
        String registered = "SELECT count(*) FROM registration r JOIN child c ON c.id = r.child_id"
                + " JOIN activity a ON a.id = r.activity_id WHERE c.code = '" + CHILD + "' AND a.code = 'ACCUEILS'";
        if (office.rows(registered).get(0).equals("0")) {
            done(JANUARY, "registration", "add", CHILD, "ACCUEILS");
        }
        TestOffice.Answer loaded = done(JANUARY, "import", "weeks", "weeks.csv");
        assertThat(loaded.err()).contains("3 days not booked, because 1 family owes", "F0024 owes €54.00");
        done(JANUARY, "payment", "add", "F0024", "54", "--method", "card");
        assertThat(done(JANUARY, "import", "weeks", "weeks.csv").err()).contains("3 days booked");
    }

    @Test
    void aFamilysRequestIsRefusedAndTheReasonIsKept() {
        cancel("2017-05-15");
        String login =
                office.rows("SELECT login FROM family WHERE code = 'F0024'").get(0);
        office.write(
                "requests.csv",
                "submitted_at;login;child;activity;unit;date;action\n2017-01-15T08:00;" + login + ";" + CHILD
                        + ";CANTINE;REPAS;2017-05-15;add\n");
        done(JANUARY, "import", "requests", "requests.csv");
        assertThat(done(JANUARY, "reservation", "process").out()).contains(";debt;", "F0024 owes €54.00");
        assertThat(done(JANUARY, "--lang", "fr", "reservation", "explain", CHILD, "CANTINE", "REPAS", "2017-05-15")
                        .out())
                .contains("54,00");
    }

    @Test
    void daysThatOpenAgainAreNotBookedForADebtor() {
        String closures = TestOffice.sample("setup/closures.csv");
        office.write("closed/closures.csv", text(closures) + "2017-05-15;2017-05-15;all;closed;Grève\n");
        done(JANUARY, "setup", "load", "closed");
        done(JANUARY, "reservation", "reapply", "--yes");
        office.write("closed/closures.csv", text(closures));
        done(JANUARY, "setup", "load", "closed");
        TestOffice.Answer applied = done(JANUARY, "reservation", "reapply", "--yes");
        assertThat(applied.outLines())
                .anyMatch(
                        line -> line.startsWith(CHILD + ";CANTINE;REPAS;2017-05-15;debt;") && line.contains("€54.00"));
        assertThat(applied.err()).contains("owes more than booking.debt-limit");
    }

    @Test
    void aPlaceThatIsFreedPassesADebtorBy() {
        String[] line = office.rows("SELECT q.day_on, c.code, f.code FROM day_request q"
                        + " JOIN registration r ON r.id = q.registration_id JOIN child c ON c.id = r.child_id"
                        + " JOIN family f ON f.id = r.family_id WHERE q.state = 'waiting' AND q.day_on > '2017-02-01'"
                        + " ORDER BY q.day_on, q.id LIMIT 1")
                .get(0)
                .split("\\|");
        long owed = Long.parseLong(office.rows("SELECT sum(i.amount_cents) FROM invoice i JOIN family f"
                        + " ON f.id = i.family_id WHERE f.code = '" + line[2] + "'")
                .get(0));
        assertThat(owed).isGreaterThan(2000);
        String booked = office.rows("SELECT v.child FROM reservation v"
                        + " WHERE v.activity = 'MERCREDI' AND v.unit = 'JOURNEE' AND v.day_on = '" + line[0]
                        + "' AND v.state = 'booked' LIMIT 1")
                .get(0);
        TestOffice.Answer freed = done(JANUARY, "reservation", "cancel", booked, "MERCREDI", "JOURNEE", line[0]);
        assertThat(freed.err()).contains(line[1]).contains("owes");
    }

    private static String text(String file) {
        try {
            String text = Files.readString(Path.of(file));
            return text.endsWith("\n") ? text : text + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
