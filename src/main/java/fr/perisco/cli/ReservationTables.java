package fr.perisco.cli;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reservation.DayVerdict;
import fr.perisco.domain.reservation.WeekRecap;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.DayReport;
import fr.perisco.workflow.GroupCancellation;
import java.util.List;

/** How reservations are told. */
final class ReservationTables {
    private static final int DEBTORS_AT_MOST = 20;

    private ReservationTables() {}

    /** What typical weeks booked, in one sentence. */
    static void recap(Desk desk, WeekRecap recap) {
        desk.inform(
                "week.recap",
                recap.booked(),
                recap.alreadyBooked(),
                recap.closed(),
                recap.tooLate(),
                recap.waiting(),
                recap.keptCancelled());
        if (recap.takenBack() + recap.heldBack() > 0) {
            desk.inform("week.given-up", recap.takenBack(), recap.heldBack());
        }
    }

    /** Why families were not booked for that owe too much; the first of them, when they are many. */
    static void debts(Desk desk, WeekRecap recap, List<Reason> debts) {
        if (recap.debt() > 0) {
            debts.stream().limit(DEBTORS_AT_MOST).forEach(desk::warn);
            desk.inform("week.debt", recap.debt(), debts.size());
        }
    }

    /** Each day with its verdict and its deadline; the exit code says whether all was done. */
    static int verdicts(Desk desk, DayReport report) {
        Table table = Table.of("date", "verdict", "deadline", "reason");
        report.days()
                .forEach(day -> table.row(
                        day.day(),
                        verdict(report, day),
                        day.deadline() == null ? null : day.deadline().moment(),
                        day.reason() == null ? "" : desk.words().say(day.reason())));
        desk.print(table);
        return outcome(desk, report);
    }

    /** The same for the children of a school or class. */
    static int verdictsOfGroup(Desk desk, GroupCancellation.Report report) {
        Table table = Table.of("child", "activity", "unit", "date", "verdict", "deadline", "child_name", "reason");
        report.lines().forEach(line -> {
            DayVerdict day = line.verdict();
            table.row(
                    line.child(),
                    line.activity(),
                    line.unit(),
                    day.day(),
                    verdict(report.days(), day),
                    day.deadline() == null ? null : day.deadline().moment(),
                    line.childName(),
                    day.reason() == null ? "" : desk.words().say(day.reason()));
        });
        desk.print(table);
        if (report.days().done()) {
            desk.inform(
                    "cancel.group",
                    report.lines().stream()
                            .map(GroupCancellation.Line::child)
                            .distinct()
                            .count(),
                    report.lines().stream()
                            .filter(line -> !line.verdict().verdict().refuses())
                            .count());
        }
        return outcome(desk, report.days());
    }

    /** A day that would have been done is not: the others keep it back. */
    private static String verdict(DayReport report, DayVerdict day) {
        return report.done() || day.verdict().refuses() ? day.verdict().code() : "allowed";
    }

    private static int outcome(Desk desk, DayReport report) {
        WaitingTables.told(desk, report.offers());
        if (!report.done()) {
            boolean someAllowed =
                    report.days().stream().anyMatch(day -> !day.verdict().refuses());
            desk.complain(someAllowed ? "reservation.refused" : "reservation.refused.all");
            return ExitCode.REFUSED;
        }
        return report.isRefusedInPart() ? ExitCode.PARTIAL : ExitCode.OK;
    }
}
