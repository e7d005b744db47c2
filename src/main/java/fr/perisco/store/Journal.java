package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACT;
import static fr.perisco.store.generated.Tables.AUDIT_CHANGE;

import fr.perisco.domain.family.FieldChange;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One act in the audit trail: who did what, when it happened and when it counts. It is written with its first change, so
 * that what changes nothing leaves no trace.
 */
public final class Journal {
    private final Database database;
    private final Instant recordedAt;
    private final LocalDateTime effectiveAt;
    private final String actor;
    private final String kind;
    private final @Nullable String reason;
    private long actId;
    private int changes;

    /**
     * @param effectiveAt when the request reached the office, Europe/Paris wall time
     * @param kind the command, such as {@code reservation cancel}
     * @param reason what the clerk gave as the reason; null where none was asked for
     */
    public Journal(
            Database database,
            Instant recordedAt,
            LocalDateTime effectiveAt,
            String actor,
            String kind,
            @Nullable String reason) {
        this.database = database;
        this.recordedAt = recordedAt;
        this.effectiveAt = effectiveAt;
        this.actor = actor;
        this.kind = kind;
        this.reason = reason;
    }

    /** The key of the act, which exists from now on. */
    public long actId() {
        if (actId == 0) {
            actId = database.nextId(ACT.ID);
            database.dsl()
                    .insertInto(ACT, ACT.ID, ACT.RECORDED_AT, ACT.EFFECTIVE_AT, ACT.ACTOR, ACT.KIND, ACT.REASON)
                    .values(actId, written(recordedAt), Moments.written(effectiveAt), actor, kind, reason)
                    .execute();
        }
        return actId;
    }

    /** Records that a field of something took another value. Health data is recorded as changed, without its values. */
    public void changed(String subject, String code, String field, @Nullable Object before, @Nullable Object after) {
        database.dsl()
                .insertInto(
                        AUDIT_CHANGE,
                        AUDIT_CHANGE.ACT_ID,
                        AUDIT_CHANGE.SEQ,
                        AUDIT_CHANGE.SUBJECT,
                        AUDIT_CHANGE.CODE,
                        AUDIT_CHANGE.FIELD,
                        AUDIT_CHANGE.BEFORE,
                        AUDIT_CHANGE.AFTER)
                .values(actId(), ++changes, subject, code, field, text(before), text(after))
                .execute();
    }

    /** Records many changes at once. */
    public void changed(List<FieldChange> fields) {
        if (fields.isEmpty()) {
            return;
        }
        long act = actId();
        try (Batch batch = Batch.insert(
                database,
                AUDIT_CHANGE,
                AUDIT_CHANGE.ACT_ID,
                AUDIT_CHANGE.SEQ,
                AUDIT_CHANGE.SUBJECT,
                AUDIT_CHANGE.CODE,
                AUDIT_CHANGE.FIELD,
                AUDIT_CHANGE.BEFORE,
                AUDIT_CHANGE.AFTER)) {
            for (FieldChange field : fields) {
                batch.add(
                        act,
                        ++changes,
                        field.subject(),
                        field.code(),
                        field.field(),
                        text(field.before()),
                        text(field.after()));
            }
        }
    }

    /** A real moment as the audit trail keeps it. */
    static String written(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Whether nothing was changed. */
    public boolean isEmpty() {
        return actId == 0;
    }
}
