package fr.perisco.exchange.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.perisco.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountInWordsTest {
    @ParameterizedTest
    @CsvSource({
        "0, zéro euro",
        "1, un centime",
        "50, cinquante centimes",
        "100, un euro",
        "101, un euro et un centime",
        "200, deux euros",
        "1350, treize euros et cinquante centimes",
        "1700, dix-sept euros",
        "2100, vingt et un euros",
        "2200, vingt-deux euros",
        "7000, soixante-dix euros",
        "7100, soixante et onze euros",
        "7200, soixante-douze euros",
        "8000, quatre-vingts euros",
        "8100, quatre-vingt-un euros",
        "9000, quatre-vingt-dix euros",
        "9100, quatre-vingt-onze euros",
        "9999, quatre-vingt-dix-neuf euros et quatre-vingt-dix-neuf centimes",
        "10000, cent euros",
        "10100, cent un euros",
        "20000, deux cents euros",
        "20100, deux cent un euros",
        "28000, deux cent quatre-vingts euros",
        "100000, mille euros",
        "200000, deux mille euros",
        "8000000, quatre-vingt mille euros",
        "20000000, deux cent mille euros",
        "123456, mille deux cent trente-quatre euros et cinquante-six centimes",
        "100000000, un million d’euros",
        "200000000, deux millions d’euros",
        "8000000000, quatre-vingts millions d’euros",
        "100000100, un million un euros"
    })
    void aSumIsWrittenAsOnACheque(long cents, String words) {
        assertThat(AmountInWords.of(Money.ofCents(cents))).isEqualTo(words);
    }

    @Test
    void whatIsBelowZeroIsNotWritten() {
        assertThatIllegalArgumentException().isThrownBy(() -> AmountInWords.of(Money.ofCents(-1)));
    }
}
