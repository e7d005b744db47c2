package fr.perisco.workflow;

import fr.perisco.domain.reason.BadInput;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of a setup folder. Each may be missing; what it would say stays as it is. */
record SetupFolder(Path folder) {
    static final String PROPERTIES = "office.properties";
    static final String SCHOOLS = "schools.csv";
    static final String ACTIVITIES = "activities.csv";
    static final String UNITS = "units.csv";
    static final String TARIFFS = "tariffs.csv";
    static final String CALENDAR = "calendar.csv";
    static final String CLOSURES = "closures.csv";
    static final String SHUTTLES = "shuttles.csv";
    static final String REMINDERS = "reminders.csv";
    static final List<String> FILES =
            List.of(PROPERTIES, SCHOOLS, ACTIVITIES, UNITS, TARIFFS, CALENDAR, CLOSURES, SHUTTLES, REMINDERS);

    void requireSomething() {
        if (!Files.isDirectory(folder)) {
            throw Unavailable.because("setup.no-folder", folder.toString());
        }
        if (FILES.stream().noneMatch(file -> Files.exists(folder.resolve(file)))) {
            throw BadInput.of(folder.toString(), "setup.nothing", String.join(" ", FILES));
        }
    }

    Optional<byte[]> content(String file) {
        Path path = folder.resolve(file);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-read", path.toString()), e);
        }
    }

    String name(String file) {
        return folder.resolve(file).toString();
    }
}
