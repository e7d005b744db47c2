package fr.perisco.domain.office;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.PayFip;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterheadTest {
    private static final OfficeSettings SETTINGS = new OfficeSettings(new TreeMap<>(Map.of(
            "office.name", "Mairie",
            "payfip.numcli", "012345",
            "payfip.saisie", "A",
            "payfip.maximum", "500,00",
            "payfip.return-url", "https://portail.example.org/retour")));

    @Test
    void aDocumentIsPaidAsItWasWhenItWasIssued() {
        assertThat(OfficeSettings.ofLetterhead(SETTINGS.letterhead()).payFip()).isEqualTo(SETTINGS.payFip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a lot", "", "-1", "1e9", "9999.999", "99999999"})
    void aMaximumThatSomebodyMadeUnreadableSaysNothing(String value) {
        PayFip payFip = tampered("payfip.maximum=500,00", "payfip.maximum=" + value);

        assertThat(payFip.maximum()).isEqualTo(Money.ofCents(999_999));
        assertThat(payFip.numcli()).isEqualTo("012345");
    }

    @Test
    void noOtherLineOfPayFipIsTakenThatMayNotStand() {
        assertThat(tampered("payfip.numcli=012345", "payfip.numcli=12").numcli())
                .isEmpty();
        assertThat(tampered("payfip.url=https://", "payfip.url=javascript:").url())
                .isEqualTo("https://www.payfip.gouv.fr/tpa/paiement.web");
    }

    private static PayFip tampered(String line, String instead) {
        String letterhead = SETTINGS.letterhead();
        assertThat(letterhead).contains(line);
        return OfficeSettings.ofLetterhead(letterhead.replace(line, instead)).payFip();
    }
}
