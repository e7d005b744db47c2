package fr.perisco.store;

import static fr.perisco.store.generated.Tables.DAY_REQUEST;
import static fr.perisco.store.generated.Tables.DOCUMENT_REQUEST;
import static fr.perisco.store.generated.Tables.WEEK_REQUEST;

import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reservation.PortalRequest;
import fr.perisco.domain.reservation.PortalWeek;
import fr.perisco.domain.reservation.RequestAction;
import fr.perisco.domain.reservation.RequestOutcome;
import fr.perisco.domain.reservation.WeekParity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What families ask for through the portal, from its arrival until it is decided. */
public final class RequestStore {
    /** The state of what nobody has decided; inlined, so that the partial indexes serve. */
    private static final Field<String> UNDECIDED = DSL.inline("requested");

    private final Database database;

    public RequestStore(Database database) {
        this.database = database;
    }

    /**
     * A day that was asked for, and where it is shown while nobody has decided.
     *
     * @param registrationId null where its codes lead to none, and so is the unit
     */
    public record Filed(
            PortalRequest request,
            @Nullable Long registrationId,
            @Nullable Long unitId) {}

    /** A stored request for a day or a document, and the act that brought it. */
    public record StoredRequest(long id, long actId, PortalRequest request) {}

    /** A stored request for a typical week, and the act that brought it. */
    public record StoredWeek(long id, long actId, PortalWeek week) {}

    /** All that was asked for between two moments, both included, decided or not. */
    public Set<PortalRequest> known(LocalDateTime first, LocalDateTime last) {
        Set<PortalRequest> known = new HashSet<>();
        days(DAY_REQUEST
                        .SUBMITTED_AT
                        .between(Moments.written(first), Moments.written(last))
                        .and(DAY_REQUEST.LOGIN.isNotNull())
                        .and(DAY_REQUEST.IS_BY_RULE.isFalse()))
                .forEach(stored -> known.add(stored.request()));
        Rows.each(
                database,
                database.dsl()
                        .select(
                                DOCUMENT_REQUEST.SUBMITTED_AT,
                                DOCUMENT_REQUEST.LOGIN,
                                DOCUMENT_REQUEST.CHILD,
                                DOCUMENT_REQUEST.ACTIVITY,
                                DOCUMENT_REQUEST.UNIT,
                                DOCUMENT_REQUEST.DAY_ON,
                                DOCUMENT_REQUEST.DOCUMENT)
                        .from(DOCUMENT_REQUEST)
                        .where(DOCUMENT_REQUEST.SUBMITTED_AT.between(Moments.written(first), Moments.written(last))),
                row -> known.add(request(row, 1)));
        return known;
    }

    /** All typical weeks that were asked for between two moments, both included, decided or not. */
    public Set<PortalWeek> knownWeeks(LocalDateTime first, LocalDateTime last) {
        Set<PortalWeek> known = new HashSet<>();
        weeks(WEEK_REQUEST.SUBMITTED_AT.between(Moments.written(first), Moments.written(last)))
                .forEach(stored -> known.add(stored.week()));
        return known;
    }

    /** The days that nobody has decided of all that was submitted until a moment, in the order of arrival. */
    public List<StoredRequest> undecidedDays(LocalDateTime until) {
        return days(DAY_REQUEST
                .STATE
                .eq(UNDECIDED)
                .and(DAY_REQUEST.LOGIN.isNotNull())
                .and(DAY_REQUEST.SUBMITTED_AT.le(Moments.written(until))));
    }

    /** All days that nobody has decided, in the order of arrival. */
    public List<PortalRequest> undecidedDays() {
        return days(DAY_REQUEST.STATE.eq(UNDECIDED).and(DAY_REQUEST.LOGIN.isNotNull())).stream()
                .map(StoredRequest::request)
                .toList();
    }

    /** All typical weeks that nobody has decided, in the order of arrival. */
    public List<PortalWeek> undecidedWeeks() {
        return weeks(WEEK_REQUEST.STATE.eq(UNDECIDED)).stream()
                .map(StoredWeek::week)
                .toList();
    }

