package fr.perisco.workflow;

import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.shuttle.Shuttle;
import fr.perisco.domain.shuttle.ShuttlePlace;
import fr.perisco.domain.shuttle.ShuttleStop;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.ShuttleCsv.StopRow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Judges the shuttles of a setup: each route for itself, and against the places that children have. */
final class ShuttleFileCheck {
    /** What each row of a route says again, by its column. */
    private static final Map<String, Function<StopRow, Object>> OF_ROUTE = new LinkedHashMap<>();

    static {
        OF_ROUTE.put("label", StopRow::label);
        OF_ROUTE.put("activity", StopRow::activity);
        OF_ROUTE.put("unit", StopRow::unit);
        OF_ROUTE.put("days", StopRow::days);
        OF_ROUTE.put("seats", StopRow::seats);
        OF_ROUTE.put("from", row -> String.valueOf(row.from()));
        OF_ROUTE.put("to", row -> String.valueOf(row.to()));
    }

    private final ShuttleDesk desk;
    private final LocalDate today;
    private final Parsed<StopRow> file;
    private final Map<String, Map<String, Parsed.Row<StopRow>>> routes = new LinkedHashMap<>();

    ShuttleFileCheck(Office office, Parsed<StopRow> file) {
        this.desk = new ShuttleDesk(office);
        this.today = office.today();
        this.file = file;
    }

    /** The activities and units that rows name are judged elsewhere; here, all the rest. */
    void judge() {
        Map<String, Parsed.Row<StopRow>> last = new HashMap<>();
        for (var row : file.legibleRows()) {
            if (file.isFaulty(row, "route")) {
                continue;
            }
            var stops = routes.computeIfAbsent(row.legible().route(), key -> new LinkedHashMap<>());
            if (!stops.isEmpty()) {
                judgeSameRoute(row, stops.values().iterator().next());
            }
            judgeTime(row, last.put(row.legible().route(), row));
            if (!file.isFaulty(row, "stop")) {
                var before = stops.putIfAbsent(row.legible().stop(), row);
                if (before != null) {
                    file.fault(row, "stop", "csv.twice", row.legible().stop(), before.line());
                }
            }
        }
        for (Shuttle shuttle : desk.shuttles()) {
            var stops = routes.get(shuttle.code());
            if (stops != null && !stops.isEmpty() && stops.values().stream().noneMatch(file::isRejected)) {
                judgePlaces(shuttle, stops);
            }
        }
    }

    private void judgeSameRoute(Parsed.Row<StopRow> row, Parsed.Row<StopRow> first) {
        OF_ROUTE.forEach((column, value) -> {
            if (!file.isFaulty(row, column)
                    && !file.isFaulty(first, column)
                    && !value.apply(row.legible()).equals(value.apply(first.legible()))) {
                file.fault(row, column, "setup.shuttle-differs", row.legible().route(), first.line());
            }
        });
    }

    private void judgeTime(Parsed.Row<StopRow> row, Parsed.@Nullable Row<StopRow> before) {
        if (before != null
                && !file.isFaulty(row, "time")
                && !file.isFaulty(before, "time")
                && !row.legible().time().isAfter(before.legible().time())) {
            file.fault(
                    row,
                    "time",
                    "setup.shuttle-times",
                    row.legible().time().toString(),
                    before.legible().time().toString(),
                    before.line());
        }
    }

    /** What children still ride by cannot go: they would stand at the stop. */
    private void judgePlaces(Shuttle shuttle, Map<String, Parsed.Row<StopRow>> stops) {
        Parsed.Row<StopRow> first = stops.values().iterator().next();
        StopRow route = first.good();
        List<ShuttlePlace> coming = desk.taken(shuttle).stream()
                .filter(place -> !place.to().isBefore(today))
                .toList();
        for (ShuttleStop stop : shuttle.stops()) {
            long children = children(
                    coming.stream().filter(place -> place.stopId() == stop.id()).toList());
            if (children > 0 && !stops.containsKey(stop.code())) {
                file.fault(first, "stop", "setup.shuttle-stop-in-use", shuttle.code(), stop.code(), children);
            }
        }
        Weekdays gone = shuttle.weekdays().minus(route.days());
        long onThem = children(coming.stream()
                .filter(place -> !place.weekdays().intersect(gone).isEmpty())
                .toList());
        if (onThem > 0) {
            file.fault(first, "days", "setup.shuttle-days-in-use", shuttle.code(), gone, onThem);
        }
        boolean otherUnit = !route.activity().equals(shuttle.unit().activity().code())
                || !route.unit().equals(shuttle.unit().code());
        if (otherUnit && !coming.isEmpty()) {
            file.fault(
                    first,
                    "unit",
                    "setup.shuttle-unit-in-use",
                    shuttle.code(),
                    shuttle.unit().code(),
                    children(coming));
        }
    }

    private static long children(List<ShuttlePlace> places) {
        return places.stream().mapToLong(ShuttlePlace::childId).distinct().count();
    }
}
