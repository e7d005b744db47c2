package fr.perisco.cli;

import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.registration.RegistrationState;
import fr.perisco.domain.reservation.EndRecap;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.RegistrationAnswer;
import fr.perisco.workflow.RegistrationEnd;
import fr.perisco.workflow.RegistrationEntry;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** How changes of registrations are told. */
final class RegistrationTables {
    private RegistrationTables() {}

    static void added(Desk desk, RegistrationEntry.Report report) {
        Registration registration = report.registration();
        desk.print(Table.of("child", "activity", "from", "to", "family", "state")
                .row(
                        report.child(),
                        report.activity(),
                        registration.from(),
                        registration.to(),
                        report.family(),
                        registration.state().code()));
        if (report.added()) {
            desk.say(
                    registration.state() == RegistrationState.PENDING
                            ? "registration.add.pending"
                            : "registration.add.next",
                    report.child(),
                    report.activity());
        } else {
            desk.say("registration.add.known");
        }
    }

    static void answered(Desk desk, String child, String activity, RegistrationAnswer.Report report) {
        Registration registration = report.after();
        String state = registration.state().code();
        desk.print(Table.of("child", "activity", "from", "to", "family", "state")
                .row(child, activity, registration.from(), registration.to(), report.family(), state));
        desk.say(report.changed() ? "registration." + state : "registration." + state + ".known", child, activity);
    }

    /** The new last day, what became of the days after it, and what is left to look at. */
    static void ended(Desk desk, RegistrationEnd.Order order, RegistrationEnd.Report report) {
        LocalDate before = report.before().to();
        boolean prolonged = order.lastDay().isAfter(before);
        desk.say(
                "registration.end." + outcome(report, order.lastDay()),
                order.child(),
                order.activity(),
                report.family(),
                order.lastDay(),
                before);
        if (!prolonged || !desk.isTable()) {
            desk.print(about(order, report), units(report));
        }
        EndRecap sum = sum(report);
        if (sum.billed() > 0) {
            desk.say("registration.end.stay-billed", sum.billed());
        }
        if (prolonged) {
            desk.say("registration.add.next", order.child(), order.activity());
        }
        report.others().forEach(from -> desk.warn("registration.end.other", order.child(), order.activity(), from));
    }

    private static String outcome(RegistrationEnd.Report report, LocalDate lastDay) {
        int later = lastDay.compareTo(report.before().to());
        if (!report.changed()) {
            return "nothing";
        }
        if (later == 0) {
            return "settled";
        }
        return later > 0 ? "prolonged" : "earlier";
    }

    /** What a file that ends registrations earlier took back, in one sentence. */
    static void recap(Desk desk, EndRecap recap) {
        if (!recap.equals(EndRecap.NOTHING)) {
            desk.inform("registration.end.recap", recap.takenBack(), recap.billed(), recap.withdrawn());
        }
    }

    private static Map<String, Object> about(RegistrationEnd.Order order, RegistrationEnd.Report report) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("child", order.child());
        about.put("activity", order.activity());
        about.put("family", report.family());
        about.put("from", report.before().from());
        about.put("to", order.lastDay());
        about.put("to_before", report.before().to());
        return about;
    }

    private static Table units(RegistrationEnd.Report report) {
        Table table = Table.of("unit", "taken_back", "stay_billed", "waived", "withdrawn", "label");
        report.units().forEach(ended -> {
            EndRecap recap = ended.recap();
            table.row(
                    ended.unit().code(),
                    recap.takenBack(),
                    recap.billed(),
                    recap.waived(),
                    recap.withdrawn(),
                    ended.unit().label());
        });
        EndRecap sum = sum(report);
        return table.totals("", sum.takenBack(), sum.billed(), sum.waived(), sum.withdrawn(), "");
    }

    private static EndRecap sum(RegistrationEnd.Report report) {
        return report.units().stream().map(RegistrationEnd.EndedUnit::recap).reduce(EndRecap.NOTHING, EndRecap::plus);
    }
}
