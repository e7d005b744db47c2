package fr.perisco.cli;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.report.Accounts;
import fr.perisco.domain.report.ActivityDays;
import fr.perisco.domain.report.DayOutcome;
import fr.perisco.domain.report.Figure;
import fr.perisco.domain.report.MethodPayments;
import fr.perisco.domain.report.MonthReport;
import fr.perisco.domain.report.TariffRevenue;
import fr.perisco.domain.tariff.TariffLabel;
import fr.perisco.exchange.table.Form;
import fr.perisco.exchange.table.Table;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A month's report as its sections on a terminal, as one list or as one document for scripts. */
final class MonthPage {
    private final Desk desk;
    private final MonthReport report;

    MonthPage(Desk desk, MonthReport report) {
        this.desk = desk;
        this.report = report;
    }

    /** Sections one under another, each with its total. */
    void draw() {
        section("days", activities());
        DayBars bars = new DayBars(desk, report);
        if (!bars.isEmpty()) {
            heading("bars");
            bars.draw();
        }
        section("documents", figures("document", "documents", report.documents()));
        section("parts", figures("part", "quantity", report.parts()));
        section("activities", revenueByActivity());
        section("tariffs", revenueByTariff());
        Accounts accounts = report.accounts();
        if (accounts != null) {
            section("balances", figures("age", "invoices", accounts.balances()));
            section("payments", payments(accounts));
        }
    }

    private void section(String name, Table table) {
        heading(name);
        desk.print(table);
    }

    private void heading(String name) {
        String title =
                desk.words().say("report.month.section." + name, report.scope().month(), report.asOf());
        desk.out().println((name.equals("days") ? "" : System.lineSeparator()) + title);
    }

    /** One document: what the month is about, and its sections as arrays. */
    Form form() {
        Form form = Form.of("month", report.scope().month().toString())
                .field("as_of", report.asOf())
                .field("activity", report.scope().activity())
                .field("school", report.scope().school())
                .field("open_days", report.whole().openDays())
                .field("children", report.whole().children())
                .field("families", report.whole().families())
                .list("activities", "activity", 1, activities())
                .list("days", "day", 2, days())
                .list("documents", "document", 1, figures("document", "documents", report.documents()))
                .list("parts", "part", 1, figures("part", "quantity", report.parts()))
                .list("revenue_by_activity", "revenue", 1, revenueByActivity())
                .list("revenue_by_tariff", "tariff", 3, revenueByTariff());
        Accounts accounts = report.accounts();
        return accounts == null
                ? form
                : form.list("balances", "age", 1, figures("age", "invoices", accounts.balances()))
                        .list("payments", "method", 1, payments(accounts));
    }

    /** A row a figure, without totals. */
    Table list() {
        Table table = Table.of("section", "key", "label", "count", "amount");
        table.row("month", "open-days", "", report.whole().openDays(), null);
        table.row("month", "children", "", report.whole().children(), null);
        table.row("month", "families", "", report.whole().families(), null);
        counts(table, "open-days", ActivityDays::openDays);
        counts(table, "children", ActivityDays::children);
        counts(table, "families", ActivityDays::families);
        for (DayOutcome outcome : DayOutcome.values()) {
            counts(table, outcome.code(), activity -> activity.counts().of(outcome));
        }
        for (int day : report.bookedDays()) {
            for (ActivityDays activity : report.bookedActivities()) {
                if (activity.counts().bookedOn(day) > 0) {
                    table.row(
                            "day",
                            report.scope().month().atDay(day) + " " + activity.code(),
                            activity.label(),
                            activity.counts().bookedOn(day),
                            null);
                }
            }
        }
        figures(table, "document", report.documents());
        figures(table, "part", report.parts());
        figures(table, "activity", report.activityRevenue());
        for (TariffRevenue row : report.tariffRevenue()) {
            table.row(
                    "tariff", unitOf(row), TariffLabel.of(row.tariff(), row.surcharge()), row.quantity(), row.amount());
        }
        Accounts accounts = report.accounts();
        if (accounts != null) {
            figures(table, "balance", accounts.balances());
            accounts.payments().forEach(of -> payments(table, of));
        }
        return table;
    }

    private void counts(Table table, String section, Count count) {
        report.activities()
                .forEach(activity -> table.row(section, activity.code(), activity.label(), count.of(activity), null));
    }

