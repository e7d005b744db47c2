package fr.perisco.cli;

import fr.perisco.domain.recovery.PlanState;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.PaymentPlans;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists payment plans, and whether they are kept. */
@Command
final class PlanListCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    @Option(names = "--state", paramLabel = "kept|missed|paid|ended")
    @Nullable
    PlanState state;

    PlanListCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            PaymentPlans plans = new PaymentPlans(office);
            desk.print(RecoveryTables.plans(plans.list(family, state), plans.today()));
        }
        return ExitCode.OK;
    }
}
