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
        try (Place place = Place.in(root, judge.job())) {
            SmallTown.Answer ended;
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + place.database())) {
                execute(other, "begin immediate");
                ended = place.start(List.of()).ended();
                execute(other, "rollback");
            }
            tally.count(
                    "for long", judge.judge(place, ended).expecting(judge.job().writes() ? 5 : 0, ended));
        }
        try (Place place = Place.in(root, judge.job())) {
            Place.Running running;
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + place.database())) {
                execute(other, "begin immediate");
                running = place.start(List.of());
                Thread.sleep(SHORT_MS);
                execute(other, "rollback");
            }
            SmallTown.Answer ended = running.ended();
            tally.count("for a while", judge.judge(place, ended).expecting(0, ended));
        }
    }
}
