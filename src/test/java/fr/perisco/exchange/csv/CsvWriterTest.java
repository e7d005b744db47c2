package fr.perisco.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {
    private static String written(Object... cells) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter writer = new CsvWriter(out, List.of("a", "b", "c"))) {
            writer.row(List.of(cells));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void cellsAreQuotedAsTheLibraryWould() throws IOException {
        String[] cells = {
            "", "a", "é", "a;b", "a\"b", "a\nb", "a\rb", " a", "a ", "a\u00a0", "#a", "!a", "(a", "_a", "0", "Z", "a\t",
            "ab c", "\u00e9"
        };
        StringBuilder expected = new StringBuilder("a;b;c\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CSVPrinter library = CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(';')
                        .setRecordSeparator("\n")
                        .get()
                        .print(expected);
                CsvWriter writer = new CsvWriter(out, List.of("a", "b", "c"))) {
            for (String one : cells) {
                for (String other : cells) {
                    library.printRecord(one, other, one);
                    writer.row(List.of(one, other, one));
                }
            }
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(expected.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1+1",
                "-1+1",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "=cmd|' /C calc'!A0",
                "-rf",
                "+33 5-59",
                "-1 2",
                "+1e5",
                "+33 5 59 A1",
                "-2+3+cmd"
            })
    void whatASpreadsheetWouldComputeIsGuarded(String text) {
        assertThat(CsvWriter.guarded(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                "=",
                "-12,50",
                "+12.50",
                "-3",
                "+33 5 59 98 19 89",
                "+33559981989",
                "+33.5.59.98.19.89",
                "05 59 98 19 89",
                "O'Brien",
                "a=1",
                "1-1",
                "Jean-Luc"
            })
    void numbersTelephoneNumbersAndPlainTextStay(String text) {
        assertThat(CsvWriter.guarded(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+1", "-1+1", "@SUM(1)", "-12,50", "+33 5 59 98 19 89", "''=1", "'tis"})
    void aGuardedTextIsReadBackWithoutItsGuard(String text) {
        assertThat(Cleaned.of(CsvWriter.guarded(text))).isEqualTo(text);
    }

    @Test
    void separatorsQuotesAndLineBreaksStayInTheirField() {
        assertThat(written("Dupont;=1+1", "Le \"Pont\"", "deux\nlignes"))
                .isEqualTo("a;b;c\n\"Dupont;=1+1\";\"Le \"\"Pont\"\"\";\"deux\nlignes\"\n");
    }
}
