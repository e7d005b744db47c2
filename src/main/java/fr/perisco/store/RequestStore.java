package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.CHILD_FAMILY;
import static fr.perisco.store.generated.Tables.DAY_REQUEST;
import static fr.perisco.store.generated.Tables.DOCUMENT_REQUEST;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.WEEK_REQUEST;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reservation.PortalRequest;
import fr.perisco.domain.reservation.PortalWeek;
import fr.perisco.domain.reservation.RequestOutcome;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What families ask for through the portal, until it is decided and after. */
public final class RequestStore {
    /** The state of what nobody has decided; inlined, so that the partial indexes serve. */
    private static final Field<String> UNDECIDED = DSL.inline("requested");

    private final Database database;

    public RequestStore(Database database) {
        this.database = database;
    }

    /** A stored request for a day or a document, and the act that brought it. */
    public record StoredRequest(long id, long actId, PortalRequest request) {}

    /** A stored request for a typical week, and the act that brought it. */
    public record StoredWeek(long id, long actId, PortalWeek week) {}

    /** The days that nobody has decided of all that was submitted until a moment, in the order of arrival. */
    public List<StoredRequest> undecidedDays(LocalDateTime until) {
        return RequestRows.days(
                database,
                DAY_REQUEST
                        .STATE
                        .eq(UNDECIDED)
                        .and(DAY_REQUEST.LOGIN.isNotNull())
                        .and(DAY_REQUEST.SUBMITTED_AT.le(Moments.written(until))));
    }

    /** The days that nobody has decided and that a family of the child asked for, in the order of arrival. */
    public List<PortalRequest> undecidedDays() {
        return RequestRows.days(
                        database,
                        DAY_REQUEST
                                .STATE
                                .eq(UNDECIDED)
                                .and(DAY_REQUEST.LOGIN.isNotNull())
                                .and(askedByItsFamily()))
                .stream()
                .map(StoredRequest::request)
                .toList();
    }

    /** Whoever else writes a child's code has nothing to do with its days. */
    private static Condition askedByItsFamily() {
        return DSL.exists(DSL.selectOne()
                .from(CHILD)
                .join(CHILD_FAMILY)
                .on(CHILD_FAMILY.CHILD_ID.eq(CHILD.ID))
                .join(FAMILY)
                .on(FAMILY.ID.eq(CHILD_FAMILY.FAMILY_ID))
                .where(CHILD.CODE
                        .eq(DAY_REQUEST.CHILD)
                        .and(DSL.lower(FAMILY.LOGIN).eq(DAY_REQUEST.LOGIN))
                        .and(MembershipStore.isOn(FAMILY.ID, CHILD.ID, DAY_REQUEST.DAY_ON))));
    }

    /** How many requests for days and weeks nobody has decided. */
    public int countUndecided() {
        return database.dsl()
                        .fetchCount(DAY_REQUEST, DAY_REQUEST.STATE.eq(UNDECIDED).and(DAY_REQUEST.LOGIN.isNotNull()))
                + database.dsl().fetchCount(WEEK_REQUEST, WEEK_REQUEST.STATE.eq(UNDECIDED));
    }

    /** All typical weeks that nobody has decided, in the order of arrival. */
    public List<PortalWeek> undecidedWeeks() {
        return RequestRows.weeks(database, WEEK_REQUEST.STATE.eq(UNDECIDED)).stream()
                .map(StoredWeek::week)
                .toList();
    }

    /** The typical weeks that nobody has decided of all that was submitted until a moment, in the order of arrival. */
    public List<StoredWeek> undecidedWeeks(LocalDateTime until) {
        return RequestRows.weeks(
                database, WEEK_REQUEST.STATE.eq(UNDECIDED).and(WEEK_REQUEST.SUBMITTED_AT.le(Moments.written(until))));
    }

    /** How many requests for days and weeks were submitted later than a moment. */
    public int countLater(LocalDateTime than) {
        return database.dsl()
                        .fetchCount(
                                DAY_REQUEST,
                                DAY_REQUEST.STATE.eq(UNDECIDED).and(DAY_REQUEST.SUBMITTED_AT.gt(Moments.written(than))))
                + database.dsl()
                        .fetchCount(
                                WEEK_REQUEST,
                                WEEK_REQUEST
                                        .STATE
                                        .eq(UNDECIDED)
                                        .and(WEEK_REQUEST.SUBMITTED_AT.gt(Moments.written(than))));
    }

    /** How many documents were asked for and are not sent yet. */
    public int countDocuments() {
        return database.dsl().fetchCount(DOCUMENT_REQUEST, DOCUMENT_REQUEST.STATE.eq(UNDECIDED));
    }