    @FunctionalInterface
    private interface Count {
        @Nullable
        Integer of(ActivityDays activity);
    }

    private static void figures(Table table, String section, List<Figure> figures) {
        figures.forEach(figure -> table.row(section, figure.key(), figure.label(), figure.count(), figure.amount()));
    }

    private static void payments(Table table, MethodPayments of) {
        String method = of.method().code();
        table.row("payment", method, "", of.payments(), of.received());
        if (of.refunds() > 0) {
            table.row("refund", method, "", of.refunds(), of.refunded().negated());
        }
        if (of.bounces() > 0) {
            table.row("bounce", method, "", of.bounces(), of.bounced().negated());
        }
    }

    private Table activities() {
        Table table = Table.of(
                "activity",
                "open_days",
                "children",
                "families",
                "booked",
                "cancelled",
                "cancelled_late",
                "unbooked",
                "excused",
                "label");
        report.activities().forEach(activity -> table.row(activityCells(activity, activity.code(), activity.label())));
        return table.totals(activityCells(report.whole(), "", ""));
    }

    private static @Nullable Object[] activityCells(ActivityDays of, String code, String label) {
        return new @Nullable Object[] {
            code,
            of.openDays(),
            of.children(),
            of.families(),
            of.counts().of(DayOutcome.BOOKED),
            of.counts().of(DayOutcome.CANCELLED),
            of.counts().of(DayOutcome.CANCELLED_LATE),
            of.counts().of(DayOutcome.UNBOOKED),
            of.counts().of(DayOutcome.EXCUSED),
            label
        };
    }

    private Table days() {
        Table table = Table.of("date", "activity", "booked");
        for (int day : report.bookedDays()) {
            for (ActivityDays activity : report.bookedActivities()) {
                int booked = activity.counts().bookedOn(day);
                if (booked > 0) {
                    table.row(report.scope().month().atDay(day), activity.code(), booked);
                }
            }
        }
        return table;
    }

    private static Table figures(String key, String count, List<Figure> figures) {
        Table table = Table.of(key, count, "amount");
        figures.forEach(figure -> table.row(figure.key(), figure.count(), figure.amount()));
        return table.totals("", Figure.count(figures), Figure.amount(figures));
    }

    private Table revenueByActivity() {
        Table table = Table.of("activity", "quantity", "amount", "label");
        report.activityRevenue()
                .forEach(figure -> table.row(figure.key(), figure.count(), figure.amount(), figure.label()));
        return table.totals("", Figure.count(report.activityRevenue()), Figure.amount(report.activityRevenue()), "");
    }

    private Table revenueByTariff() {
        Table table = Table.of("activity", "unit", "tariff", "quantity", "amount");
        report.tariffRevenue()
                .forEach(row -> table.row(
                        row.unit().activity().code(),
                        row.unit().code(),
                        TariffLabel.of(row.tariff(), row.surcharge()),
                        row.quantity(),
                        row.amount()));
        return table.totals(
                "",
                "",
                "",
                report.tariffRevenue().stream()
                        .mapToInt(TariffRevenue::quantity)
                        .sum(),
                report.tariffRevenue().stream().map(TariffRevenue::amount).reduce(Money.ZERO, Money::plus));
    }

    private static String unitOf(TariffRevenue row) {
        return row.unit().activity().code() + " " + row.unit().code();
    }

    private static Table payments(Accounts accounts) {
        Table table = Table.of("method", "payments", "received", "refunds", "refunded", "bounces", "bounced", "total");
        accounts.payments()
                .forEach(of -> table.row(
                        of.method().code(),
                        of.payments(),
                        of.received(),
                        of.refunds(),
                        of.refunded().negated(),
                        of.bounces(),
                        of.bounced().negated(),
                        of.total()));
        return table.totals(
                "",
                sum(accounts, MethodPayments::payments),
                accounts.sum(MethodPayments::received),
                sum(accounts, MethodPayments::refunds),
                accounts.sum(MethodPayments::refunded).negated(),
                sum(accounts, MethodPayments::bounces),
                accounts.sum(MethodPayments::bounced).negated(),
                accounts.sum(MethodPayments::total));
    }

    private static int sum(Accounts accounts, ToIntFunction<MethodPayments> count) {
        return accounts.payments().stream().mapToInt(count).sum();
    }
}
