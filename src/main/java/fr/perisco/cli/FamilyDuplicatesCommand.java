package fr.perisco.cli;

import fr.perisco.domain.family.LikelyDuplicate;
import fr.perisco.domain.family.Likeness;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.FamilyDuplicates;
import fr.perisco.workflow.Office;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists families that may have been entered twice. */
@Command
final class FamilyDuplicatesCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    @Option(names = "--same", paramLabel = "child|email|phone|guardian")
    @Nullable
    Likeness likeness;

    FamilyDuplicatesCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            List<LikelyDuplicate> pairs =
                    new FamilyDuplicates(office).find(new FamilyDuplicates.Filter(family, likeness));
            Table table = Table.of("family", "name", "duplicate", "duplicate_name", "same");
            pairs.forEach(pair -> table.row(
                    pair.family(),
                    pair.name(),
                    pair.duplicate(),
                    pair.duplicateName(),
                    pair.likenesses().stream().sorted().map(Likeness::code).collect(Collectors.joining(" "))));
            desk.print(table.totals(pairs.size(), "", "", "", ""));
            if (!pairs.isEmpty()) {
                desk.say("duplicates.next", pairs.get(0).family(), pairs.get(0).duplicate());
            }
        }
        return ExitCode.OK;
    }
}
