package fr.perisco.cli;

import fr.perisco.domain.reservation.MealOrder;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.MealOrdering;
import fr.perisco.workflow.Office;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the meals that were ordered, or the counts of one order. */
@Command
final class ReportOrdersCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "NUMBER", arity = "0..1", descriptionKey = "perisco.report.orders.NUMBER")
    @Nullable
    Long number;

    @Mixin
    Period period = new Period();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "perisco.report.meals.output")
    @Nullable
    String output;

    ReportOrdersCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            MealOrdering orders = new MealOrdering(office);
            if (number != null) {
                new MealOutput(desk, office, output).counts(orders.order(number).counts());
            } else {
                Table table = Table.of(
                        "number",
                        "sent_at",
                        "actor",
                        "from",
                        "to",
                        "activity",
                        "unit",
                        "school",
                        "meals",
                        "sent_to",
                        "note");
                orders.orders(period.from(), period.to()).forEach(order -> row(table, order));
                desk.print(table);
            }
        }
        return ExitCode.OK;
    }

    private static void row(Table table, MealOrder order) {
        table.row(
                order.number(),
                order.sentAt(),
                order.actor(),
                order.scope().days().from(),
                order.scope().days().to(),
                order.scope().activity(),
                order.scope().unit(),
                order.scope().school(),
                order.meals(),
                order.recipient(),
                order.note());
    }
}
