package fr.perisco.domain.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://portail.example.org",
                "http://192.0.2.10:8080/portail",
                "https://portail2.example.org/index.php5?client=09399"
            })
    void aWebAddressOrNothingMayStand(String url) {
        assertThat(OfficeSettings.faultOf("office.portal-url", url, "05")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "portail.example.org",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "https://",
                "https://portail.example.org/a b",
                "https://portail.example.org/%zz",
                "https://portail.example.org/é"
            })
    void anythingElseIsAFault(String url) {
        assertThat(OfficeSettings.faultOf("office.portal-url", url, "05")).isPresent();
    }

    @Test
    void anOfficeWithoutOneHasNone() {
        assertThat(new OfficeSettings(new TreeMap<>()).portalUrl()).isEmpty();
        assertThat(new OfficeSettings(new TreeMap<>(Map.of("office.portal-url", "https://portail.example.org")))
                        .portalUrl())
                .contains("https://portail.example.org");
    }
}
