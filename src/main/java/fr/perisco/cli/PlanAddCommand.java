package fr.perisco.cli;

import fr.perisco.domain.money.Money;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.PaymentPlans;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Agrees with a family that it pays by instalments. */
@Command
final class PlanAddCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "FAMILY", descriptionKey = "arg.family")
    String family = "";

    @Option(names = "--from", paramLabel = "DAY", required = true)
    LocalDate from = LocalDate.EPOCH;

    @Option(names = "--months", paramLabel = "N")
    @Nullable
    Integer months;

    @Option(names = "--amount", paramLabel = "AMOUNT")
    @Nullable
    Money amount;

    @Option(names = "--invoice", paramLabel = "NUMBER")
    List<String> invoices = new ArrayList<>();

    @Mixin
    DryRun dryRun = new DryRun();

    PlanAddCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            PaymentPlans plans = new PaymentPlans(office);
            PaymentPlans.Agreed agreed = plans.add(new PaymentPlans.Order(family, from, months, amount, invoices));
            desk.print(RecoveryTables.instalments(agreed.plan(), plans.today()));
            desk.say(
                    agreed.already() ? "plan.known" : "plan.agreed",
                    agreed.plan().id(),
                    agreed.plan().total(),
                    agreed.plan().invoices().size());
        }
        return ExitCode.OK;
    }
}
