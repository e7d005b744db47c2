package fr.perisco.cli;

import fr.perisco.domain.invoice.Anomaly;
import fr.perisco.domain.invoice.DraftInvoice;
import fr.perisco.domain.invoice.InvoiceLine;
import fr.perisco.domain.invoice.IssuedInvoice;
import fr.perisco.domain.invoice.ListedInvoice;
import fr.perisco.domain.money.Money;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.InvoiceCancellation;
import fr.perisco.workflow.MonthPlan;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables of invoices and of their lines, the same before and after issue. */
final class InvoiceTables {
    private static final String[] LIST = {
        "number", "family", "month", "issued_on", "due_on", "amount", "balance", "family_name", "kind", "treasury"
    };
    private static final String[] LINES = {
        "number",
        "child",
        "registration",
        "label",
        "month",
        "service",
        "quantity",
        "unit_price",
        "amount",
        "child_name",
        "family",
        "kind",
        "corrects"
    };

    private static final int WARNINGS_AT_MOST = 20;

    private InvoiceTables() {}

    /** Warns of what is not as it should be; the whole list is for {@code invoice check}. */
    static void warn(Desk desk, MonthPlan plan) {
        List<Anomaly> anomalies = plan.plan().anomalies();
        anomalies.stream().limit(WARNINGS_AT_MOST).forEach(anomaly -> tell(desk, anomaly));
        if (anomalies.size() > WARNINGS_AT_MOST) {
            desk.warn(
                    "invoice.more-anomalies",
                    anomalies.size() - WARNINGS_AT_MOST,
                    plan.plan().month().toString());
        }
    }

    private static void tell(Desk desk, Anomaly anomaly) {
        if (anomaly.blocks()) {
            desk.complain("invoice.blocks", desk.words().say(anomaly.reason()));
        } else {
            desk.warn(anomaly.reason());
        }
    }

    static Table list(List<ListedInvoice> invoices, Desk desk) {
        Table table = Table.of(LIST);
        invoices.forEach(invoice -> table.row(
                invoice.number(),
                invoice.familyCode(),
                invoice.month(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.amount(),
                invoice.balance(),
                desk.heldName(invoice.familyName()),
                invoice.creditNote() ? "credit-note" : "invoice",
                invoice.treasuryList()));
        return table.totals(
                invoices.size(),
                "",
                "",
                "",
                "",
                sum(invoices, ListedInvoice::amount),
                sum(invoices, ListedInvoice::balance),
                "",
                "",
                null);
    }

    /**
     * @param before what each family was billed for the month before
     */
    static Table drafts(MonthPlan plan, Map<String, Money> before) {
        Table table = Table.of(Stream.concat(Stream.of(LIST), Stream.of("amount_before", "difference"))
                .toArray(String[]::new));
        List<DraftInvoice> drafts = plan.plan().drafts();
        Money sumBefore = Money.ZERO;
        for (DraftInvoice draft : drafts) {
            Money former = before.getOrDefault(draft.family().code(), Money.ZERO);
            sumBefore = sumBefore.plus(former);
            table.row(
                    "",
                    draft.family().code(),
                    plan.plan().month(),
                    plan.issuedOn(),
                    plan.dueOn(),
                    draft.amount(),
                    plan.balance(draft),
                    draft.family().name(),
                    draft.amount().isNegative() ? "credit-note" : "invoice",
                    null,
                    former,
                    draft.amount().minus(former));
        }
        Money total = plan.plan().total();
        return table.totals(
                drafts.size(),
                "",
                "",
                "",
                "",
                total,
                sum(drafts, plan::balance),
                "",
                "",
                null,
                sumBefore,
                total.minus(sumBefore));
    }

    private static <T> Money sum(List<T> values, Function<T, Money> amount) {
        return values.stream().map(amount).reduce(Money.ZERO, Money::plus);
    }

    static Table cancelled(List<InvoiceCancellation.Report> reports) {
        Table table = Table.of("number", "cancels", "month", "amount", "settles", "credit");
        reports.forEach(report -> table.row(
                report.number(),
                report.cancelled(),
                report.month(),
                report.amount(),
                report.settled(),
                report.credit()));
        return table;
    }

    static Table cancelledMonth(List<InvoiceCancellation.Report> reports) {
        return cancelled(reports)
                .totals(
                        reports.size(),
                        "",
                        "",
                        sum(reports, InvoiceCancellation.Report::amount),
                        sum(reports, InvoiceCancellation.Report::settled),
                        sum(reports, InvoiceCancellation.Report::credit));
    }

    static Table lines(MonthPlan plan) {
        Table table = Table.of(LINES);
        plan.plan()
                .drafts()
                .forEach(draft -> draft.lines()
                        .forEach(line -> row(table, "", draft.family().code(), line)));
        return lineTotals(table, plan.plan().total());
    }

    static Table lines(IssuedInvoice invoice) {
        Table table = Table.of(LINES);
        invoice.lines().forEach(line -> row(table, invoice.number(), invoice.familyCode(), line));
        return lineTotals(table, invoice.amount());
    }

    private static void row(Table table, String number, String family, InvoiceLine line) {
        table.row(
                number,
                line.childCode(),
                line.registration(),
                line.label(),
                line.month(),
                line.service(),
                line.quantity(),
                line.unitPrice(),
                line.amount(),
                line.childName(),
                family,
                line.kind().code(),
                line.corrects());
    }

    private static Table lineTotals(Table table, Money amount) {
        return table.totals("", "", "", "", "", "", "", "", amount, "", "", "", "");
    }
}
