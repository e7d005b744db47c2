package fr.perisco.domain.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemporaryPasswordTest {
    @Test
    void sixteenLettersOfThirtyTwoAreEightyBits() {
        assertThat(TemporaryPassword.ALPHABET).hasSize(32).doesNotContain("l", "o", "0", "1");
        assertThat(TemporaryPassword.ALPHABET.chars().distinct()).hasSize(32);
        String group = "[" + TemporaryPassword.ALPHABET + "]{4}";

        Random random = new Random(20161103);
        for (int i = 0; i < 200; i++) {
            assertThat(TemporaryPassword.draw(random).text().toString())
                    .matches(group + "-" + group + "-" + group + "-" + group);
        }
    }

    @Test
    void everyLetterIsDrawnAtEveryPlace() {
        Random random = new Random(20161103);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            String password = TemporaryPassword.draw(random).text().toString().replace("-", "");
            for (int place = 0; place < password.length(); place++) {
                seen.add(place + ":" + password.charAt(place));
            }
        }
        assertThat(seen).hasSize(16 * 32);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcd-efgh-jkmn-2345",
                "abcdefghjkmn2345",
                "ABCD EFGH\u00a0JKMN\t2345",
                " AbCd\u2013eFgH\u2212jKmN-2345 ",
                "a-b-c-d-efghjkmn2345-"
            })
    void itIsReadAsPeopleCopyItFromASheet(String typed) {
        assertThat(TemporaryPassword.typed(typed).orElseThrow().text().toString())
                .isEqualTo("abcd-efgh-jkmn-2345");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abcd-efgh-jkmn-234",
                "abcd-efgh-jkmn-23456",
                "labc-efgh-jkmn-2345",
                "abcd-efgh-jkmn-2340",
                "\u212abcd-efgh-jkmn-2345",
                "abcd.efgh.jkmn.2345"
            })
    void whatMayMeanSomethingElseIsNone(String typed) {
        assertThat(TemporaryPassword.typed(typed)).isEmpty();
    }

    @Test
    void itIsInNoMessage() {
        TemporaryPassword password = TemporaryPassword.draw(new Random(1));
        assertThat(String.valueOf(password))
                .doesNotContain(password.text().toString().substring(0, 4));
    }

    @Test
    void nothingIsLeftOnceItIsWiped() {
        TemporaryPassword password = TemporaryPassword.draw(new Random(1));
        CharSequence view = password.text();
        password.wipe();
        assertThat(view.toString()).isBlank();
    }
}
