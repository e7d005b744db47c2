package fr.perisco.cli;

import fr.perisco.domain.registration.ListedRegistration;
import fr.perisco.domain.registration.RegistrationState;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.RegistrationList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists registrations. */
@Command
final class RegistrationListCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--child", paramLabel = "CHILD", descriptionKey = "filter.child")
    @Nullable
    String child;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    @Option(names = "--activity", paramLabel = "ACTIVITY", descriptionKey = "filter.activity")
    @Nullable
    String activity;

    @Option(names = "--school", paramLabel = "SCHOOL")
    @Nullable
    String school;

    @Option(names = "--state", paramLabel = "pending|accepted|refused")
    @Nullable
    RegistrationState state;

    @Mixin
    Period period = new Period();

    RegistrationListCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            List<ListedRegistration> registrations = new RegistrationList(office)
                    .of(new RegistrationList.Filter(
                            child, family, activity, school, state, period.from(), period.to()));
            Table table = Table.of(
                    "child",
                    "activity",
                    "from",
                    "to",
                    "family",
                    "state",
                    "child_name",
                    "family_name",
                    "label",
                    "school",
                    "reason",
                    "second_family",
                    "second_share",
                    "second_from");
            registrations.forEach(row -> table.row(
                    row.child(),
                    row.activity(),
                    row.from(),
                    row.to(),
                    row.family(),
                    row.state().code(),
                    row.childName(),
                    row.familyName(),
                    row.label(),
                    row.school(),
                    row.reason(),
                    row.secondFamily(),
                    row.secondShare(),
                    row.secondFrom()));
            desk.print(table.totals(registrations.size(), "", null, null, "", "", "", "", "", "", "", "", "", null));
        }
        return ExitCode.OK;
    }
}
