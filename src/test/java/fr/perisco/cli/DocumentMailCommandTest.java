package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reminders and certificates that go by mail beside the paper. */
class DocumentMailCommandTest {
    private static final String JANUARY = "2017-01-15T09:00";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void invoiceNovember() {
        office = TestOffice.booked(folder);
        office.done("--now", "2016-12-01T08:00", "invoice", "run", "2016-11");
    }

    private TestOffice.Answer done(String... args) {
        List<String> all = new java.util.ArrayList<>(List.of("--now", JANUARY));
        all.addAll(List.of(args));
        return office.done(all.toArray(String[]::new));
    }

    @Test
    void remindersAreMailedOnce() {
        byte[] database = office.database();
        assertThat(done("invoice", "remind", "--mail", "--dry-run").out()).contains("mails would be queued");
        assertThat(office.database()).isEqualTo(database);
        TestOffice.Answer answer = done("invoice", "remind", "--family", "F0001", "--mail", "-o", "letter.pdf");
        assertThat(answer.out()).contains("1 reminder sent", "1 mail queued; queued before: 0");
        assertThat(done("invoice", "remind", "--family", "F0001", "--mail").out())
                .contains("no mail queued; queued before: 1");
        assertThat(done("invoice", "remind", "--family", "F0003", "--mail").err())
                .contains("F0003", "no login");
        done("mail", "send", "--outbox", "out");
        assertThat(office.text("out/000001-reminder.eml"))
                .contains("filename=relance-00001.pdf", "rappel_de_paiement", "13,50=C2=A0=E2=82=AC");
        done("mail", "send", "--outbox", "out");
        assertThat(office.rows("SELECT kind, state FROM mail")).containsExactly("reminder|sent");
    }

    @Test
    void taxCertificatesAreMailedAsTheyStand() {
        done("payment", "add", "F0002", "200", "--method", "cash");
        TestOffice.Answer answer = office.run("--now", "2018-01-15T09:00", "certificate", "tax", "2017", "--mail");
        assertThat(answer.exit()).as(answer.err()).isZero();
        int certificates = Integer.parseInt(
                office.rows("SELECT COUNT(*) FROM tax_certificate").get(0));
        assertThat(office.rows("SELECT COUNT(*) FROM mail")).containsExactly(String.valueOf(certificates));
        done("mail", "send", "--outbox", "out");
        assertThat(office.rows("SELECT COUNT(*) FROM mail WHERE state <> 'sent'"))
                .containsExactly("0");
    }

    @Test
    void registrationCertificatesAreMailedOnDemand() {
        assertThat(office.run("certificate", "registration", "E0002").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(done("certificate", "registration", "E0002", "--mail", "--dry-run")
                        .out())
                .contains("1 mail would be queued");
        assertThat(done("certificate", "registration", "E0002", "--mail").out()).contains("1 mail queued");
        assertThat(done("certificate", "registration", "E0002", "--mail").out()).contains("queued before: 1");
        done("mail", "send", "--outbox", "out");
        assertThat(done("certificate", "registration", "E0002", "--mail").out()).contains("1 mail queued");
        assertThat(office.files()).contains("out/000001-registration-certificate.eml");
        assertThat(office.run("certificate", "registration", "NOBODY", "--mail").exit())
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void nothingOfHealthGoesByMail() {
        done("certificate", "registration", "E0002", "--mail");
        done("invoice", "send", "--month", "2016-11", "--family", "F0002");
        done("mail", "send", "--outbox", "out");
        for (String file : office.files()) {
            if (file.endsWith(".eml")) {
                assertThat(office.text(file)).doesNotContain("sans porc", "allerg", "PAI", "régime");
            }
        }
    }
}
