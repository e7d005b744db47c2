package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACT;
import static fr.perisco.store.generated.Tables.SEAL;

import fr.perisco.domain.office.SealFault;
import fr.perisco.domain.office.SealFault.Finding;
import fr.perisco.store.ErasedRecords.Erased;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
        Map<Long, Erased> erased = ErasedRecords.acts(database);
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
                        boolean holds = holds(rows.sealOf(act, previous[0]), sealed, erased.get(act));
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

    /** What lost names holds when it had that seal, and what is left of it is what the erasure left. */
    private static boolean holds(byte[] found, byte @Nullable [] sealed, @Nullable Erased erased) {
        return erased == null
                ? Arrays.equals(found, sealed)
                : Arrays.equals(erased.before(), sealed) && erased.leaves(found);
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
