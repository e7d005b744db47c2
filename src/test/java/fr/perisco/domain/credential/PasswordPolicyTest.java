package fr.perisco.domain.credential;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.reason.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private static final List<String> NEAR = List.of("Saint-Valmourin", "Roy", "Zoé", "Éléonore");

    private static List<String> faults(String wanted) {
        return PasswordPolicy.faults("anne.roy@example.org", NEAR, "abcd-efgh-jkmn-pqrs", wanted).stream()
                .map(Reason::code)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tortue violon prune",
                "rame-piano-bleu",
                "kz7!vq2#nd4?",
                "cantine tortue violon",
                "Élèves ont ri 3×",
                "\uD83D\uDE00 onze lettres",
                "Éléonore aime le violon"
            })
    void whatIsLongAndOnesOwnWillDo(String wanted) {
        assertThat(faults(wanted)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tortue-viol, credential.policy.short",
        "abcd-efgh-jkmn-pqrs, credential.policy.former",
        "ABCDEFGHJKMNPQRS, credential.policy.former",
        "xx anne.roy@example.org, credential.policy.login",
        "je suis ANNE.ROY, credential.policy.login",
        "ababababababab, credential.policy.repeated",
        "Motdepasse2024!, credential.policy.common",
        "azertyuiop123456, credential.policy.common",
        "École-Cantine-16, credential.policy.common",
        "987654321 poiuyt, credential.policy.common",
        "valmourin 2016, credential.policy.common",
        "Eleonore-2010-Saint-Valmourin, credential.policy.common"
    })
    void whatIsGuessedFirstWillNot(String wanted, String fault) {
        assertThat(faults(wanted)).containsExactly(fault);
    }

    @Test
    void longestIs128AndNoReasonHoldsThePassword() {
        String most = "tortue violon ".repeat(10).substring(0, 128);
        assertThat(faults(most)).isEmpty();
        assertThat(faults(most + "x")).containsExactly("credential.policy.long");
        assertThat(PasswordPolicy.faults("a@b.example", List.of(), "x", "secret")
                        .toString())
                .doesNotContain("secret,");
    }
}
