package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates that children are registered, read as the family reads them. */
class CertificateRegistrationCommandTest {
    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void registerTheTown() {
        office = TestOffice.booked(folder);
    }

    private List<String> pages(String file) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PdfReader reader = new PdfReader(office.content(file))) {
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                pages.add(new PdfTextExtractor(reader).getTextFromPage(page).replaceAll("\\s+", " "));
            }
        }
        return pages;
    }

    @Test
    void itNamesTheChildAndEachAcceptedRegistrationOfTheYear() throws IOException {
        office.done("registration", "end", "E0002", "MERCREDI", "--on", "2016-12-16");
        office.done("certificate", "registration", "E0002", "-o", "E0002.pdf");
        assertThat(pages("E0002.pdf"))
                .singleElement()
                .satisfies(page -> assertThat(page)
                        .contains(
                                "Attestation d’inscription",
                                "Vernalet Charlotte, née le 01/01/2009,",
                                "est inscrite, pour l’année scolaire 2016-2017",
                                "RESTAURANT SCOLAIRE SERVICE PERISCOLAIRE 03/11/2016 07/07/2017",
                                "ALSH MERCREDI CENTRE DE LOISIRS 03/11/2016 16/12/2016",
                                "Fait à Valmourin, le 14/10/2016"));
    }

    @Test
    void theSameDayGivesTheSameBytesAndSaysSo() {
        office.done("certificate", "registration", "E0002", "-o", "one.pdf");
        office.done("certificate", "registration", "E0002", "-o", "two.pdf");
        assertThat(office.content("two.pdf")).isEqualTo(office.content("one.pdf"));
        assertThat(office.done("certificate", "registration", "E0002", "-o", "one.pdf")
                        .out())
                .contains("nothing to do");
    }

    @Test
    void separatedParentsEachReadWhatTheyPay() throws IOException {
        TestOffice.Answer unnamed = office.run("certificate", "registration", "E0010", "-o", "E0010.pdf");
        assertThat(unnamed.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(unnamed.err()).contains("F0009, F0010", "--family");

        office.done("certificate", "registration", "E0010", "--family", "F0010", "-o", "E0010.pdf");
        List<String> paid =
                office.rows("SELECT DISTINCT a.label FROM registration r JOIN activity a ON a.id = activity_id"
                        + " JOIN family f ON f.id = r.family_id JOIN child c ON c.id = r.child_id"
                        + " WHERE f.code = 'F0009' AND c.code = 'E0010' AND a.id NOT IN"
                        + " (SELECT activity_id FROM registration r2 JOIN family f2 ON f2.id = r2.family_id"
                        + "  WHERE f2.code = 'F0010' AND r2.child_id = r.child_id)");
        paid.forEach(label -> assertThat(text("E0010.pdf")).doesNotContain(label));
        assertThat(office.run("certificate", "registration", "E0010", "--family", "F0002", "-o", "x.pdf")
                        .exit())
                .isEqualTo(ExitCode.REFUSED);
    }

    private String text(String file) {
        try {
            return String.join("\n", pages(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFamilyHasAPageForEachOfItsChildren() throws IOException {
        String family = office.rows("SELECT f.code FROM family f JOIN child_family cf ON cf.family_id = f.id"
                        + " JOIN registration r ON r.child_id = cf.child_id AND r.family_id = f.id"
                        + " GROUP BY f.id HAVING count(DISTINCT r.child_id) = 2 LIMIT 1")
                .get(0);
        TestOffice.Answer answer = office.done("certificate", "registration", "--family", family, "-o", "f.pdf");
        assertThat(answer.out()).contains("2 certificates written");
        assertThat(pages("f.pdf")).hasSize(2);
    }

    @Test
    void whatIsPendingOrOfAnotherYearIsNotCertified() {
        office = TestOffice.withFamilies(folder.resolve("other"));
        office.done("registration", "add", "E0002", "CANTINE", "--pending");
        TestOffice.Answer pending = office.run("certificate", "registration", "E0002", "-o", "x.pdf");
        office.done("registration", "accept", "E0002", "CANTINE");
        TestOffice.Answer otherYear =
                office.run("certificate", "registration", "E0002", "--school-year", "2017-2018", "-o", "x.pdf");
        assertThat(pending.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(otherYear.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(office.file("x.pdf")).doesNotExist();
    }

    @Test
    void aRehearsalWritesNoFile() {
        assertThat(office.done("certificate", "registration", "E0002", "-o", "x.pdf", "--dry-run")
                        .out())
                .contains("would be written");
        assertThat(office.file("x.pdf")).doesNotExist();
    }

    @Test
    void wrongCommandLinesAreNamed() {
        assertThat(office.run("certificate", "registration", "-o", "x.pdf").exit())
                .isEqualTo(ExitCode.USAGE);
        assertThat(office.run("certificate", "registration", "E0002", "-o", "-").exit())
                .isEqualTo(ExitCode.USAGE);
        assertThat(office.run("certificate", "registration", "E0002", "-o", "x", "--school-year", "2016")
                        .exit())
                .isEqualTo(ExitCode.USAGE);
    }
}
