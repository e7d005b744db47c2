package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.shuttle.Shuttle;
import fr.perisco.domain.shuttle.ShuttleStop;
import fr.perisco.exchange.csv.CsvWriter;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.ShuttleCsv.StopRow;
import fr.perisco.store.Journal;
import fr.perisco.store.SetupStore;
import fr.perisco.store.ShuttleStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The shuttles of a setup: kept as their file says, written as it says them, and told in a line each. */
final class ShuttleSetup {
    private final ShuttleStore store;
    private final List<Unit> units;

    ShuttleSetup(Office office) {
        this.store = new ShuttleStore(office.database());
        this.units = new SetupStore(office.database()).units();
    }

    /** A route that the file does not have is left alone; a stop that it does not have is served no more. */
    SetupReport.Counts save(Parsed<StopRow> file, Journal journal) {
        Map<String, Shuttle> known = new LinkedHashMap<>();
        store.shuttles(units).forEach(shuttle -> known.put(shuttle.code(), shuttle));
        Map<String, List<StopRow>> routes = new LinkedHashMap<>();
        file.goodRows()
                .forEach(row -> routes.computeIfAbsent(row.good().route(), key -> new ArrayList<>())
                        .add(row.good()));
        Tally tally = new Tally(SetupFolder.SHUTTLES, journal);
        routes.forEach((code, rows) -> {
            Shuttle before = known.remove(code);
            Shuttle after =
                    shuttle(before == null ? 0 : before.id(), rows, before == null ? List.of() : before.stops());
            String definition = before == null ? null : before.definition();
            if (tally.compare("shuttle", code, "definition", definition, after.definition())) {
                if (before == null) {
                    store.insert(after);
                } else {
                    store.update(after);
                }
            }
        });
        return tally.counts(known.size());
    }

    private Shuttle shuttle(long id, List<StopRow> rows, List<ShuttleStop> before) {
        StopRow route = rows.get(0);
        Map<String, ShuttleStop> stops = new LinkedHashMap<>();
        before.forEach(stop ->
                stops.put(stop.code(), new ShuttleStop(stop.id(), stop.code(), stop.label(), stop.time(), false)));
        for (StopRow row : rows) {
            ShuttleStop known = stops.get(row.stop());
            stops.put(
                    row.stop(),
                    new ShuttleStop(known == null ? 0 : known.id(), row.stop(), row.stopLabel(), row.time(), true));
        }
        return new Shuttle(
                id,
                route.route(),
                route.label(),
                Units.find(units, route.activity(), route.unit()),
                route.days(),
                route.seats(),
                route.from(),
                route.to(),
                List.copyOf(stops.values()));
    }

    void export(CsvWriter writer) {
        for (Shuttle shuttle : store.shuttles(units)) {
            shuttle.served()
                    .forEach(stop -> writer.row(Arrays.asList(
                            shuttle.code(),
                            shuttle.label(),
                            shuttle.unit().activity().code(),
                            shuttle.unit().code(),
                            shuttle.weekdays(),
                            shuttle.seats(),
                            stop.code(),
                            stop.label(),
                            stop.time(),
                            shuttle.from(),
                            shuttle.to())));
        }
    }

    List<SetupOverview.Line> lines() {
        return store.shuttles(units).stream()
                .map(shuttle -> new SetupOverview.Line(
                        "shuttle",
                        shuttle.code(),
                        "%s, %s %s, %s..%s, %s, %d, %s"
                                .formatted(
                                        shuttle.label(),
                                        shuttle.unit().activity().code(),
                                        shuttle.unit().code(),
                                        shuttle.firstDay(),
                                        shuttle.lastDay(),
                                        shuttle.weekdays(),
                                        shuttle.seats(),
                                        shuttle.served()
                                                .map(stop -> stop.time() + " " + stop.code())
                                                .collect(Collectors.joining(" ")))))
                .toList();
    }
}