    /** The typical weeks that nobody has decided of all that was submitted until a moment, in the order of arrival. */
    public List<StoredWeek> undecidedWeeks(LocalDateTime until) {
        return weeks(WEEK_REQUEST.STATE.eq(UNDECIDED).and(WEEK_REQUEST.SUBMITTED_AT.le(Moments.written(until))));
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

    private List<StoredRequest> days(Condition condition) {
        List<StoredRequest> requests = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                DAY_REQUEST.ID,
                                DAY_REQUEST.ACT_ID,
                                DAY_REQUEST.SUBMITTED_AT,
                                DAY_REQUEST.LOGIN,
                                DAY_REQUEST.CHILD,
                                DAY_REQUEST.ACTIVITY,
                                DAY_REQUEST.UNIT,
                                DAY_REQUEST.DAY_ON,
                                DAY_REQUEST.ACTION)
                        .from(DAY_REQUEST)
                        .where(condition)
                        .orderBy(DAY_REQUEST.SUBMITTED_AT, DAY_REQUEST.ID),
                row -> requests.add(new StoredRequest(row.getLong(1), row.getLong(2), request(row, 3))));
        return requests;
    }

    private static PortalRequest request(ResultSet row, int first) throws SQLException {
        return new PortalRequest(
                LocalDateTime.parse(row.getString(first)),
                row.getString(first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getString(first + 4),
                Rows.dayOrNull(row, first + 5),
                RequestAction.parse(row.getString(first + 6)).orElseThrow());
    }

    private List<StoredWeek> weeks(Condition condition) {
        List<StoredWeek> weeks = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                WEEK_REQUEST.ID,
                                WEEK_REQUEST.ACT_ID,
                                WEEK_REQUEST.SUBMITTED_AT,
                                WEEK_REQUEST.LOGIN,
                                WEEK_REQUEST.CHILD,
                                WEEK_REQUEST.ACTIVITY,
                                WEEK_REQUEST.UNIT,
                                WEEK_REQUEST.WEEKDAYS,
                                WEEK_REQUEST.FROM_ON,
                                WEEK_REQUEST.TO_ON,
                                WEEK_REQUEST.WEEKS)
                        .from(WEEK_REQUEST)
                        .where(condition)
                        .orderBy(WEEK_REQUEST.SUBMITTED_AT, WEEK_REQUEST.ID),
                row -> weeks.add(new StoredWeek(
                        row.getLong(1),
                        row.getLong(2),
                        new PortalWeek(
                                LocalDateTime.parse(row.getString(3)),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                new Weekdays(row.getInt(8)),
                                Rows.day(row, 9),
                                Rows.day(row, 10),
                                WeekParity.parse(row.getString(11)).orElseThrow()))));
        return weeks;
    }

    /** Keeps days that were asked for, in the order in which they arrived. */
    public void insertDays(List<Filed> filed, Journal journal) {
        if (filed.isEmpty()) {
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
                DAY_REQUEST.CHILD,
                DAY_REQUEST.ACTIVITY,
                DAY_REQUEST.UNIT,
                DAY_REQUEST.IS_BY_RULE,
                DAY_REQUEST.STATE,
                DAY_REQUEST.ACT_ID)) {
            for (Filed day : filed) {
                PortalRequest request = day.request();
                batch.add(
                        id++,
                        day.registrationId(),
                        day.unitId(),
                        Objects.requireNonNull(request.day()),
                        request.action().code(),
                        Moments.written(request.submittedAt()),
                        request.login(),
                        request.child(),
                        request.activity(),
                        request.unit(),
                        false,
                        "requested",
                        actId);
            }
        }
    }

    /** Keeps documents that were asked for, in the order in which they arrived. */
    public void insertDocuments(List<PortalRequest> requests, Journal journal) {
        if (requests.isEmpty()) {
            return;
        }
        long actId = journal.actId();
        long id = database.nextId(DOCUMENT_REQUEST.ID);
        try (Batch batch = Batch.insert(
                database,
                DOCUMENT_REQUEST,
                DOCUMENT_REQUEST.ID,
                DOCUMENT_REQUEST.SUBMITTED_AT,
                DOCUMENT_REQUEST.LOGIN,
                DOCUMENT_REQUEST.DOCUMENT,
                DOCUMENT_REQUEST.CHILD,
                DOCUMENT_REQUEST.ACTIVITY,
                DOCUMENT_REQUEST.UNIT,
                DOCUMENT_REQUEST.DAY_ON,
                DOCUMENT_REQUEST.STATE,
                DOCUMENT_REQUEST.ACT_ID)) {
            for (PortalRequest request : requests) {
                batch.add(
                        id++,
                        Moments.written(request.submittedAt()),
                        request.login(),
                        request.action().code(),
                        request.child(),
                        request.activity(),
                        request.unit(),
                        request.day(),
                        "requested",
                        actId);
            }
        }
    }

    /** Keeps typical weeks that were asked for, in the order in which they arrived. */
    public void insertWeeks(List<PortalWeek> weeks, Journal journal) {
        if (weeks.isEmpty()) {
            return;
        }
        long actId = journal.actId();
        long id = database.nextId(WEEK_REQUEST.ID);
        try (Batch batch = Batch.insert(
                database,
                WEEK_REQUEST,
                WEEK_REQUEST.ID,
                WEEK_REQUEST.SUBMITTED_AT,
                WEEK_REQUEST.LOGIN,
                WEEK_REQUEST.CHILD,
                WEEK_REQUEST.ACTIVITY,
                WEEK_REQUEST.UNIT,
                WEEK_REQUEST.FROM_ON,
                WEEK_REQUEST.TO_ON,
                WEEK_REQUEST.WEEKDAYS,
                WEEK_REQUEST.WEEKS,
                WEEK_REQUEST.STATE,
                WEEK_REQUEST.ACT_ID)) {
            for (PortalWeek week : weeks) {
                batch.add(
                        id++,
                        Moments.written(week.submittedAt()),
                        week.login(),
                        week.child(),
                        week.activity(),
                        week.unit(),
                        week.from(),
                        week.to(),
                        week.weekdays().bits(),
                        week.weeks().code(),
                        "requested",
                        actId);
            }
        }
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
     * The days that families asked to add and that were refused, the latest refusal last.
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
                                .and(from == null ? DSL.noCondition() : DAY_REQUEST.DAY_ON.ge(from))
                                .and(to == null ? DSL.noCondition() : DAY_REQUEST.DAY_ON.le(to)))
                        .orderBy(DAY_REQUEST.SUBMITTED_AT, DAY_REQUEST.ID),
                row -> refused.add(new RefusedDay(request(row, 1), WrittenReason.read(row.getString(8)))));
        return refused;
    }
}
