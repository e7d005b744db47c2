package fr.perisco.domain.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9]+(-+[A-Za-z0-9]+)*";
    private static final Pattern IN_THE_RFCS_WORDS =
            Pattern.compile(ATOM + "(\\." + ATOM + ")*@(" + LABEL + "\\.)+(?=[A-Za-z][A-Za-z0-9-])" + LABEL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.fr",
                "zoe.o'brien+cantine@mairie.val-de-marne.fr",
                "{x}@x--y.co",
                "1@1.f2",
            })
    void addressesThatAServerAccepts(String text) {
        assertThat(Login.isEmail(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a",
                "a@b",
                "@b.fr",
                "a@.fr",
                "a@b..fr",
                "a@b.fr.",
                "a@b.f",
                "a@b.1r",
                "a@-b.fr",
                "a@b-.fr",
                ".a@b.fr",
                "a.@b.fr",
                "a..a@b.fr",
                "a@a@b.fr",
                "é@b.fr",
                "a@é.fr",
                "a b@b.fr",
                "a@b.fr\n",
                "\"a\"@b.fr",
                "a@[127.0.0.1]",
            })
    void textsThatAreNone(String text) {
        assertThat(Login.isEmail(text)).isFalse();
    }

    @Test
    void noPartIsLongerThanTheRfcAllows() {
        assertThat(Login.isEmail("a".repeat(64) + "@mairie.fr")).isTrue();
        assertThat(Login.isEmail("a".repeat(65) + "@mairie.fr")).isFalse();
        assertThat(Login.isEmail("a@" + "b".repeat(63) + ".fr")).isTrue();
        assertThat(Login.isEmail("a@" + "b".repeat(64) + ".fr")).isFalse();
        assertThat(Login.isEmail("a@" + "bcd.".repeat(62) + "info")).isTrue();
        assertThat(Login.isEmail("a@" + "bcd.".repeat(62) + "infos")).isFalse();
    }

    @Test
    void agreesWithTheRfcsWordsOnAnyText() {
        Random random = new Random(5321);
        int addresses = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text =
                    new StringBuilder(List.of("a.b@c.fr", "é@-.", "a@b-c.d.eu").get(i % 3));
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                text.insert(random.nextInt(text.length() + 1), "a9.-@+é Z'".charAt(random.nextInt(10)));
                text.deleteCharAt(random.nextInt(text.length()));
            }
            boolean isAddress = IN_THE_RFCS_WORDS.matcher(text).matches();
            assertThat(Login.isEmail(text.toString())).as(text.toString()).isEqualTo(isAddress);
            addresses += isAddress ? 1 : 0;
        }
        assertThat(addresses).isBetween(20_000, 180_000);
    }
}
