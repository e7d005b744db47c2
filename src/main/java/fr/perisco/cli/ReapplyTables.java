package fr.perisco.cli;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reservation.ReappliedDay;
import fr.perisco.domain.reservation.WeekEffect;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.WeekReapplication.Report;
import java.util.LinkedHashMap;
import java.util.Map;

/** How typical weeks that are applied again are told. */
final class ReapplyTables {
    private ReapplyTables() {}

    /** Each day with what becomes of it, then the totals. */
    static void print(Desk desk, Report report) {
        Table table =
                Table.of("child", "activity", "unit", "date", "change", "booked_by", "family", "child_name", "reason");
        report.days().forEach(day -> row(desk, table, day));
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
    }

    private static void row(Desk desk, Table table, ReappliedDay day) {
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
                reason == null ? "" : desk.words().say(reason));
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
