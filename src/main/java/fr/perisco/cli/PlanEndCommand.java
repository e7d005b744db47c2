package fr.perisco.cli;

import fr.perisco.workflow.Office;
import fr.perisco.workflow.PaymentPlans;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends a payment plan before it is paid. */
@Command
final class PlanEndCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "PLAN", descriptionKey = "arg.plan")
    long id;

    @Option(names = "--reason", paramLabel = "REASON", required = true)
    String reason = "";

    @Mixin
    DryRun dryRun = new DryRun();

    PlanEndCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            desk.say(new PaymentPlans(office).end(id, reason) ? "plan.ended" : "plan.over", id);
        }
        return ExitCode.OK;
    }
}
