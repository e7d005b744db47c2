package fr.perisco.cli;

import fr.perisco.domain.family.ListedFamily;
import fr.perisco.domain.money.Money;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.FamilyList;
import fr.perisco.workflow.Office;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists families. */
@Command
final class FamilyListCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--school", paramLabel = "SCHOOL", descriptionKey = "filter.school")
    @Nullable
    String school;

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "filter.name")
    @Nullable
    String name;

    FamilyListCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            List<ListedFamily> families = new FamilyList(office).of(school, name);
            Table table = Table.of("family", "name", "login", "children", "quotient", "balance", "city");
            families.forEach(family -> table.row(
                    family.code(),
                    desk.heldName(family.name()),
                    family.login(),
                    family.children(),
                    family.quotient(),
                    family.balance(),
                    family.city()));
            Money balance = families.stream().map(ListedFamily::balance).reduce(Money.ZERO, Money::plus);
            int children = families.stream().mapToInt(ListedFamily::children).sum();
            desk.print(table.totals(families.size(), "", "", children, null, balance, ""));
        }
        return ExitCode.OK;
    }
}
