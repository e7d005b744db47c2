package fr.perisco.cli;

import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.shuttle.Shuttle;
import fr.perisco.domain.shuttle.ShuttleRun;
import fr.perisco.exchange.table.Table;
import fr.perisco.exchange.table.TableWriter;
import fr.perisco.workflow.ListedPlace;
import fr.perisco.workflow.PassengerList;
import fr.perisco.workflow.ShuttleAssignment;
import fr.perisco.workflow.ShuttleList;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How shuttles, places in them and passengers are shown. */
final class ShuttleTables {
    private ShuttleTables() {}

    static void assigned(Desk desk, ShuttleAssignment.Report report) {
        desk.print(places(report.places()));
        desk.say(
                !report.changed()
                        ? "shuttle.assign.known"
                        : report.replaced() ? "shuttle.assign.moved" : "shuttle.assign.done");
        if (report.changed()) {
            report.full()
                    .forEach(full ->
                            desk.warn("shuttle.assign.over", full.details().toArray()));
        }
    }

    static void removed(Desk desk, ShuttleAssignment.Report report) {
        if (!report.places().isEmpty() || !desk.isTable()) {
            desk.print(places(report.places()));
        }
        desk.say(report.changed() ? "shuttle.remove.done" : "shuttle.remove.nothing");
    }

    static Table places(List<ListedPlace> places) {
        Table table = Table.of("child", "route", "stop", "time", "days", "from", "to", "child_name", "stop_label");
        places.forEach(row -> table.row(
                row.child(),
                row.shuttle().code(),
                row.stop().code(),
                row.stop().time().toString(),
                row.place().weekdays().toString(),
                row.place().from(),
                row.place().to(),
                row.childName(),
                row.stop().label()));
        return table;
    }

    /** A row a stop; under each weekday, the most children who get on or off there on one. */
    static Table stops(List<ShuttleList.Line> shuttles) {
        Table table = Table.of(
                "route",
                "stop",
                "time",
                "days",
                "seats",
                "mon",
                "tue",
                "wed",
                "thu",
                "fri",
                "sat",
                "sun",
                "activity",
                "unit",
                "from",
                "to",
                "label",
                "stop_label");
        for (ShuttleList.Line line : shuttles) {
            Shuttle shuttle = line.shuttle();
            line.stops().forEach(stop -> {
                List<@Nullable Object> row = new ArrayList<>(List.of(
                        shuttle.code(),
                        stop.stop().code(),
                        stop.stop().time().toString(),
                        shuttle.weekdays().toString(),
                        shuttle.seats()));
                row.addAll(stop.children());
                row.addAll(List.of(
                        shuttle.unit().activity().code(),
                        shuttle.unit().code(),
                        shuttle.firstDay(),
                        shuttle.lastDay(),
                        shuttle.label(),
                        stop.stop().label()));
                table.row(row.toArray());
            });
        }
        return table;
    }

    /** Each shuttle under its name, with the weekdays on which it runs. */
    static void draw(Desk desk, List<ShuttleList.Line> shuttles) {
        if (shuttles.isEmpty()) {
            desk.say("shuttle.list.none");
        }
        for (ShuttleList.Line line : shuttles) {
            Shuttle shuttle = line.shuttle();
            desk.out()
                    .println(desk.words()
                            .say(
                                    "shuttle.list.head",
                                    shuttle.code(),
                                    shuttle.label(),
                                    shuttle.unit().activity().code(),
                                    shuttle.unit().code(),
                                    shuttle.weekdays(),
                                    shuttle.seats(),
                                    shuttle.firstDay(),
                                    shuttle.lastDay()));
            TableWriter.terminal(grid(line, desk.words().say("shuttle.list.total")), desk.out());
        }
    }

    private static Table grid(ShuttleList.Line line, String total) {
        List<DayOfWeek> days = Stream.of(DayOfWeek.values())
                .filter(line.shuttle().weekdays()::contains)
                .toList();
        Table table = Table.of(columns(days));
        line.stops()
                .forEach(stop -> table.row(row(
                        stop.stop().time().toString(),
                        stop.stop().code(),
                        stop.children(),
                        days,
                        stop.stop().label())));
        return table.totals(row("", total, line.taken(), days, ""));
    }

    private static String[] columns(List<DayOfWeek> days) {
        return Stream.of(Stream.of("time", "stop"), days.stream().map(Weekdays::code), Stream.of("stop_label"))
                .flatMap(names -> names)
                .toArray(String[]::new);
    }

    private static Object[] row(String time, String stop, List<Integer> counts, List<DayOfWeek> days, String label) {
        List<Object> row = new ArrayList<>(Arrays.asList(time, stop));
        days.forEach(day -> row.add(counts.get(day.getValue() - 1)));
        row.add(label);
        return row.toArray();
    }

    /** For scripts all in one list; at the terminal each run under its name, with its totals. */
    static void passengers(Desk desk, List<PassengerList> lists) {
        if (!desk.isTable()) {
            Table table = Table.of(
                    "route",
                    "date",
                    "stop",
                    "time",
                    "child",
                    "child_name",
                    "school",
                    "class",
                    "phone",
                    "seat",
                    "stop_label");
            lists.forEach(list -> list.lines()
                    .forEach(line -> table.row(
                            list.run().shuttle().code(),
                            list.run().day(),
                            line.stop().code(),
                            line.stop().time().toString(),
                            line.child(),
                            line.childName(),
                            line.school(),
                            line.schoolClass(),
                            line.phone(),
                            seat(line),
                            line.stop().label())));
            desk.print(table);
            return;
        }
        lists.forEach(list -> draw(desk, list));
    }

    private static String seat(PassengerList.Line line) {
        return line.over() ? "over" : "seated";
    }

    private static void draw(Desk desk, PassengerList list) {
        ShuttleRun run = list.run();
        Shuttle shuttle = run.shuttle();
        desk.out().println(desk.words().say("shuttle.passengers.head", shuttle.code(), shuttle.label(), run.day()));
        Table table = Table.of("time", "stop", "child", "child_name", "school", "class", "phone", "seat");
        list.lines()
                .forEach(line -> table.row(
                        line.stop().time().toString(),
                        line.stop().code(),
                        line.child(),
                        line.childName(),
                        line.school(),
                        line.schoolClass(),
                        line.phone(),
                        seat(line)));
        if (!table.isEmpty()) {
            TableWriter.terminal(table, desk.out());
        }
        desk.out()
                .println(desk.words()
                        .say(
                                "shuttle.passengers.total",
                                run.passengers().size(),
                                shuttle.seats(),
                                run.freeSeats(),
                                run.over()));
    }
}
