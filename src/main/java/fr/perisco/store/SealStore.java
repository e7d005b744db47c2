package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACT;
import static fr.perisco.store.generated.Tables.SEAL;

import java.util.HexFormat;
import java.util.Optional;

/** Seals acts as they are done, each upon the one before. */
public final class SealStore {
    static final int HASH_BYTES = 32;

    /** What the first seal of a database hangs on. */
    private static final byte[] START_OF_CHAIN = new byte[SealStore.HASH_BYTES];

    private final Database database;

    public SealStore(Database database) {
        this.database = database;
    }

    /** The number of the last act; 0 where there is none. */
    public long lastAct() {
        return database.nextId(ACT.ID) - 1;
    }

    /** Seals the acts that were done since one; nothing that they recorded may change afterwards. */
    public void sealSince(long act) {
        long last = lastAct();
        if (last == act) {
            return;
        }
        byte[] previous = latest();
        try (SealedRows rows = new SealedRows(database, act + 1, last);
                Batch batch = Batch.insert(database, SEAL, SEAL.ACT_ID, SEAL.HASH)) {
            for (long id = act + 1; id <= last; id++) {
                previous = rows.sealOf(id, previous);
                batch.add(id, previous);
            }
        }
    }

    /** The seal of the first act; empty where nothing was done yet. */
    public Optional<String> first() {
        return database.dsl()
                .select(SEAL.HASH)
                .from(SEAL)
                .orderBy(SEAL.ACT_ID)
                .limit(1)
                .fetchOptional(row -> HexFormat.of().withUpperCase().formatHex(row.value1()));
    }

    private byte[] latest() {
        return database.dsl()
                .select(SEAL.HASH)
                .from(SEAL)
                .orderBy(SEAL.ACT_ID.desc())
                .limit(1)
                .fetchOptional(row -> row.value1())
                .orElse(START_OF_CHAIN);
    }
}
