package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G4: Ten processes book the last place at once. */
class LastPlaceIT {
    private static final int CHILDREN = 10;

    @TempDir
    Path folder;

    private static String child(int number) {
        return "E%04d".formatted(number + 11);
    }

    private String openAnOfficeWithOnePlace() throws Exception {
        Path setup = Files.createDirectory(folder.resolve("setup"));
        for (String name :
                List.of("office.properties", "schools.csv", "activities.csv", "tariffs.csv", "calendar.csv")) {
            Files.copy(Path.of(PackagedTool.sample("setup/" + name)), setup.resolve(name));
        }
        Files.writeString(
                setup.resolve("units.csv"),
                Files.readString(Path.of(PackagedTool.sample("setup/units.csv")))
                        .replace(";40;", ";1;"));
        Files.writeString(
                folder.resolve("registrations.csv"),
                "child;activity;from;to\n"
                        + String.join(
                                "\n",
                                IntStream.range(0, CHILDREN)
                                        .mapToObj(number -> child(number) + ";MERCREDI;2016-11-03;2017-07-07")
                                        .toList()));
        String database = folder.resolve("town.db").toString();
        PackagedTool tool = new PackagedTool(folder);
        assertThat(tool.run(database, "init", "--setup", setup.toString()).exit())
                .isZero();
        for (String[] file : new String[][] {
            {"families", PackagedTool.sample("families.csv")}, {"registrations", "registrations.csv"}
        }) {
            PackagedTool.Result imported = tool.run(database, "import", file[0], file[1]);
            assertThat(imported.exit()).as(imported.output()).isZero();
        }
        return database;
    }

    @Test
    void oneHasItAndNineWaitInOrder() throws Exception {
        String database = openAnOfficeWithOnePlace();
        List<PackagedTool> tools = new ArrayList<>();
        List<Process> processes = new ArrayList<>();
        for (int number = 0; number < CHILDREN; number++) {
            tools.add(toolInAFolderOfItsOwn(number));
            processes.add(tools.get(number)
                    .start(database, "reservation", "add", child(number), "MERCREDI", "JOURNEE", "2016-11-23"));
        }
        List<String> ranks = new ArrayList<>();
        int booked = 0;
        for (int number = 0; number < CHILDREN; number++) {
            PackagedTool.Result result = tools.get(number).result(processes.get(number));
            assertThat(result.exit()).as(result.output()).isZero();
            if (result.output().contains(" booked ")) {
                booked++;
            } else {
                ranks.add(result.output().replaceAll("(?s).*rank (\\d+).*", "$1"));
            }
        }
        assertThat(booked).isEqualTo(1);
        assertThat(ranks).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(waitingInOrderOfTheirActs(database)).isEqualTo(CHILDREN - 1);
        assertThat(tools.get(0).run(database, "db", "verify").output()).isEmpty();
    }

    private PackagedTool toolInAFolderOfItsOwn(int number) throws IOException {
        return new PackagedTool(Files.createDirectory(folder.resolve("clerk-" + number)));
    }

    /** How many wait, each by an act of its own, the later in line the later it was done. */
    private static int waitingInOrderOfTheirActs(String database) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select act_id from day_request order by submitted_at, id")) {
            List<Long> acts = new ArrayList<>();
            while (rows.next()) {
                acts.add(rows.getLong(1));
            }
            assertThat(acts).isSorted().doesNotHaveDuplicates();
            return acts.size();
        }
    }
}
