package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists narrowed to the children of one school, where they go on the day. */
class SchoolFilterCommandTest {
    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void bookTheYear() {
        office = TestOffice.booked(folder);
    }

    private List<String> schools() {
        return office.rows("SELECT code FROM school ORDER BY code");
    }

    private List<String> list(String... args) {
        List<String> all = new ArrayList<>(List.of("--format", "csv"));
        all.addAll(List.of(args));
        return office.done(all.toArray(String[]::new)).outLines().stream()
                .skip(1)
                .toList();
    }

    @Test
    void theSchoolsShareTheReservationsOfADay() {
        List<String> ofOneSchool = new ArrayList<>();
        schools()
                .forEach(school -> ofOneSchool.addAll(
                        list("reservation", "list", "--school", school, "--from", "2016-11-17", "--to", "2016-11-17")));
        List<String> unknown =
                office.rows("SELECT child.code FROM child JOIN child_schooling s ON s.child_id = child.id"
                        + " WHERE s.school_id IS NULL");
        assertThat(ofOneSchool)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        list("reservation", "list", "--from", "2016-11-17", "--to", "2016-11-17").stream()
                                .filter(line -> !unknown.contains(line.split(";")[0]))
                                .toList());
    }

    @Test
    void aChildThatMovesBelongsToEachSchoolInItsTime() {
        String families = read(TestOffice.sample("families.csv"));
        String moved = families.lines()
                .filter(line -> line.startsWith("family;") || line.contains(";E0002;"))
                .map(line -> line.replace(";BOURG;", ";MOULIN;"))
                .collect(Collectors.joining("\n"));
        office.write("moved.csv", moved);
        office.done("--now", "2017-01-03T08:00", "import", "families", "moved.csv");

        assertThat(days("BOURG")).containsExactly("2016-12-16");
        assertThat(days("MOULIN")).containsExactly("2017-01-03");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> days(String school) {
        return list(
                        "reservation",
                        "list",
                        "--child",
                        "E0002",
                        "--activity",
                        "CANTINE",
                        "--school",
                        school,
                        "--from",
                        "2016-12-16",
                        "--to",
                        "2017-01-03")
                .stream()
                .map(line -> line.split(";")[3])
                .toList();
    }

    @Test
    void familiesOfASchoolHaveAChildThere() {
        for (String school : schools()) {
            assertThat(list("family", "list", "--school", school).stream().map(line -> line.split(";")[0]))
                    .isNotEmpty()
                    .containsExactlyElementsOf(office.rows("SELECT DISTINCT f.code FROM family f"
                            + " JOIN child_family cf ON cf.family_id = f.id"
                            + " JOIN child_schooling s ON s.child_id = cf.child_id"
                            + " JOIN school ON school.id = s.school_id WHERE school.code = '" + school
                            + "' ORDER BY f.code"));
        }
    }

    @Test
    void anUnknownSchoolIsRefused() {
        assertThat(office.run("family", "list", "--school", "NOPE").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(office.run("reservation", "list", "--school", "NOPE").exit()).isEqualTo(ExitCode.REFUSED);
    }
}
