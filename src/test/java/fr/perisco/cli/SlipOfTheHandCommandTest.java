package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

    @Test
    void whatCouldNotBeSaidWasNotDone() throws IOException {
        byte[] before = clerk.stored();

        for (String[] command : new String[][] {
            {"payment", "add", "F0001", "5.00", "--method", "cash"},
            {"reservation", "cancel", "E0002", "CANTINE", "REPAS", "2016-12-13"},
            {"reservation", "add", "E0036", "CANTINE", "REPAS", "2016-12-13"},
            {"attendance", "record", "E0002", "CANTINE", "REPAS", "2016-11-15", "--status", "absent"},
            {"registration", "end", "E0002", "CANTINE", "--on", "2017-03-31"},
            {"invoice", "run", "2016-11"}
        }) {
            assertThat(clerk.atWithFullDisk(FIRST_OF_DECEMBER, command).exit())
                    .as(String.join(" ", command))
                    .isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(clerk.stored()).as(String.join(" ", command)).isEqualTo(before);
        }
    }

    @Test
    void aSeriesWithoutRoomIsSeenByTheCheck() throws IOException {
        Files.createDirectories(folder.resolve("narrow"));
        Files.writeString(folder.resolve("narrow/office.properties"), "invoice.number=F{office}{yy}{mm}{seq:2}\n");
        assertThat(clerk.at(FIRST_OF_DECEMBER, "setup", "load", "narrow").exit())
                .isZero();

        ClerkAtWork.Answer check = clerk.at(FIRST_OF_DECEMBER, "invoice", "check", "2016-11");

        assertThat(check.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(check.out()).contains("series F051612 has no room");
        assertThat(clerk.at(FIRST_OF_DECEMBER, "invoice", "run", "2016-11").exit())
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void whatIsMissingIsNamedWithTheOrderOfAll() {
        assertThat(clerk.at(FIRST_OF_DECEMBER, "reservation", "add", "E0001", "CANTINE", "2016-12-13")
                        .err())
                .contains("missing: DAY (in this order: CHILD ACTIVITY UNIT DAY)");
        assertThat(clerk.at(FIRST_OF_DECEMBER, "invoice", "show").err())
                .contains("missing: NUMBER")
                .doesNotContain("order");
    }

    @Test
    void aMonthThatWasForgottenIsNamedByTheNextRun() {
        ClerkAtWork.Answer january = clerk.at("2017-01-02T08:00", "-q", "invoice", "run", "2016-12");
        assertThat(january.exit()).isZero();
        assertThat(january.err()).contains("2016-11 was never invoiced", "perisco invoice run 2016-11");
        assertThat(clerk.at("2017-01-02T08:00", "-q", "invoice", "run", "2016-11")
                        .err())
                .isEmpty();
        assertThat(clerk.at("2017-02-02T08:00", "-q", "invoice", "run", "2017-01")
                        .err())
                .isEmpty();
    }

    @Test
    void aDatabaseNamedLikeAnAddressIsAFileOfThatName() throws IOException {
        for (String name : new String[] {"file:new.db", ":memory:", "file:m?mode=memory"}) {
            assertThat(clerk.asks("--db", name, "init").exit()).isZero();
            assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(clerk.asks("--db", name, "db", "verify").exit()).isZero();
        }
        assertThat(folder.resolve("new.db")).doesNotExist();
    }
}
