package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G18: What clerks type is kept without anything that a terminal or a reader would obey. */
class TypedReasonCommandTest {
    private static final List<String> HOSTILE =
            List.of("a\u001b[31mb", "a\u202eb", "a\nb", "a\u0007", "a\u200bb", "a\u2028b", "x".repeat(1001));

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void aTown() {
        office = TestOffice.booked(folder);
    }

    private void assertRefused(String text, String... command) {
        byte[] before = office.database();
        List<String> args = new ArrayList<>(List.of(command));
        args.add(text);
        TestOffice.Answer answer = office.run(args.toArray(String[]::new));

        assertThat(answer.exit()).as(args + answer.err()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("holds signs that nobody sees").doesNotContain(text);
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void noReasonAndNoOtherTextHoldsAnythingHostile() {
        for (String text : HOSTILE) {
            assertRefused(text, "family", "hold", "F0001", "--until", "2016-12-31", "--reason");
            assertRefused(text, "reservation", "cancel", "E0002", "CANTINE", "REPAS", "2016-11-21", "--waive");
            assertRefused(text, "reservation", "add", "E0002", "CANTINE", "REPAS", "2016-11-21", "--override");
            assertRefused(text, "registration", "refuse", "E0002", "CANTINE", "--reason");
            assertRefused(text, "registration", "end", "E0002", "CANTINE", "--on", "2016-12-01", "--waive");
            assertRefused(text, "payment", "add", "F0001", "5", "--method", "cheque", "--reference");
            assertRefused(text, "payment", "add", "F0001", "5", "--method", "cheque", "--drawer");
            assertRefused(text, "family", "release", "F0001", "--actor");
        }
    }

    @Test
    void whoeverTheMachineSaysActsIsKeptHarmless() {
        TestOffice.Answer held = office.runAt(
                Clock.fixed(Instant.parse("2016-10-14T07:00:00Z"), ZoneOffset.UTC),
                Map.of("USER", "a\u001b[31mb"),
                "family",
                "hold",
                "F0001",
                "--until",
                "2016-12-31",
                "--reason",
                "  Accord de la mairie, n° 12 : « 3 mois »  ");

        assertThat(held.exit()).as(held.err()).isZero();
        assertThat(office.rows("SELECT actor FROM act WHERE kind = 'family hold'"))
                .containsExactly("a\ufffd[31mb");
    }
}
