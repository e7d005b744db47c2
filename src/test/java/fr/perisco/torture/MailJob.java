package fr.perisco.torture;

import fr.perisco.cli.MoodyServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** G10: the queue goes out to a server of its own for each place; none twice, and doubt counts as settled, for a clerk decides. */
final class MailJob implements Job {
    private final Path before;
    private final String moment;
    private final Map<Path, MoodyServer> servers = new ConcurrentHashMap<>();

    MailJob(Path before, String moment) {
        this.before = before;
        this.moment = moment;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Path before() {
        return before;
    }

    @Override
    public String moment() {
        return moment;
    }

    @Override
    public List<String> command(Place place) {
        MoodyServer server = servers.computeIfAbsent(place.folder(), folder -> new MoodyServer());
        return List.of("mail", "send", "--smtp", server.clearUrl());
    }

    @Override
    public void leave(Place place) {
        MoodyServer server = servers.remove(place.folder());
        if (server != null) {
            server.close();
        }
    }

    @Override
    public boolean isInSteps() {
        return true;
    }

    @Override
    public String content(Path database) throws SQLException {
        return String.join("\n", mails(database, """
                select id || ' ' || recipient || ' ' ||
                  case when state in ('sent', 'uncertain') then 'settled' else state end
                from mail order by id"""));
    }

    private static List<String> mails(Path database, String query) throws SQLException {
        List<String> mails = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                mails.add(rows.getString(1));
            }
        }
        return mails;
    }

    @Override
    public Optional<String> objection(Place place) throws SQLException {
        List<String> accepted = servers.get(place.folder()).accepted();
        List<String> queued = mails(place.database(), "select recipient from mail");
        for (String recipient : accepted) {
            if (Collections.frequency(accepted, recipient) > Collections.frequency(queued, recipient)) {
                return Optional.of("sent twice to " + recipient);
            }
        }
        List<String> missing =
                new ArrayList<>(mails(place.database(), "select recipient from mail where state = 'sent'"));
        accepted.forEach(missing::remove);
        return missing.isEmpty() ? Optional.empty() : Optional.of("called sent, never taken: " + missing);
    }
}
