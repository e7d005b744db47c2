package fr.perisco.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import fr.perisco.domain.reason.BadInput;
import fr.perisco.domain.reason.InputFault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is judged by portions reads as one. */
class LargeCsvTest {
    private static final int ROWS = 20_000;
    private static final List<Column> COLUMNS =
            List.of(Column.required("code", "code"), Column.required("day", "jour"));

    private static String row(int number, String quote) {
        String day = number % 5_000 == 1 ? "never" : "2016-11-07";
        return quote + "E" + number + quote + ";" + quote + day + quote;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\""})
    void rowsAndFaultsComeInTheOrderOfTheFileQuotedOrNot(String quote) {
        String text = IntStream.rangeClosed(1, ROWS)
                .mapToObj(number -> row(number, quote))
                .collect(Collectors.joining("\n", "code;day\n", "\n\n"));

        Parsed<String> parsed = CsvFile.read(text.getBytes(StandardCharsets.UTF_8), "large.csv", null, COLUMNS, row -> {
            row.filledDay("day");
            return row.code("code");
        });

        assertThat(parsed.faults())
                .extracting(InputFault::line, InputFault::column)
                .containsExactly(tuple(2L, 2), tuple(5_002L, 2), tuple(10_002L, 2), tuple(15_002L, 2));
        assertThat(parsed.rows())
                .extracting(Parsed.Row::reading)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, ROWS)
                        .mapToObj(number -> "E" + number)
                        .toList());
        assertThat(parsed.rejectedRows()).hasSize(4);
    }

    @Test
    void aFieldIsItsOwnRowsThoughTheRowBeforeBeginsAlike() {
        String text = "code;day\nE1;2016-11-07\nE1;2016-11-0\nE12;2016-11-07\nE;\nE1;2016-11-07\n";

        Parsed<String> parsed = CsvFile.read(
                text.getBytes(StandardCharsets.UTF_8),
                "alike.csv",
                null,
                COLUMNS,
                row -> row.text("code") + "|" + row.text("day"));

        assertThat(parsed.rows())
                .extracting(Parsed.Row::reading)
                .containsExactly("E1|2016-11-07", "E1|2016-11-0", "E12|2016-11-07", "E|", "E1|2016-11-07");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void theLongestRowIsReadAndALongerOneIsNamedByItsLine(String end) {
        String longest = "E1;" + "x".repeat(CsvFile.LONGEST_ROW - 3);
        String head = "code;day" + end + "E0;" + end;

        Parsed<String> parsed = read(head + longest + end + longest);

        assertThat(parsed.rows()).extracting(Parsed.Row::reading).containsExactly("E0", "E1", "E1");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> read(head + longest + end + longest + "x" + end))
                .satisfies(bad -> assertThat(bad.faults())
                        .singleElement()
                        .returns(4L, InputFault::line)
                        .extracting(fault -> fault.reason().code())
                        .isEqualTo("csv.row-beyond"));
    }

    private static Parsed<String> read(String text) {
        return CsvFile.read(text.getBytes(StandardCharsets.UTF_8), "long.csv", null, COLUMNS, row -> row.code("code"));
    }
}
