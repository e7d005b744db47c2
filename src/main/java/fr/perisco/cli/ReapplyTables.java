package fr.perisco.cli;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reservation.ReappliedDay;
import fr.perisco.domain.reservation.WeekEffect;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.WeekReapplication.Report;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How typical weeks that are applied again are told. */
final class ReapplyTables {
    private ReapplyTables() {}

    /**
     * What becomes of the days, then the totals.
     *
     * @param eachDay whether a terminal shows a row a day, as scripts get it, rather than a row a child and unit
     */
    static void print(Desk desk, Report report, boolean eachDay) {
        boolean summary = desk.isTable() && !eachDay;
        Table table = summary ? children(report.days()) : days(desk, report.days());
        if (!desk.isTable() || !table.isEmpty()) {
            desk.print(totals(report), table);
        }
        if (report.changesNothing()) {
            desk.say("reapply.nothing");
        }
        if (!report.days().isEmpty()) {
            desk.say(
                    "reapply.recap",
                    report.count(WeekEffect.BOOKED),
                    report.count(WeekEffect.TAKEN_BACK),
                    report.count(WeekEffect.WAITING),
                    report.count(WeekEffect.WITHDRAWN),
                    report.count(WeekEffect.TOO_LATE),
                    report.children());
        }
        if (report.count(WeekEffect.DEBT) > 0) {
            desk.warn("reapply.debt", report.count(WeekEffect.DEBT));
        }
        if (report.count(WeekEffect.NOT_RESTORED) > 0) {
            desk.warn("reapply.not-restored.some", report.count(WeekEffect.NOT_RESTORED));
        }
    }

    private static Table days(Desk desk, List<ReappliedDay> days) {
        Table table =
                Table.of("child", "activity", "unit", "date", "change", "booked_by", "family", "child_name", "reason");
        Map<Reason, String> said = new HashMap<>();
        days.forEach(day -> {
            Reason reason = day.reason();
            table.row(
                    day.child(),
                    day.activity(),
                    day.unit(),
                    day.day(),
                    day.effect().code(),
                    day.byHand() ? "hand" : "rule",
                    day.family(),
                    day.childName(),
                    reason == null
                            ? ""
                            : said.computeIfAbsent(reason, its -> desk.words().say(its)));
        });
        return table;
    }

    private static Table children(List<ReappliedDay> days) {
        Table table = Table.of(
                "child",
                "activity",
                "unit",
                "booked",
                "taken_back",
                "by_hand",
                "waiting",
                "withdrawn",
                "too_late",
                "not_restored",
                "from",
                "to",
                "family",
                "child_name",
                "debt");
        days.stream()
                .collect(Collectors.groupingBy(
                        day -> List.of(day.child(), day.activity(), day.unit(), day.family()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .forEach(own -> child(table, own));
        return table;
    }

    private static void child(Table table, List<ReappliedDay> own) {
        ReappliedDay first = own.get(0);
        table.row(
                first.child(),
                first.activity(),
                first.unit(),
                count(own, WeekEffect.BOOKED),
                count(own, WeekEffect.TAKEN_BACK),
                own.stream().filter(ReappliedDay::byHand).count(),
                count(own, WeekEffect.WAITING),
                count(own, WeekEffect.WITHDRAWN),
                count(own, WeekEffect.TOO_LATE),
                count(own, WeekEffect.NOT_RESTORED),
                first.day(),
                own.get(own.size() - 1).day(),
                first.family(),
                first.childName(),
                count(own, WeekEffect.DEBT));
    }

    private static long count(List<ReappliedDay> own, WeekEffect effect) {
        return own.stream().filter(day -> day.effect() == effect).count();
    }

    private static Map<String, Object> totals(Report report) {
        Map<String, Object> totals = new LinkedHashMap<>();
        for (WeekEffect effect : WeekEffect.values()) {
            totals.put(effect.code().replace('-', '_'), report.count(effect));
        }
        totals.put("children", report.children());
        return totals;
    }
}
