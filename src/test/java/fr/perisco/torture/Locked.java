package fr.perisco.torture;

import fr.perisco.SmallTown;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** G4: somebody else has the turn, for longer than a command waits, and for less long. */
final class Locked implements Fault {
    private static final int SHORT_MS = 3_000;
    private static final int OK = 0;
    private static final int UNAVAILABLE = 5;

    @Override
    public String name() {
        return "locked";
    }

    @Override
    public String summary() {
        return "somebody else writes, for 3 s and for longer than 20 s";
    }

    @Override
    public boolean isIdle() {
        return true;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void strike(Judge judge, Path root, Patience patience, Tally tally) throws Exception {
        for (boolean isLong : inTurn(judge.job(), List.of(true, false))) {
            if (!patience.isOver(tally)) {
                try (Place place = Place.in(root, judge.job())) {
                    SmallTown.Answer ended = isLong ? endedMeanwhile(place) : endedAfter(place);
                    int expected = isLong && judge.job().writes() ? UNAVAILABLE : OK;
                    tally.count(
                            isLong ? "for long" : "for a while",
                            judge.judge(place, ended).expecting(expected, ended));
                }
            }
        }
    }

    private static SmallTown.Answer endedMeanwhile(Place place) throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + place.database())) {
            execute(other, "begin immediate");
            return place.start(List.of()).ended();
        }
    }

    private static SmallTown.Answer endedAfter(Place place) throws Exception {
        Place.Running running;
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + place.database())) {
            execute(other, "begin immediate");
            running = place.start(List.of());
            Thread.sleep(SHORT_MS);
        }
        return running.ended();
    }
}
