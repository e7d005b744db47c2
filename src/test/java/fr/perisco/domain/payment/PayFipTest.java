package fr.perisco.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.reason.Reason;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payment references as PayFiP wants them: rule 4.8 of the contract. */
class PayFipTest {
    private static final String PAGE = "https://www.payfip.gouv.fr/tpa/paiement.web";
    private static final PayFip OFFICE = office("012345");

    private static PayFip office(String numcli) {
        return new PayFip(numcli, "T", PAGE, "https://famille.example/retour?x=1", Money.ofCents(999_999));
    }

    private static OpenInvoice invoice(String number, String login, long cents) {
        return new OpenInvoice(
                1, number, "F7", YearMonth.of(2016, 12), LocalDate.of(2017, 1, 2), login, Money.ofCents(cents));
    }

    private static String whyNot(String number, String login, long cents) {
        return OFFICE.whyNotPayable(invoice(number, login, cents))
                .map(Reason::code)
                .orElse("payable");
    }

    @ParameterizedTest
    @CsvSource({
        "99, payfip.too-small",
        "100, payable",
        "999999, payable",
        "1000000, payfip.too-large",
    })
    void fromOneEuroToTheOfficesMaximumItCanBePaid(long cents, String outcome) {
        assertThat(whyNot("F0517010001", "paf@aiga.fr", cents)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "F0001, payfip.number",
        "F00001, payable",
        "F05-17010001, payfip.number",
        "F0517010001É, payfip.number",
        "F05 17010001, payfip.number",
        "F00000000000000000000000000001, payable",
        "F000000000000000000000000000001, payfip.number",
    })
    void aReferenceIsSixToThirtyLettersAndDigits(String number, String outcome) {
        assertThat(whyNot(number, "paf@aiga.fr", 1_350)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12345A", "12 456"})
    void withoutAClientNumberOfSixDigitsNothingCanBePaid(String numcli) {
        assertThat(office(numcli).whyNotPayable(invoice("F0517010001", "paf@aiga.fr", 1_350)))
                .map(Reason::code)
                .hasValue("payfip.no-client");
    }

    @ParameterizedTest
    @CsvSource({
        "'', payfip.no-email",
        "a@b.fr, payable",
        "a@b.f, payfip.email",
        "paf.aiga.fr, payfip.email",
        "paf@aiga, payfip.email",
        "'paf@aiga.fr ', payfip.email",
        "'a@aiga.fr,b@aiga.fr', payfip.email",
        "hélène@aiga.fr, payfip.email",
    })
    void anAddressIsOneOfSixToEightyCharacters(String login, String outcome) {
        assertThat(whyNot("F0517010001", login, 1_350)).isEqualTo(outcome);
    }

    @Test
    void anAddressOfEightyOneCharactersIsTooLong() {
        assertThat(whyNot("F0517010001", "a".repeat(72) + "@aiga.fr", 1_350)).isEqualTo("payable");
        assertThat(whyNot("F0517010001", "a".repeat(73) + "@aiga.fr", 1_350)).isEqualTo("payfip.email");
    }

    @Test
    void aReferenceSaysWhatPayFipAsksFor() {
        PaymentReference reference = OFFICE.referenceOf(invoice("F0517010001", "paf+ecole@aiga.fr", 600));
        assertThat(reference.numcli()).as("its leading zero is kept").isEqualTo("012345");
        assertThat(reference.exer()).as("the year of issue, not of the month").isEqualTo(2017);
        assertThat(reference.refdet()).isEqualTo("F0517010001");
        assertThat(reference.objet()).isEqualTo("Facture F0517010001 12 2016");
        assertThat(reference.montant()).isEqualTo(600);
        assertThat(reference.mel()).isEqualTo("paf+ecole@aiga.fr");
        assertThat(reference.saisie()).isEqualTo("T");
        assertThat(reference.url())
                .isEqualTo(PAGE
                        + "?numcli=012345&exer=2017&refdet=F0517010001&objet=Facture+F0517010001+12+2016&montant=600"
                        + "&mel=paf%2Becole%40aiga.fr&urlcl=https%3A%2F%2Ffamille.example%2Fretour%3Fx%3D1&saisie=T");
    }

    @Test
    void theSubjectFitsEvenWithTheLongestNumber() {
        assertThat(OFFICE.referenceOf(invoice("F".repeat(30), "paf@aiga.fr", 600))
                        .objet())
                .matches("[A-Za-z0-9 ]{1,100}");
    }

    @Test
    void anAddressWithAQueryOfItsOwnIsContinued() {
        PayFip office = new PayFip("012345", "A", "https://exemple.fr/p?lang=fr", "", Money.ofCents(999_999));
        assertThat(office.referenceOf(invoice("F0517010001", "paf@aiga.fr", 600))
                        .url())
                .startsWith("https://exemple.fr/p?lang=fr&numcli=012345&")
                .endsWith("&urlcl=&saisie=A");
    }
}
