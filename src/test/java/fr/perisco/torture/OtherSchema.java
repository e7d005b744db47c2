package fr.perisco.torture;

import fr.perisco.SmallTown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** G8: the database is of a newer schema, or of an older one. */
final class OtherSchema implements Fault {
    private static final String NEWER = "update flyway_schema_history set version = '99' where version = '1'";
    private static final String OLDER =
            "delete from flyway_schema_history where installed_rank > (select max(installed_rank) from flyway_schema_history) - 1";

    private static final int UNAVAILABLE = 5;

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public String summary() {
        return "a database of a newer and of an older program";
    }

    @Override
    public Optional<String> obstacle(Job job) {
        return job.isReplacement() ? Optional.of("takes the place of a database of any schema") : Optional.empty();
    }

    @Override
    public void strike(Judge judge, Path root, Patience patience, Tally tally) throws Exception {
        List<String> changes = judge.job().isUpgrade() ? List.of(NEWER) : List.of(NEWER, OLDER);
        for (String change : inTurn(judge.job(), changes)) {
            if (!patience.isOver(tally)) {
                strike(judge.job(), root, change, change.equals(NEWER) ? "newer" : "older", tally);
            }
        }
    }

    private static void strike(Job job, Path root, String change, String how, Tally tally) throws Exception {
        try (Place place = Place.in(root, job)) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + place.database());
                    Statement statement = connection.createStatement()) {
                statement.execute(change);
            }
            byte[] before = Files.readAllBytes(place.database());
            SmallTown.Answer ended = place.start(List.of()).ended();
            List<String> objections = new ArrayList<>();
            if (ended.exit() != UNAVAILABLE || !ended.output().contains("schema")) {
                objections.add(ended.toString());
            }
            if (!Arrays.equals(Files.readAllBytes(place.database()), before)) {
                objections.add("written to: " + ended);
            }
            tally.count(how, new Tally.Outcome(objections.isEmpty(), false, objections));
        }
    }
}
