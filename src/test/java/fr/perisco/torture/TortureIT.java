package fr.perisco.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * G1, G2, G4, G5, G6, G7, G8, G9, G10, G12, G14, G19 and G20: every fault upon every job, once each; {@code scripts/torture} does it at
 * length.
 */
class TortureIT {
    private static final int TRIES = 1;
    private static final int HANDS = 2;
    private static final String LINE = "%-10s %6s %6s %16s %6s  %s%n";

    @Test
    void nothingIsLostAndNothingGoesWrong() throws Exception {
        List<Fault> faults = Faults.all();
        List<Campaign.Row> rows;
        try (Ground ground = Ground.open()) {
            rows = new Campaign(ground.folder(), () -> Patience.ofTries(TRIES))
                    .fight(faults, Jobs.prepare(ground.folder()), HANDS);
        }
        System.out.println(table(faults, rows));
        SoftAssertions.assertSoftly(all -> {
            assertThat(rows).hasSize(faults.size() * Jobs.NAMES.size());
            for (Campaign.Row row : rows) {
                String what = row.kind() + " upon " + row.job();
                all.assertThat(row.tally().lost()).as(what).isZero();
                all.assertThat(row.tally().wrong()).as(what).isEmpty();
                all.assertThat(row.tally().tries() > 0)
                        .as(what)
                        .isEqualTo(row.reason().isEmpty());
            }
        });
    }

    private static String table(List<Fault> faults, List<Campaign.Row> rows) {
        StringBuilder table =
                new StringBuilder(LINE.formatted("kind", "tries", "lost", "refused rightly", "wrong", ""));
        for (Fault fault : faults) {
            List<Campaign.Row> some =
                    rows.stream().filter(row -> row.kind().equals(fault.name())).toList();
            table.append(LINE.formatted(
                    fault.name(),
                    some.stream().mapToInt(row -> row.tally().tries()).sum(),
                    some.stream().mapToInt(row -> row.tally().lost()).sum(),
                    some.stream().mapToInt(row -> row.tally().refusedRightly()).sum(),
                    some.stream().mapToInt(row -> row.tally().wrong().size()).sum(),
                    some.stream()
                            .filter(row -> !row.reason().isEmpty())
                            .collect(Collectors.groupingBy(
                                    Campaign.Row::reason,
                                    Collectors.mapping(Campaign.Row::job, Collectors.joining(" "))))
                            .entrySet()
                            .stream()
                            .map(untried -> "not tried upon " + untried.getValue() + ": " + untried.getKey())
                            .collect(Collectors.joining("; "))));
        }
        return table.toString();
    }
}
