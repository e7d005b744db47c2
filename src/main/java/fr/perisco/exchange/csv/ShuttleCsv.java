package fr.perisco.exchange.csv;

import static fr.perisco.exchange.csv.Column.optional;
import static fr.perisco.exchange.csv.Column.required;

import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.calendar.WrittenTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The setup's file of shuttles: a row a stop, in the order in which they are reached. */
public final class ShuttleCsv {
    public static final List<Column> COLUMNS = List.of(
            required("route", "navette"),
            required("label", "libellé"),
            required("activity", "activité"),
            required("unit", "unité"),
            required("days", "jours"),
            required("seats", "places"),
            required("stop", "arrêt"),
            required("stop_label", "libellé arrêt"),
            required("time", "heure"),
            optional("from", "du"),
            optional("to", "au"));

    private static final Pattern SEATS = Pattern.compile("0*[1-9]\\d{0,3}");

    private ShuttleCsv() {}

    /**
     * A stop, and the route that each of its stops says again.
     *
     * @param from first day of the route; null for the activity's
     * @param to last day of the route; null for the activity's
     */
    public record StopRow(
            String route,
            String label,
            String activity,
            String unit,
            Weekdays days,
            int seats,
            String stop,
            String stopLabel,
            LocalTime time,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    public static Parsed<StopRow> read(byte[] bytes, String source) {
        return CsvFile.read(bytes, source, null, COLUMNS, row -> {
            LocalDate from = row.day("from");
            LocalDate to = row.day("to");
            if (from != null && to != null && to.isBefore(from)) {
                row.fault("to", "csv.order", from, to);
            }
            return new StopRow(
                    row.code("route"),
                    row.filled("label"),
                    row.filled("activity"),
                    row.filled("unit"),
                    row.parsed("days", Weekdays::parse, Weekdays.MONDAY_TO_FRIDAY, "csv.weekdays"),
                    seats(row),
                    row.code("stop"),
                    row.filled("stop_label"),
                    row.parsed("time", WrittenTime::parse, LocalTime.MIDNIGHT, "setup.shuttle-time"),
                    from,
                    to);
        });
    }

    private static int seats(CsvRow row) {
        if (row.filled("seats").isEmpty()) {
            return 1;
        }
        return row.parsed("seats", ShuttleCsv::seats, 1, "setup.shuttle-seats");
    }

    private static Optional<Integer> seats(String text) {
        return SEATS.matcher(text).matches() ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }
}
