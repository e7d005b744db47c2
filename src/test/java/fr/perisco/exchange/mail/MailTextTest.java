package fr.perisco.exchange.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** G18: A family's name never becomes a link in a mail. */
class MailTextTest {
    private static MailText greeting(String name) {
        return new MailText("Bonjour", List.of("Bonjour " + name + ",\ncordialement"));
    }

    @ParameterizedTest
    @CsvSource({
        "www.example.com, www.&#8288;example.&#8288;com",
        "http://evil.example/x, http:&#8288;/&#8288;/&#8288;evil.&#8288;example/&#8288;x",
        "HTTPS://EVIL.EXAMPLE, HTTPS:&#8288;/&#8288;/&#8288;EVIL.&#8288;EXAMPLE",
        "moi@example.org, moi@&#8288;example.&#8288;org",
        "evil.fr, evil.&#8288;fr",
        "//evil, /&#8288;/&#8288;evil"
    })
    void whatReadersWouldTakeForAnAddressIsBroken(String name, String shown) {
        assertThat(greeting("Roy " + name).html()).contains("Roy " + shown).doesNotContain("href");
        assertThat(greeting("Roy " + name).plain()).contains("Roy " + name + ",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"M. Jean-Pierre d’Arc", "N’Diaye J.-B. Léa", "31/12/2016", "13,50 €", "05 36 49 10 20"})
    void whatIsNoAddressStaysAsItIs(String text) {
        assertThat(greeting(text).html()).contains("Bonjour " + text + ",").doesNotContain("&#8288;");
    }

    @Test
    void addressesOfTheOfficeStayWhole() {
        String page = "https://www.payfip.gouv.fr/tpa/paiement.web?numcli=1&exer=2016";
        MailText text = new MailText(
                        "x",
                        List.of(
                                "Bonjour https://www.payfip.gouv.fr,",
                                "Payez en ligne\u00a0:\n" + page,
                                "Identifiant\u00a0: a.b@example.org\nMot de passe"))
                .withAddress(page)
                .withAddress("a.b@example.org");

        String escaped = page.replace("&", "&amp;");
        assertThat(text.html())
                .containsOnlyOnce("<a href=\"" + escaped + "\">" + escaped + "</a>")
                .contains("a.b@example.org<br>")
                .contains("Bonjour https:&#8288;/&#8288;/&#8288;www.&#8288;payfip");
    }
}
