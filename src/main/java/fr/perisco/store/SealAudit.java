package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACT;
import static fr.perisco.store.generated.Tables.SEAL;

import fr.perisco.domain.office.SealFault;
import fr.perisco.domain.office.SealFault.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether what acts recorded is still what was sealed. */
public final class SealAudit {
    /** What stands in place of the seal of the last act that was done before acts were sealed. */
    private static final byte[] BEFORE_SEALS = new byte[32];

    private final Database database;

    public SealAudit(Database database) {
        this.database = database;
    }

    /** The acts whose seal does not hold, in their order. One that was changed does not make those after it suspect. */
    public List<SealFault> faults() {
        List<SealFault> faults = new ArrayList<>();
        long[] before = {lastUnsealed()};
        byte[][] previous = {BEFORE_SEALS};
        try (SealedRows rows = new SealedRows(database, before[0] + 1, Long.MAX_VALUE - 1)) {
            Rows.each(
                    database,
                    database.dsl()
                            .select(ACT.ID, ACT.KIND, ACT.ACTOR, SEAL.HASH)
                            .from(ACT)
                            .leftJoin(SEAL)
                            .on(SEAL.ACT_ID.eq(ACT.ID))
                            .where(ACT.ID.gt(before[0]))
                            .orderBy(ACT.ID),
                    row -> {
                        long act = row.getLong(1);
                        byte @Nullable [] sealed = row.getBytes(4);
                        boolean isNext = act == before[0] + 1;
                        boolean holds = Arrays.equals(rows.sealOf(act, previous[0]), sealed);
                        if (!isNext || !holds) {
                            Finding finding = finding(isNext, sealed != null);
                            faults.add(new SealFault(finding, act, Rows.text(row, 2), Rows.text(row, 3)));
                        }
                        before[0] = act;
                        previous[0] = sealed == null ? previous[0] : sealed;
                    });
        }
        return faults;
    }

    private static Finding finding(boolean isNext, boolean isSealed) {
        if (!isNext) {
            return Finding.AFTER_GAP;
        }
        return isSealed ? Finding.CHANGED : Finding.UNSEALED;
    }

    /** The last act that was done before acts were sealed; 0 where all were. */
    private long lastUnsealed() {
        return database.dsl()
                .select(SEAL.ACT_ID, SEAL.HASH)
                .from(SEAL)
                .orderBy(SEAL.ACT_ID)
                .limit(1)
                .fetchOptional()
                .filter(seal -> Arrays.equals(seal.value2(), BEFORE_SEALS))
                .map(seal -> seal.value1())
                .orElse(0L);
    }
}
