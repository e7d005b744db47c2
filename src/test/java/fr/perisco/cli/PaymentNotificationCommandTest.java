package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What PayFiP posts to the portal, as a row that {@code payment import} reads; no office is needed. */
class PaymentNotificationCommandTest {
    private static final String BODY = "numcli=012345&exer=2016&refdet=F0516120001&objet=Facture+11%202016&montant=800"
            + "&mel=a%40b.example&saisie=T&resultrans=P&numauto=3feabd&dattrans=08122016&heurtrans=2122\n";

    @TempDir
    Path folder;

    private TestOffice.Answer parse(TestOffice office, String body) {
        return office.runWith(body.getBytes(StandardCharsets.UTF_8), "payment", "parse-notification");
    }

    @Test
    void theRowIsReadByTheImport() {
        TestOffice office = TestOffice.booked(folder);
        office.done("--now", "2016-12-01T08:00", "invoice", "run", "2016-11");
        TestOffice.Answer row = parse(office, BODY);
        assertThat(row.outLines())
                .containsExactly(
                        "numcli;exer;refdet;objet;montant;mel;saisie;resultrans;numauto;dattrans;heurtrans;idop",
                        "012345;2016;F0516120001;Facture 11 2016;800;a@b.example;T;P;3feabd;08122016;2122;");
        office.write("row.csv", row.out());
        assertThat(office.done("payment", "import", "row.csv", "--format", "csv")
                        .out())
                .contains(";partial;")
                .doesNotContain("a@b.example");
        assertThat(office.done("payment", "import", "row.csv", "--format", "csv")
                        .out())
                .contains(";duplicate;");
    }

    @Test
    void whatDoesNotReadIsNamedByItsPlace() {
        TestOffice office = TestOffice.empty(folder);
        assertThat(parse(office, "").err()).startsWith("-:0:0: the body holds no field");
        assertThat(parse(office, BODY.replace("=800", "=8.00")).err()).startsWith("-:1:5: montant");
        assertThat(parse(office, BODY.replace("%40", "%zz")).err()).startsWith("-:1:6: a %");
        assertThat(parse(office, "numcli=1&" + BODY).err()).startsWith("-:1:2: numcli stands twice");
        assertThat(parse(office, BODY.replace("refdet=", "ref=")).err()).startsWith("-:1:0: refdet is empty");
        assertThat(parse(office, BODY.replace("=3feabd", "=%0a%1b")).err()).startsWith("-:1:9: numauto");
        assertThat(parse(office, "hello").exit()).isEqualTo(ExitCode.BAD_DATA);
    }

    @Test
    void wordsInTheBillersOwnEncodingDoNotLoseThePayment() {
        TestOffice office = TestOffice.empty(folder);
        assertThat(parse(office, BODY.replace("Facture+11%202016", "Cantine+No%EBl"))
                        .out())
                .contains(";Cantine Noël;800;");
        assertThat(parse(office, BODY.replace("Facture+11%202016", "Cantine+No%C3%ABl"))
                        .out())
                .contains(";Cantine Noël;800;");
        assertThat(parse(office, BODY.replace("Facture+11%202016", "Cantine+Noël"))
                        .out())
                .contains(";Cantine Noël;800;");
    }
}
