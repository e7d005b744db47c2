package fr.perisco.cli;

import fr.perisco.workflow.Office;
import fr.perisco.workflow.PlaceOffer;
import fr.perisco.workflow.WaitingList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives free places to those who wait for them. */
@Command
final class WaitingPromoteCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--activity", paramLabel = "ACTIVITY", descriptionKey = "filter.activity")
    @Nullable
    String activity;

    @Option(names = "--unit", paramLabel = "UNIT", descriptionKey = "filter.unit")
    @Nullable
    String unit;

    @Mixin
    Period period = new Period();

    @Option(names = "--override", paramLabel = "REASON")
    @Nullable
    String override;

    @Mixin
    DryRun dryRun = new DryRun();

    WaitingPromoteCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            List<PlaceOffer> offers = new WaitingList(office)
                    .promote(new WaitingList.Filter(activity, unit, period.from(), period.to()), override);
            if (!desk.isTable() || !offers.isEmpty()) {
                desk.print(WaitingTables.offers(desk, offers));
            }
            if (offers.isEmpty()) {
                desk.say("waiting.nothing");
            }
        }
        return ExitCode.OK;
    }
}
