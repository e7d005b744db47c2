package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACT;
import static fr.perisco.store.generated.Tables.DAY_REQUEST;
import static fr.perisco.store.generated.Tables.REGISTRATION;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.family.Child;
import fr.perisco.domain.reservation.AskedDay;
import fr.perisco.domain.reservation.DayRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Days that were asked for and wait, for a decision or for a place. */
public final class DayRequestStore {
    /** The states of an open request; inlined, so that the partial indexes serve. */
    private static final Condition OPEN = DAY_REQUEST.STATE.in(DSL.inline("requested"), DSL.inline("waiting"));

    private static final Condition WAITING = DAY_REQUEST.STATE.eq(DSL.inline("waiting"));

    private final Database database;

    public DayRequestStore(Database database) {
        this.database = database;
    }

    /** The open requests of these registrations. */
    public List<DayRequest> openOf(Collection<Long> registrationIds) {
        return fetch(OPEN.and(DAY_REQUEST.REGISTRATION_ID.in(registrationIds)));
    }

    /** All open requests. */
    public List<DayRequest> open() {
        return fetch(OPEN);
    }

    /** Who waits for a place on a day, the first in line first: by moment of the request, then arrival. */
    public List<DayRequest> waiting(long unitId, LocalDate day) {
        return fetch(WAITING.and(DAY_REQUEST.UNIT_ID.eq(unitId)).and(DAY_REQUEST.DAY_ON.eq(day)));
    }

    /** Everybody who waits for a place, the first in line first. */
    public List<DayRequest> waiting() {
        return fetch(WAITING);
    }

    private List<DayRequest> fetch(Condition condition) {
        List<DayRequest> requests = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                DAY_REQUEST.ID,
                                DAY_REQUEST.REGISTRATION_ID,
                                DAY_REQUEST.UNIT_ID,
                                DAY_REQUEST.DAY_ON,
                                DAY_REQUEST.ACTION,
                                DAY_REQUEST.SUBMITTED_AT,
                                DAY_REQUEST.LOGIN,
                                DAY_REQUEST.STATE,
                                DAY_REQUEST.IS_BY_RULE)
                        .from(DAY_REQUEST)
                        .where(DAY_REQUEST
                                .REGISTRATION_ID
                                .isNotNull()
                                .and(DAY_REQUEST.UNIT_ID.isNotNull())
                                .and(condition))
                        .orderBy(DAY_REQUEST.SUBMITTED_AT, DAY_REQUEST.ID),
                row -> requests.add(new DayRequest(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        Rows.day(row, 4),
                        row.getString(5).equals("cancel"),
                        LocalDateTime.parse(row.getString(6)),
                        row.getString(7),
                        row.getString(8).equals("waiting"),
                        row.getBoolean(9))));
        return requests;
    }

    /** All that was ever asked for a child, unit and day, in the order of the requests. */
    public List<AskedDay> asked(Child child, Unit unit, LocalDate day) {
        List<AskedDay> asked = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                DAY_REQUEST.SUBMITTED_AT,
                                DSL.coalesce(DAY_REQUEST.LOGIN, ACT.ACTOR),
                                ACT.KIND,
                                DAY_REQUEST.ACTION,
                                DAY_REQUEST.STATE,
                                DAY_REQUEST.REASON)
                        .from(DAY_REQUEST)
                        .join(ACT)
                        .on(ACT.ID.eq(DAY_REQUEST.ACT_ID))
                        .leftJoin(REGISTRATION)
                        .on(REGISTRATION.ID.eq(DAY_REQUEST.REGISTRATION_ID))
                        .where(DAY_REQUEST.DAY_ON.eq(day))
                        .and(REGISTRATION
                                .CHILD_ID
                                .eq(child.id())
                                .and(DAY_REQUEST.UNIT_ID.eq(unit.id()))
                                .or(DAY_REQUEST
                                        .CHILD
                                        .eq(child.code())
                                        .and(DAY_REQUEST.ACTIVITY.eq(
                                                unit.activity().code()))
                                        .and(DAY_REQUEST.UNIT.eq(unit.code()))))
                        .orderBy(DAY_REQUEST.SUBMITTED_AT, DAY_REQUEST.ID),
                row -> asked.add(new AskedDay(
                        LocalDateTime.parse(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4).equals("cancel"),
                        row.getString(5),
                        WrittenReason.read(row.getString(6)))));
        return asked;
    }

    /** A child that joins the waiting list. */
    public record Waiter(long registrationId, long unitId, LocalDate day) {}

    /**
     * What lets children wait.
     *
     * @param submittedAt when it was asked for, which decides on the rank, Europe/Paris wall time
     * @param login of the family that asked; null for the office's own
     * @param byRule whether a typical week asks
     * @param mayWait whether a full day is waited for
     */
    public record Wish(LocalDateTime submittedAt, @Nullable String login, boolean byRule, boolean mayWait) {}

    /** Puts children on the waiting list, in the order in which they are given. */
    public void join(List<Waiter> waiters, Wish wish, Journal journal) {
        if (waiters.isEmpty()) {
            return;
        }
        long actId = journal.actId();
        long id = database.nextId(DAY_REQUEST.ID);
        try (Batch batch = Batch.insert(
                database,
                DAY_REQUEST,
                DAY_REQUEST.ID,
                DAY_REQUEST.REGISTRATION_ID,
                DAY_REQUEST.UNIT_ID,
                DAY_REQUEST.DAY_ON,
                DAY_REQUEST.ACTION,
                DAY_REQUEST.SUBMITTED_AT,
                DAY_REQUEST.LOGIN,
                DAY_REQUEST.IS_BY_RULE,
                DAY_REQUEST.STATE,
                DAY_REQUEST.ACT_ID)) {
            for (Waiter waiter : waiters) {
                batch.add(
                        id++,
                        waiter.registrationId(),
                        waiter.unitId(),
                        waiter.day(),
                        "add",
                        Moments.written(wish.submittedAt()),
                        wish.login(),
                        wish.byRule(),
                        "waiting",
                        actId);
            }
        }
    }

    /** The child got its place. */
    public void grant(DayRequest request, Journal journal) {
        decide(request, "granted", journal);
    }

    /** The child no longer wants the place, or may no longer have it. */
    public void withdraw(DayRequest request, Journal journal) {
        decide(request, "withdrawn", journal);
    }

    /** The day has come. */
    public void expire(DayRequest request, Journal journal) {
        decide(request, "expired", journal);
    }

    private void decide(DayRequest request, String state, Journal journal) {
        journal.changed(
                "request", String.valueOf(request.id()), "state", request.waiting() ? "waiting" : "requested", state);
        database.dsl()
                .update(DAY_REQUEST)
                .set(DAY_REQUEST.STATE, state)
                .set(DAY_REQUEST.DECIDED_ACT_ID, journal.actId())
                .where(DAY_REQUEST.ID.eq(request.id()))
                .execute();
    }
}
