package fr.perisco.exchange.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class CsvTextTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String TEXT = "élève;œuvre;10 €\n";
    private static final String MARK = "\ufeff";

    private static CsvText decoded(byte[] bytes) {
        return CsvText.decode(bytes, null);
    }

    @Test
    void theMarkTellsTheEncodingAndIsNoText() {
        for (Charset charset : new Charset[] {UTF_8, UTF_16LE, UTF_16BE}) {
            CsvText read = decoded((MARK + TEXT).getBytes(charset));
            assertThat(read).isEqualTo(new CsvText(TEXT, charset, true, false));
        }
    }

    @Test
    void withoutAMarkItIsUtf8WhereThatIsValidElseWindows1252() {
        assertThat(decoded(TEXT.getBytes(UTF_8))).isEqualTo(new CsvText(TEXT, UTF_8, false, false));
        assertThat(decoded(TEXT.getBytes(WINDOWS_1252))).isEqualTo(new CsvText(TEXT, WINDOWS_1252, false, false));
        assertThat(decoded("eleve".getBytes(US_ASCII)).charset()).isEqualTo(UTF_8);
    }

    @Test
    void aDamagedUtf8FileIsNotTakenForWindows1252() {
        byte[] damaged = (TEXT + TEXT + "x").getBytes(UTF_8);
        damaged[damaged.length - 1] = (byte) 0xE9;

        assertThat(decoded(damaged).text()).isEqualTo(TEXT + TEXT + "\ufffd");
    }

    @Test
    void aReplacementCharacterThatStandsInTheFileIsNoDamage() {
        assertThat(decoded("\ufffd é".getBytes(UTF_8))).isEqualTo(new CsvText("\ufffd é", UTF_8, false, false));
        assertThat(decoded("\ufffd".getBytes(UTF_8))).isEqualTo(new CsvText("\ufffd", UTF_8, false, false));
    }

    @Test
    void theClerkKnowsBetter() {
        assertThat(CsvText.decode(TEXT.getBytes(UTF_8), ISO_8859_1).text()).isNotEqualTo(TEXT);
        assertThat(CsvText.decode(TEXT.getBytes(UTF_16BE), UTF_16BE).text()).isEqualTo(TEXT);
    }

    @Test
    void linesToBeMendedAreWrittenAsTheyWereRead() {
        for (byte[] bytes : new byte[][] {
            TEXT.getBytes(UTF_8),
            TEXT.getBytes(WINDOWS_1252),
            (MARK + TEXT).getBytes(UTF_8),
            (MARK + TEXT).getBytes(UTF_16LE),
            (MARK + TEXT).getBytes(UTF_16BE)
        }) {
            assertThat(decoded(bytes).encode(TEXT)).isEqualTo(bytes);
        }
    }

    @Test
    void linesOfAnEncodingThatCanOnlyBeReadAreWrittenInUtf8() {
        CsvText read = CsvText.decode("eleve\n".getBytes(US_ASCII), Charset.forName("x-JISAutoDetect"));

        assertThat(read.encode("eleve\n")).isEqualTo("eleve\n".getBytes(UTF_8));
    }

    /** The other lines told that it is Windows-1252: alone, this one would be UTF-8. */
    @Test
    void linesThatAloneWouldBeTakenForAnotherEncodingAreWrittenInUtf8() {
        String few = "Ã©;1\n";
        byte[] bytes = (few + TEXT.repeat(3)).getBytes(WINDOWS_1252);

        assertThat(decoded(bytes).charset()).isEqualTo(WINDOWS_1252);
        assertThat(decoded(decoded(bytes).encode(few)).text()).isEqualTo(few);
        assertThat(CsvText.decode(bytes, WINDOWS_1252).encode(few))
                .as("who says the encoding says it again")
                .isEqualTo(few.getBytes(WINDOWS_1252));
    }
}
