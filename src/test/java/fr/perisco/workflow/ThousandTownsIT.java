package fr.perisco.workflow;

import fr.perisco.domain.Dice;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G20: Invoices, credits, balances and payment references of a thousand random towns: guarantee G13. */
class ThousandTownsIT {
    private static final int TOWNS = 1_000;

    @TempDir(factory = MemoryFolder.class)
    static Path folder;

    @Test
    void theirMonthEndsComeOutToTheCent() {
        Dice.rollsSideBySide(TOWNS, dice -> ThreeMonthEnds.comeOutToTheCent(town(dice), dice));
    }

    private static RandomTown town(Dice dice) {
        return new RandomTown(dice, EmptyDatabase.in(folder));
    }
}
