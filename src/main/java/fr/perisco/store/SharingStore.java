package fr.perisco.store;

import static fr.perisco.store.generated.Tables.REGISTRATION;
import static fr.perisco.store.generated.Tables.REGISTRATION_SHARE;

import fr.perisco.domain.consumption.SecondShare;
import fr.perisco.domain.consumption.Sharing;
import fr.perisco.domain.money.Share;
import fr.perisco.domain.reservation.WeekParity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Registrations that two families pay. */
public final class SharingStore {
    private final Database database;

    public SharingStore(Database database) {
        this.database = database;
    }

    /** Every shared registration, by its key. */
    public Map<Long, Sharing> all() {
        return read(DSL.noCondition());
    }

    /** How a registration is shared; alone from the start when it never was. */
    public Sharing of(long registrationId, long familyId) {
        return read(REGISTRATION_SHARE.REGISTRATION_ID.eq(registrationId))
                .getOrDefault(registrationId, new Sharing(familyId, List.of()));
    }

    private Map<Long, Sharing> read(Condition condition) {
        Map<Long, Long> families = new HashMap<>();
        Map<Long, List<Sharing.Since>> records = new HashMap<>();
        Select<?> rows = database.dsl()
                .select(
                        REGISTRATION_SHARE.REGISTRATION_ID,
                        REGISTRATION.FAMILY_ID,
                        REGISTRATION_SHARE.FROM_ON,
                        REGISTRATION_SHARE.FAMILY_ID,
                        REGISTRATION_SHARE.WEEKS,
                        REGISTRATION_SHARE.SHARE)
                .from(REGISTRATION_SHARE)
                .join(REGISTRATION)
                .on(REGISTRATION.ID.eq(REGISTRATION_SHARE.REGISTRATION_ID))
                .where(condition)
                .orderBy(REGISTRATION_SHARE.REGISTRATION_ID, REGISTRATION_SHARE.FROM_ON);
        Rows.each(database, rows, row -> {
            families.put(row.getLong(1), row.getLong(2));
            records.computeIfAbsent(row.getLong(1), id -> new ArrayList<>(1))
                    .add(new Sharing.Since(
                            Rows.day(row, 3),
                            Rows.longOrNull(row, 4),
                            new SecondShare(
                                    WeekParity.parse(Rows.text(row, 5)).orElseThrow(), Share.last(row.getInt(6)))));
        });
        Map<Long, Sharing> sharings = new HashMap<>();
        records.forEach((id, since) -> sharings.put(id, new Sharing(Objects.requireNonNull(families.get(id)), since)));
        return sharings;
    }

    /** The registrations that a family ever pays for besides another one. */
    public Set<Long> sharedWith(long familyId) {
        return database.dsl()
                .selectDistinct(REGISTRATION_SHARE.REGISTRATION_ID)
                .from(REGISTRATION_SHARE)
                .where(REGISTRATION_SHARE.FAMILY_ID.eq(familyId))
                .fetchSet(REGISTRATION_SHARE.REGISTRATION_ID);
    }

    /** Keeps how a registration is shared from a day on, whatever was to hold later. */
    public void replaceFrom(long registrationId, Sharing.Since since, Journal journal) {
        database.dsl()
                .deleteFrom(REGISTRATION_SHARE)
                .where(REGISTRATION_SHARE.REGISTRATION_ID.eq(registrationId))
                .and(REGISTRATION_SHARE.FROM_ON.ge(since.from()))
                .execute();
        insert(registrationId, since, journal);
    }

    private void insert(long registrationId, Sharing.Since since, Journal journal) {
        database.dsl()
                .insertInto(
                        REGISTRATION_SHARE,
                        REGISTRATION_SHARE.REGISTRATION_ID,
                        REGISTRATION_SHARE.FROM_ON,
                        REGISTRATION_SHARE.FAMILY_ID,
                        REGISTRATION_SHARE.WEEKS,
                        REGISTRATION_SHARE.SHARE,
                        REGISTRATION_SHARE.ACT_ID)
                .values(
                        registrationId,
                        since.from(),
                        since.second(),
                        since.part().weeks().code(),
                        since.part().share().size(),
                        journal.actId())
                .execute();
    }

    /** Whether two families ever pay for the registration of the query. */
    static Condition isShared() {
        return REGISTRATION.ID.in(DSL.select(REGISTRATION_SHARE.REGISTRATION_ID).from(REGISTRATION_SHARE));
    }

    /** Whether one of these families ever pays for the registration of the query. */
    static Condition isPaidByOneOf(Select<Record1<Long>> familyIds) {
        return REGISTRATION
                .FAMILY_ID
                .in(familyIds)
                .or(REGISTRATION.ID.in(DSL.select(REGISTRATION_SHARE.REGISTRATION_ID)
                        .from(REGISTRATION_SHARE)
                        .where(REGISTRATION_SHARE.FAMILY_ID.in(familyIds))));
    }

    /** Whether a family ever pays for the registration of the query. */
    static Condition isPaidBy(Field<Long> familyId) {
        return familyId.in(DSL.select(REGISTRATION.FAMILY_ID)
                .unionAll(DSL.select(REGISTRATION_SHARE.FAMILY_ID)
                        .from(REGISTRATION_SHARE)
                        .where(REGISTRATION_SHARE.REGISTRATION_ID.eq(REGISTRATION.ID))));
    }
}
