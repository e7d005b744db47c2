package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slips that would cost a family money, or the office a series of numbers. */
class SlipOfTheHandCommandTest {
    private static final String FIRST_OF_DECEMBER = "2016-12-01T08:00";

    @TempDir
    Path folder;

    private ClerkAtWork clerk;

    @BeforeEach
    void openTheOffice() throws IOException {
        clerk = new ClerkAtWork(folder);
    }

    private ClerkAtWork.Answer pay(String reference) {
        return clerk.at(
                FIRST_OF_DECEMBER, "payment", "add", "F0001", "5.00", "--method", "cheque", "--reference", reference);
    }

    @Test
    void theSameChequeIsTakenOnce() {
        assertThat(clerk.at(FIRST_OF_DECEMBER, "invoice", "run", "2016-11").exit())
                .isZero();
        assertThat(pay("0012345").exit()).isZero();

        ClerkAtWork.Answer again = pay("0012345");

        assertThat(again.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(again.err()).contains("payment 0012345 of family F0001 is recorded already, as payment 1");
        assertThat(pay("0012346").exit()).isZero();
    }

    @Test
    void invoicesAreNotIssuedInAnotherYearByMistake() {
        ClerkAtWork.Answer slip = clerk.at(FIRST_OF_DECEMBER, "invoice", "run", "2016-11", "--issued-on", "2026-12-01");

        assertThat(slip.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(slip.err()).contains("more than 31 days ahead");
        assertThat(clerk.at(FIRST_OF_DECEMBER, "invoice", "run", "2016-11", "--issued-on", "2017-01-01")
                        .exit())
                .isZero();
    }

    @Test
    void anUnknownOptionIsNamedBeforeWhatIsMissing() {
        ClerkAtWork.Answer answer = clerk.at(FIRST_OF_DECEMBER, "reservation", "add", "--bogus");

        assertThat(answer.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("--bogus").doesNotContain("missing");
    }
}
