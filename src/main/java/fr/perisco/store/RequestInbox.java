package fr.perisco.store;

import static fr.perisco.store.generated.Tables.DAY_REQUEST;
import static fr.perisco.store.generated.Tables.DOCUMENT_REQUEST;
import static fr.perisco.store.generated.Tables.WEEK_REQUEST;

import fr.perisco.domain.reservation.PortalRequest;
import fr.perisco.domain.reservation.PortalWeek;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where families' requests arrive: each is kept once. */
public final class RequestInbox {
    /**
     * A day that was asked for, and where it is shown while nobody has decided.
     *
     * @param registrationId null where its codes lead to none, and so is the unit
     */
    public record Filed(
            PortalRequest request,
            @Nullable Long registrationId,
            @Nullable Long unitId) {}

    private final Database database;

    public RequestInbox(Database database) {
        this.database = database;
    }

    /** All that was asked for between two moments, both included, decided or not. */
    public Set<PortalRequest> known(LocalDateTime first, LocalDateTime last) {
        Set<PortalRequest> known = new HashSet<>();
        RequestRows.days(
                        database,
                        DAY_REQUEST
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
                row -> known.add(RequestRows.request(row, 1)));
        return known;
    }

    /** All typical weeks that were asked for between two moments, both included, decided or not. */
    public Set<PortalWeek> knownWeeks(LocalDateTime first, LocalDateTime last) {
        Set<PortalWeek> known = new HashSet<>();
        RequestRows.weeks(database, WEEK_REQUEST.SUBMITTED_AT.between(Moments.written(first), Moments.written(last)))
                .forEach(stored -> known.add(stored.week()));
        return known;
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
}