    /** The documents that nobody has decided of all that was submitted until a moment, in the order of arrival. */
    public List<StoredRequest> undecidedDocuments(LocalDateTime until) {
        List<StoredRequest> documents = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                DOCUMENT_REQUEST.ID,
                                DOCUMENT_REQUEST.ACT_ID,
                                DOCUMENT_REQUEST.SUBMITTED_AT,
                                DOCUMENT_REQUEST.LOGIN,
                                DOCUMENT_REQUEST.CHILD,
                                DOCUMENT_REQUEST.ACTIVITY,
                                DOCUMENT_REQUEST.UNIT,
                                DOCUMENT_REQUEST.DAY_ON,
                                DOCUMENT_REQUEST.DOCUMENT)
                        .from(DOCUMENT_REQUEST)
                        .where(DOCUMENT_REQUEST
                                .STATE
                                .eq(UNDECIDED)
                                .and(DOCUMENT_REQUEST.SUBMITTED_AT.le(Moments.written(until))))
                        .orderBy(DOCUMENT_REQUEST.SUBMITTED_AT, DOCUMENT_REQUEST.ID),
                row -> documents.add(new StoredRequest(row.getLong(1), row.getLong(2), RequestRows.request(row, 3))));
        return documents;
    }

    /** Keeps what became of a document that was asked for. */
    public void decideDocument(StoredRequest stored, RequestOutcome outcome, Journal journal) {
        journal.changed("document-request", String.valueOf(stored.id()), "state", "requested", outcome.state());
        database.dsl()
                .update(DOCUMENT_REQUEST)
                .set(DOCUMENT_REQUEST.STATE, outcome.state())
                .set(DOCUMENT_REQUEST.VERDICT, outcome.verdict().code())
                .set(DOCUMENT_REQUEST.REASON, WrittenReason.of(outcome.reason()))
                .set(DOCUMENT_REQUEST.DECIDED_ACT_ID, journal.actId())
                .where(DOCUMENT_REQUEST.ID.eq(stored.id()))
                .execute();
    }

    /**
     * Keeps what became of a day that was asked for.
     *
     * @param place where the child waits; null where it does not
     */
    public void decide(
            StoredRequest stored, RequestOutcome outcome, DayRequestStore.@Nullable Waiter place, Journal journal) {
        journal.changed("request", String.valueOf(stored.id()), "state", "requested", outcome.state());
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(DAY_REQUEST.STATE, outcome.state());
        values.put(DAY_REQUEST.VERDICT, outcome.verdict().code());
        values.put(DAY_REQUEST.REASON, WrittenReason.of(outcome.reason()));
        values.put(DAY_REQUEST.DECIDED_ACT_ID, journal.actId());
        if (place != null) {
            values.put(DAY_REQUEST.REGISTRATION_ID, place.registrationId());
            values.put(DAY_REQUEST.UNIT_ID, place.unitId());
        }
        database.dsl()
                .update(DAY_REQUEST)
                .set(values)
                .where(DAY_REQUEST.ID.eq(stored.id()))
                .execute();
    }

    /** Keeps what became of a typical week that was asked for. */
    public void decide(StoredWeek stored, RequestOutcome outcome, Journal journal) {
        journal.changed("week-request", String.valueOf(stored.id()), "state", "requested", outcome.state());
        database.dsl()
                .update(WEEK_REQUEST)
                .set(WEEK_REQUEST.STATE, outcome.state())
                .set(WEEK_REQUEST.VERDICT, outcome.verdict().code())
                .set(WEEK_REQUEST.REASON, WrittenReason.of(outcome.reason()))
                .set(WEEK_REQUEST.DECIDED_ACT_ID, journal.actId())
                .where(WEEK_REQUEST.ID.eq(stored.id()))
                .execute();
    }

    /**
     * A day that was refused.
     *
     * @param reason why; null when nothing more is known
     */
    public record RefusedDay(
            PortalRequest request, @Nullable Reason reason) {}

    /**
     * The days that families asked to add for their children and that were refused, the latest refusal last.
     *
     * @param from first day; null for all, and so is the last one
     */
    public List<RefusedDay> refused(@Nullable LocalDate from, @Nullable LocalDate to) {
        List<RefusedDay> refused = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                DAY_REQUEST.SUBMITTED_AT,
                                DAY_REQUEST.LOGIN,
                                DAY_REQUEST.CHILD,
                                DAY_REQUEST.ACTIVITY,
                                DAY_REQUEST.UNIT,
                                DAY_REQUEST.DAY_ON,
                                DAY_REQUEST.ACTION,
                                DAY_REQUEST.REASON)
                        .from(DAY_REQUEST)
                        .where(DAY_REQUEST
                                .STATE
                                .eq(DSL.inline("refused"))
                                .and(DAY_REQUEST.ACTION.eq("add"))
                                .and(DAY_REQUEST.LOGIN.isNotNull())
                                .and(askedByItsFamily())
                                .and(from == null ? DSL.noCondition() : DAY_REQUEST.DAY_ON.ge(from))
                                .and(to == null ? DSL.noCondition() : DAY_REQUEST.DAY_ON.le(to)))
                        .orderBy(DAY_REQUEST.SUBMITTED_AT, DAY_REQUEST.ID),
                row -> refused.add(new RefusedDay(RequestRows.request(row, 1), WrittenReason.read(row.getString(8)))));
        return refused;
    }
}
