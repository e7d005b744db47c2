package fr.perisco.cli;

import fr.perisco.domain.recovery.PaymentPlan;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.PaymentPlans;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows the instalments of a payment plan. */
@Command
final class PlanShowCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "PLAN", descriptionKey = "arg.plan")
    long id;

    PlanShowCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            PaymentPlans plans = new PaymentPlans(office);
            PaymentPlan plan = plans.show(id);
            desk.print(RecoveryTables.instalments(plan, plans.today()));
            desk.inform(
                    "plan.covers",
                    plan.invoices().stream().map(PaymentPlan.Covered::number).collect(Collectors.joining(", ")));
            if (plan.endedOn() == null) {
                desk.inform(plan.told(plans.today()));
            } else {
                desk.inform("plan.ended-on", plan.id(), plan.endedOn(), String.valueOf(plan.endReason()));
            }
        }
        return ExitCode.OK;
    }
}
