package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G7: a damaged database is refused before anything is written, and the last backup named. */
class DamagedDatabaseIT {
    private static final int FLIPS = 200;
    private static final int SWAPS = 10;
    private static final int CUTS = 12;
    private static final int PAGE = 4_096;

    @TempDir
    static Path folder;

    private static byte[] good;
    private static String invoiced;

    @BeforeAll
    static void aTownWithABackup() throws Exception {
        Path database = folder.resolve("town.db");
        SmallTown.book(database);
        SmallTown.Answer backup = SmallTown.ask(database, SmallTown.DECEMBER, "db", "backup", "last.db");
        assertThat(backup.exit()).as(backup.output()).isZero();
        good = Files.readAllBytes(database);
        SmallTown.ask(database, SmallTown.DECEMBER, "invoice", "run", "2016-11");
        invoiced = StoredContent.of(database);
    }

    private static Path damaged(byte[] content) throws Exception {
        Path database = folder.resolve("town.db");
        for (String suffix : new String[] {"-wal", "-shm", "-journal"}) {
            Files.deleteIfExists(folder.resolve("town.db" + suffix));
        }
        return Files.write(database, content);
    }

    /** Whether the engine finds the file sound: what was changed is then a value, which looks as good as any. */
    private static boolean isSound(Path database) {
        return isSound(database, "off");
    }

    /** The same, but for rules within a row. */
    private static boolean isWellBuilt(Path database) {
        return isSound(database, "on");
    }

    private static boolean isSound(Path database, String ignoringRules) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma ignore_check_constraints = " + ignoringRules);
            ResultSet rows = statement.executeQuery("pragma integrity_check");
            return rows.getString(1).equals("ok");
        } catch (SQLException e) {
            return false;
        }
    }

    private static void refused(byte[] content, String how) throws Exception {
        Path database = damaged(content);
        boolean sound = isSound(database);
        boolean wellBuilt = isWellBuilt(damaged(content));
        SmallTown.Answer run = SmallTown.ask(damaged(content), SmallTown.DECEMBER, "invoice", "run", "2016-11");
        if (!sound) {
            assertThat(run.exit()).as("%s: %s", how, run.output()).isEqualTo(5);
            assertThat(run.output()).as(how).contains("perisco").hasLineCount(1);
            assertThat(Files.readAllBytes(database)).as(how).isEqualTo(content);
            SmallTown.Answer backup =
                    SmallTown.ask(damaged(content), SmallTown.DECEMBER, "db", "backup", "damaged-copy.db");
            assertThat(backup.exit()).as("%s: %s", how, backup.output()).isEqualTo(5);
            assertThat(folder.resolve("damaged-copy.db")).as(how).doesNotExist();
            SmallTown.Answer verify = SmallTown.ask(damaged(content), SmallTown.DECEMBER, "db", "verify");
            assertThat(verify.exit()).as("%s: %s", how, verify.output()).isIn(4, 5);
        }
        SmallTown.Answer list = SmallTown.ask(damaged(content), SmallTown.DECEMBER, "family", "list");
        assertThat(list.exit()).as("%s: %s", how, list.output()).isIn(wellBuilt ? List.of(0, 5) : List.of(5));
        assertThat(list.output()).as(how).doesNotContain("bug");
    }

    @Test
    void aChangedByteIsFoundOrChangesAValue() throws Exception {
        Random random = new Random(7);
        for (int flip = 0; flip < FLIPS; flip++) {
            byte[] content = good.clone();
            // Every other one where pages say what they are.
            int page = random.nextInt(content.length / PAGE);
            int at = page * PAGE + (flip % 2 == 0 ? random.nextInt(12) : random.nextInt(PAGE));
            content[at] ^= (byte) (1 << random.nextInt(8));
            refused(content, "byte " + at);
        }
    }

    @Test
    void aFileThatWasCutOffIsRefused() throws Exception {
        for (int cut = 1; cut <= CUTS; cut++) {
            int length = (int) ((long) good.length * cut / (CUTS + 1));
            refused(Arrays.copyOf(good, length), length + " bytes");
            refused(Arrays.copyOf(good, length / PAGE * PAGE), length / PAGE + " pages");
        }
    }

    @Test
    void pagesInEachOthersPlaceAreNeitherReadNorWritten() throws Exception {
        Random random = new Random(11);
        for (int swap = 0; swap < SWAPS; swap++) {
            int one = 1 + random.nextInt(good.length / PAGE - 1);
            int other = 1 + random.nextInt(good.length / PAGE - 1);
            byte[] content = good.clone();
            System.arraycopy(good, one * PAGE, content, other * PAGE, PAGE);
            System.arraycopy(good, other * PAGE, content, one * PAGE, PAGE);
            refused(content, "pages " + one + " and " + other);
            Path database = damaged(content);
            boolean wellBuilt = isWellBuilt(database);
            SmallTown.Answer paid = SmallTown.ask(
                    damaged(content), SmallTown.DECEMBER, "payment", "add", "F0001", "1", "--method", "card");
            assertThat(paid.exit()).as(paid.output()).isEqualTo(wellBuilt ? 0 : 5);
            if (!wellBuilt) {
                assertThat(Files.readAllBytes(database)).isEqualTo(content);
            }
        }
    }

    @Test
    void whatWasOverwrittenInTheMiddleIsFoundBeforeTheMonthIsInvoiced() throws Exception {
        byte[] content = good.clone();
        Arrays.fill(content, content.length / 2, content.length / 2 + 6_000, (byte) 0x5a);
        Path database = damaged(content);
        SmallTown.Answer run = SmallTown.ask(database, SmallTown.DECEMBER, "invoice", "run", "2016-11");
        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.output()).contains("perisco db restore", "last.db");
        SmallTown.Answer restore = SmallTown.ask(database, SmallTown.DECEMBER, "db", "restore", "last.db", "--yes");
        assertThat(restore.exit()).as(restore.output()).isZero();
        SmallTown.Answer again = SmallTown.ask(database, SmallTown.DECEMBER, "invoice", "run", "2016-11");
        assertThat(again.exit()).as(again.output()).isZero();
        assertThat(StoredContent.of(database).lines().filter(line -> line.startsWith("invoice|")))
                .hasSameSizeAs(invoiced.lines()
                        .filter(line -> line.startsWith("invoice|"))
                        .toList());
    }
}
