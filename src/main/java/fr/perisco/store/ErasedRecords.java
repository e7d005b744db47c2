package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ERASED_ACT;
import static fr.perisco.store.generated.Tables.ERASED_INVOICE;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jooq.TableField;

/** What acts and documents that lost names said before, as digests, and what is left of them. */
final class ErasedRecords {
    /** A digest of what stood there, and one of what is left. */
    static final class Erased {
        private final byte[] before;
        private final byte[] remaining;

        Erased(byte[] before, byte[] remaining) {
            this.before = before;
            this.remaining = remaining;
        }

        byte[] before() {
            return before;
        }

        boolean leaves(byte[] found) {
            return Arrays.equals(remaining, found);
        }
    }

    private ErasedRecords() {}

    /** By the acts' numbers, as their last erasure left them. */
    static Map<Long, Erased> acts(Database database) {
        return read(
                database,
                ERASED_ACT.ACT_ID,
                ERASED_ACT.ERASURE_ACT_ID,
                ERASED_ACT.SEAL_HASH,
                ERASED_ACT.REMAINING_HASH);
    }

    /** By the documents' keys, as their last erasure left them. */
    static Map<Long, Erased> invoices(Database database) {
        return read(
                database,
                ERASED_INVOICE.INVOICE_ID,
                ERASED_INVOICE.ERASURE_ACT_ID,
                ERASED_INVOICE.CONTENT_HASH,
                ERASED_INVOICE.REMAINING_HASH);
    }

    private static Map<Long, Erased> read(
            Database database,
            TableField<?, Long> of,
            TableField<?, Long> erasure,
            TableField<?, byte[]> before,
            TableField<?, byte[]> remaining) {
        Map<Long, Erased> erased = new HashMap<>();
        Rows.each(
                database,
                database.dsl().select(of, before, remaining).from(of.getTable()).orderBy(erasure),
                row -> erased.put(row.getLong(1), new Erased(row.getBytes(2), row.getBytes(3))));
        return erased;
    }
}
