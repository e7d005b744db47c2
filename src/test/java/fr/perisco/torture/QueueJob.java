package fr.perisco.torture;

import fr.perisco.StoredContent;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A month's letters are put into the queue of mails; when each came there is the machine's own time. */
record QueueJob(Path before, String moment) implements Job {
    @Override
    public String name() {
        return "queue";
    }

    @Override
    public List<String> command(Place place) {
        return List.of("invoice", "send", "--month", "2016-11");
    }

    @Override
    public String content(Path database) throws SQLException {
        return StoredContent.of(database).replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?Z?)?", "");
    }
}
