package fr.perisco.cli;

import fr.perisco.domain.money.Money;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.MonthComparison;
import fr.perisco.workflow.MonthSummary;
import java.util.List;

/** What a month's invoices come to, and why they are not as the month before. */
final class MonthTables {
    private static final String FIRST_GROUP = "activity";

    private MonthTables() {}

    static Table summary(List<MonthSummary.Row> rows) {
        Table table = Table.of("by", "code", "label", "quantity", "amount");
        int quantity = 0;
        Money amount = Money.ZERO;
        for (MonthSummary.Row row : rows) {
            table.row(row.by(), row.code(), row.label(), row.quantity(), row.amount());
            if (row.by().equals(FIRST_GROUP)) {
                quantity += row.quantity();
                amount = amount.plus(row.amount());
            }
        }
        return table.totals("", "", "", quantity, amount);
    }

    static Table differences(List<MonthComparison.Row> rows) {
        Table table = Table.of(
                "family",
                "family_name",
                "amount_before",
                "amount",
                "difference",
                "cause",
                "child",
                "registration",
                "label",
                "quantity_before",
                "quantity");
        Money sum = Money.ZERO;
        for (MonthComparison.Row row : rows) {
            row.difference()
                    .causes()
                    .forEach(cause -> table.row(
                            row.familyCode(),
                            row.familyName(),
                            row.difference().before(),
                            row.difference().now(),
                            cause.difference(),
                            cause.kind().code(),
                            cause.childCode(),
                            cause.registration(),
                            cause.label(),
                            cause.quantityBefore(),
                            cause.quantity()));
            sum = sum.plus(row.difference().difference());
        }
        return table.totals(rows.size(), "", "", "", sum, "", "", "", "", "", "");
    }
}
