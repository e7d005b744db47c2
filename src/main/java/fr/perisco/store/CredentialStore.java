package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACT;
import static fr.perisco.store.generated.Tables.CREDENTIAL;
import static fr.perisco.store.generated.Tables.CREDENTIAL_DELIVERY;
import static fr.perisco.store.generated.Tables.FAMILY;

import fr.perisco.domain.credential.CredentialFamily;
import fr.perisco.domain.credential.DeliveryChannel;
import fr.perisco.domain.family.FieldChange;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The families' passwords, hashed, and the ways in which they were handed out. */
public final class CredentialStore {
    private final Database database;

    public CredentialStore(Database database) {
        this.database = database;
    }

    /** The keys of the families that have a password. */
    public Set<Long> holders() {
        Set<Long> ids = new HashSet<>();
        Rows.each(
                database, database.dsl().select(CREDENTIAL.FAMILY_ID).from(CREDENTIAL), row -> ids.add(row.getLong(1)));
        return ids;
    }

    /**
     * The families whose password an act stored and nobody changed since: their logins by their codes, in the order of the
     * codes. Empty when there was no such act, or what it did was rolled back.
     *
     * @param recordedAt the act's real moment, without which another act could have got its number
     */
    public Map<String, String> drawnBy(long actId, Instant recordedAt) {
        Map<String, String> logins = new LinkedHashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(FAMILY.CODE, DSL.coalesce(FAMILY.LOGIN, DSL.inline("")))
                        .from(CREDENTIAL)
                        .join(ACT)
                        .on(ACT.ID.eq(CREDENTIAL.ACT_ID))
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(CREDENTIAL.FAMILY_ID))
                        .where(CREDENTIAL.ACT_ID.eq(actId))
                        .and(ACT.RECORDED_AT.eq(Journal.written(recordedAt)))
                        .orderBy(FAMILY.CODE),
                row -> logins.put(row.getString(1), row.getString(2)));
        return logins;
    }

    /** A password as it is stored, to be put back where its successor reached nobody. */
    public record Former(
            String hash,
            boolean temporary,
            int failures,
            @Nullable String lockedUntil,
            long actId) {}

    /** What is stored for a family; empty when it has no password. */
    public Optional<Former> find(long familyId) {
        return database.dsl()
                .selectFrom(CREDENTIAL)
                .where(CREDENTIAL.FAMILY_ID.eq(familyId))
                .fetchOptional(row -> new Former(
                        row.getPasswordHash(),
                        row.getIsTemporary(),
                        row.getFailures(),
                        row.getLockedUntilAt(),
                        row.getActId()));
    }

    /**
     * Takes back a password that reached nobody, unless it was changed since: the one before it is good again, where there was
     * one.
     *
     * @param hash of the password to take back
     */
    public void takeBack(long familyId, String code, String hash, @Nullable Former former, Journal journal) {
        Former stored = find(familyId).orElse(null);
        if (stored == null || !stored.hash().equals(hash)) {
            return;
        }
        database.dsl()
                .deleteFrom(CREDENTIAL_DELIVERY)
                .where(CREDENTIAL_DELIVERY.FAMILY_ID.eq(familyId).and(CREDENTIAL_DELIVERY.ACT_ID.eq(stored.actId())))
                .execute();
        if (former == null) {
            database.dsl()
                    .deleteFrom(CREDENTIAL)
                    .where(CREDENTIAL.FAMILY_ID.eq(familyId))
                    .execute();
        } else {
            database.dsl()
                    .update(CREDENTIAL)
                    .set(CREDENTIAL.PASSWORD_HASH, former.hash())
                    .set(CREDENTIAL.IS_TEMPORARY, former.temporary())
                    .set(CREDENTIAL.FAILURES, former.failures())
                    .set(CREDENTIAL.LOCKED_UNTIL_AT, former.lockedUntil())
                    .set(CREDENTIAL.ACT_ID, former.actId())
                    .where(CREDENTIAL.FAMILY_ID.eq(familyId))
                    .execute();
        }
        journal.changed(List.of(FieldChange.hidden("credential", code, "password")));
    }

    /**
     * Stores a temporary password for each family, in the place of the one it may have had, and how it is handed out.
     *
     * @param hashes what {@link PasswordHash#of} gave, by the families' keys
     */
    public void saveTemporary(
            List<CredentialFamily> families, Map<Long, String> hashes, DeliveryChannel channel, Journal journal) {
        if (families.isEmpty()) {
            return;
        }
        long actId = journal.actId();
        try (Batch batch = Batch.of(
                database,
                database.dsl()
                        .insertInto(
                                CREDENTIAL,
                                CREDENTIAL.FAMILY_ID,
                                CREDENTIAL.PASSWORD_HASH,
                                CREDENTIAL.IS_TEMPORARY,
                                CREDENTIAL.ACT_ID)
                        .values(0L, "", true, 0L)
                        .onConflict(CREDENTIAL.FAMILY_ID)
                        .doUpdate()
                        .set(CREDENTIAL.PASSWORD_HASH, DSL.excluded(CREDENTIAL.PASSWORD_HASH))
                        .set(CREDENTIAL.IS_TEMPORARY, DSL.excluded(CREDENTIAL.IS_TEMPORARY))
                        .set(CREDENTIAL.FAILURES, DSL.inline(0))
                        .set(CREDENTIAL.LOCKED_UNTIL_AT, DSL.inline((String) null))
                        .set(CREDENTIAL.ACT_ID, DSL.excluded(CREDENTIAL.ACT_ID)))) {
            families.forEach(
                    family -> batch.add(family.id(), Objects.requireNonNull(hashes.get(family.id())), true, actId));
        }
        long id = database.nextId(CREDENTIAL_DELIVERY.ID);
        try (Batch batch = Batch.insert(
                database,
                CREDENTIAL_DELIVERY,
                CREDENTIAL_DELIVERY.ID,
                CREDENTIAL_DELIVERY.FAMILY_ID,
                CREDENTIAL_DELIVERY.CHANNEL,
                CREDENTIAL_DELIVERY.ACT_ID)) {
            for (CredentialFamily family : families) {
                batch.add(id++, family.id(), channel.code(), actId);
            }
        }
        journal.changed(families.stream()
                .map(family -> FieldChange.hidden("credential", family.code(), "password"))
                .toList());
    }
}
