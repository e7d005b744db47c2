package fr.perisco.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where records stand and what is malformed in them: each record as {@code line "text"}, each defect as {@code line:column code}. */
class LayoutTest {
    private static List<String> records(String text) {
        return Layout.of(text, ';').records().stream()
                .map(record -> record.line() + " " + text.substring(record.from(), record.to()))
                .toList();
    }

    private static List<String> defects(String text) {
        return Layout.of(text, ';').records().stream()
                .flatMap(record -> record.defects().stream())
                .map(defect -> defect.line() + ":" + defect.column() + " " + defect.code())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndAsTheFirstOneDoes(String lineEnd) {
        String text = String.join(lineEnd, "a;b", "1;2", "", "\"x" + lineEnd + "y\";3", "4;5");

        assertThat(Layout.of(text, ';').lineEnd()).isEqualTo(lineEnd);
        assertThat(records(text)).containsExactly("1 a;b", "2 1;2", "3 ", "4 \"x" + lineEnd + "y\";3", "6 4;5");
        assertThat(defects(text)).isEmpty();
    }

    @Test
    void aReturnAloneIsADefectWhereLinesEndOtherwise() {
        assertThat(defects("a;b\n1;2\r3;4\n5;6\n")).containsExactly("2:2 csv.bare-return");
        assertThat(records("a;b\n1;2\r3;4\n5;6\n")).containsExactly("1 a;b", "2 1;2\r3;4", "3 5;6");
    }

    @Test
    void aReturnThatEndsTheFileEndsItsLine() {
        assertThat(defects("a;b\r\n1;2\r")).isEmpty();
        assertThat(records("a;b\r\n1;2\r")).containsExactly("1 a;b", "2 1;2");
    }

    @Test
    void aLineEndInQuotesIsCountedOnce() {
        assertThat(records("a;b\r\"1\r\n1\";2\r3;4")).containsExactly("1 a;b", "2 \"1\r\n1\";2", "4 3;4");
    }

    @Test
    void aQuoteThatIsNeverClosedSpoilsItsOwnLineOnly() {
        assertThat(defects("a;b\n1;\"2\n3;4\n")).containsExactly("2:2 csv.open-quote");
        assertThat(records("a;b\n1;\"2\n3;4\n")).containsExactly("1 a;b", "2 1;\"2", "3 3;4");
        assertThat(defects("a;b\r1;\"2\r3;4\r")).containsExactly("2:2 csv.open-quote");
        assertThat(records("a;b\r1;\"2\r3;4\r")).containsExactly("1 a;b", "2 1;\"2", "3 3;4");
    }

    @Test
    void aQuoteThatAnotherRowsQuoteClosesSpoilsItsOwnLineOnly() {
        assertThat(defects("a;b\n1;\"2\n3;\"vier\"\n5;6\n")).containsExactly("2:2 csv.open-quote");
    }

    @Test
    void everyDefectOfARowIsFoundOnceAField() {
        assertThat(defects("a;b;c\nx\"y\"z;\"q\" r;n\u0000\u0000\n"))
                .containsExactly("2:1 csv.lone-quote", "2:2 csv.after-quote", "2:3 csv.nul");
    }

    @Test
    void malformedRecordsAreBlankedSoThatTheOthersStandWhereTheyStood() {
        String text = "a;b\n1;\"2\n3;4\n";

        assertThat(Layout.of(text, ';').wellFormed(text)).isEqualTo("a;b\n    \n3;4\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"a;b, \\n", "a;b, \\r\\n", "a;\"two\\nlines\", \\n", "a;x\"y, \\r\\n"})
    void aLargeTextReadsAsItsLinesDo(String row, String end) {
        String lineEnd = end.translateEscapes();
        String line = row.translateEscapes() + lineEnd;
        int times = 1_200_000 / line.length();
        List<String> one = records(line);
        List<String> oneDefects = defects(line);
        int lines = line.split("\n", -1).length - 1;

        String text = line.repeat(times);

        assertSame(records(text), moved(one, times, lines, " "));
        assertSame(defects(text), moved(oneDefects, times, lines, ":"));
    }

    private static void assertSame(List<String> found, List<String> expected) {
        int shortest = Math.min(found.size(), expected.size());
        for (int i = 0; i < shortest; i++) {
            if (!found.get(i).equals(expected.get(i))) {
                assertThat(found.get(i)).as("record %d", i).isEqualTo(expected.get(i));
            }
        }
        assertThat(found).hasSameSizeAs(expected);
    }

    /** What stands at the beginning of each text is a line's number. */
    private static List<String> moved(List<String> ofOne, int times, int lines, String behind) {
        return IntStream.range(0, times)
                .boxed()
                .flatMap(time -> ofOne.stream().map(text -> {
                    int number = text.indexOf(behind);
                    return Long.parseLong(text.substring(0, number)) + (long) time * lines + text.substring(number);
                }))
                .toList();
    }
}
