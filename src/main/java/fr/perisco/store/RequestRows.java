package fr.perisco.store;

import static fr.perisco.store.generated.Tables.DAY_REQUEST;
import static fr.perisco.store.generated.Tables.WEEK_REQUEST;

import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.reservation.PortalRequest;
import fr.perisco.domain.reservation.PortalWeek;
import fr.perisco.domain.reservation.RequestAction;
import fr.perisco.domain.reservation.WeekParity;
import fr.perisco.store.RequestStore.StoredRequest;
import fr.perisco.store.RequestStore.StoredWeek;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;

/** Families' requests as they are read from their tables. */
final class RequestRows {
    private RequestRows() {}

    static List<StoredRequest> days(Database database, Condition condition) {
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

    static PortalRequest request(ResultSet row, int first) throws SQLException {
        return new PortalRequest(
                LocalDateTime.parse(row.getString(first)),
                row.getString(first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getString(first + 4),
                Rows.dayOrNull(row, first + 5),
                RequestAction.parse(row.getString(first + 6)).orElseThrow());
    }

    static List<StoredWeek> weeks(Database database, Condition condition) {
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
}
