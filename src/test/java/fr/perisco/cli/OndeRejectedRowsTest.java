package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of pupils and guardians that are set aside, mended and loaded again come to the same as the good files at once. */
class OndeRejectedRowsTest {
    private static final String NOW = "2016-11-07T09:00";
    private static final String PUPILS = """
            Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;Libellé classe;Niveau
            DUPONT;;Kévin;14/05/2008;M;120000001AB;CM1 A;CM1
            MARTIN;;Léa;02/02/2010;F;120000002CD;CP A;CP
            MARTIN;;Hugo;02/02/2012;M;120000003EF;MS A;MS
            CAZENAVE;BARRÈRE;Théo;27/11/2009;M;120000004GH;CE1 B;CE1
            """;
    private static final String GUARDIANS = """
            Civilité Responsable;Nom responsable;Prénom responsable;Adresse responsable;CP responsable;Commune responsable;\
            Courriel;Téléphone portable;Nom de famille enfant;Prénom enfant;Classes enfants;\
            Nom de famille enfant;Prénom enfant;Classes enfants
            MME;DUPONT;Sandra;1 rue A;24696;VALMOURIN;;0600000001;DUPONT;Kévin;CM1 A;;;
            MME;MARTIN;Anne;9 quai Neuf;24696;VALMOURIN;anne@example.org;0600000002;MARTIN;Léa;CP A;MARTIN;Hugo;MS A
            M.;MARTIN;Jérôme;9 quai Neuf;24696;VALMOURIN;jerome@example.org;0600000003;MARTIN;Léa;CP A;MARTIN;Hugo;MS A
            M.;CAZENAVE;Rémi;8 rue du Gave;24698;SAINT-AUBRAC;;0600000004;CAZENAVE;Théo;CE1 B;;;
            """;

    /** All that is loaded of families and children, but for codes, which are drawn in the order of the rows. */
    private static final List<String> RESULTS = List.of(
            "select last_name, first_name, birth_on, sex, ine from child order by 1, 2, 3",
            "select c.last_name, c.first_name, s.from_on, s.school_id, s.class, s.level from child_schooling s"
                    + " join child c on c.id = s.child_id order by 1, 2, 3, c.birth_on",
            "select f.name, f.login, f.address, f.city, g.rank, g.civility, g.last_name, g.first_name, g.email, g.phone"
                    + " from family f join guardian g on g.family_id = f.id order by 1, 2, 3, 5, 7, 8, 10",
            "select f.name, r.from_on, r.is_resident from family f join family_residency r on r.family_id = f.id order by 1, 2, 3",
            "select f.name, c.last_name, c.first_name from family f join child_family x on x.family_id = f.id"
                    + " join child c on c.id = x.child_id order by 1, 2, 3, c.birth_on",
            "select f.name, f.address, x.field, x.value from extracted_contact x join family f on f.id = x.family_id"
                    + " order by 1, 2, 3");

    /**
     * What is wrong.
     *
     * @param good what stands in one of the files
     * @param bad what stands there instead
     */
    record Fault(String good, String bad) {}

    @TempDir
    Path folder;

    static Stream<Arguments> faults() {
        Fault pupil = new Fault("02/02/2010", "31/02/2010");
        Fault known = new Fault("120000001AB", "12-AB");
        Fault mother = new Fault("MARTIN;Anne", ";Anne");
        Fault father = new Fault("MARTIN;Jérôme", ";Jérôme");
        Fault only = new Fault("CAZENAVE;Rémi", ";Rémi");
        return Stream.of("UTF-8", "windows-1252")
                .flatMap(charset -> Stream.of(
                                List.of(pupil),
                                List.of(known),
                                List.of(mother),
                                List.of(father),
                                List.of(only),
                                List.of(pupil, father),
                                List.of(known, mother))
                        .map(wrong -> Arguments.of(charset, wrong)));
    }

    private TestOffice office(String name) throws IOException {
        return TestOffice.withFamilies(Files.createDirectory(folder.resolve(name)));
    }

    private static Answer load(TestOffice office, String pupils, String guardians, String... more) {
        List<String> args = new ArrayList<>(
                List.of("--now", NOW, "import", "onde", "--pupils", pupils, "--guardians", guardians, "--yes"));
        args.addAll(List.of(more));
        return office.run(args.toArray(String[]::new));
    }

    /** The rows that were not there before. */
    private static List<String> results(TestOffice office, List<String> before) {
        return RESULTS.stream()
                .flatMap(result -> office.rows(result).stream())
                .filter(row -> !before.contains(row))
                .toList();
    }

    private static String with(String text, List<Fault> wrong) {
        String with = text;
        for (Fault fault : wrong) {
            with = with.replace(fault.good(), fault.bad());
        }
        return with;
    }

    private static void mend(TestOffice office, String name, String otherwise, Charset charset, List<Fault> wrong) {
        byte[] rejected = Files.exists(office.file(name)) ? office.content(name) : otherwise.getBytes(charset);
        String text = new String(rejected, charset);
        for (Fault fault : wrong) {
            text = text.replace(fault.bad(), fault.good());
        }
        office.write("mended-" + name, text.getBytes(charset));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void mendedRowsComeToTheSame(String encoding, List<Fault> wrong) throws IOException {
        Charset charset = Charset.forName(encoding);
        TestOffice whole = office("whole");
        List<String> untouched = results(whole, List.of());
        whole.write("p.csv", PUPILS.getBytes(charset));
        whole.write("g.csv", GUARDIANS.getBytes(charset));
        Answer answer = load(whole, "p.csv", "g.csv");
        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(results(whole, untouched)).isNotEmpty();

        TestOffice parts = office("parts");
        parts.write("p.csv", with(PUPILS, wrong).getBytes(charset));
        parts.write("g.csv", with(GUARDIANS, wrong).getBytes(charset));
        assertThat(load(parts, "p.csv", "g.csv").exit()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(results(parts, untouched)).isEmpty();
        assertThat(load(parts, "p.csv", "g.csv", "--skip-rejected").exit()).isEqualTo(ExitCode.PARTIAL);
        assertThat(results(parts, untouched)).isNotEmpty();

        mend(parts, "p.csv.rejected.csv", PUPILS.lines().findFirst().orElseThrow(), charset, wrong);
        mend(parts, "g.csv.rejected.csv", GUARDIANS.lines().findFirst().orElseThrow(), charset, wrong);
        answer = load(parts, "mended-p.csv.rejected.csv", "mended-g.csv.rejected.csv");
        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(results(parts, untouched)).isEqualTo(results(whole, untouched));
        byte[] loaded = parts.database();
        whole.putBack(parts.keep());
        assertThat(load(whole, "p.csv", "g.csv").out()).contains("nothing changed");
        assertThat(whole.database()).isEqualTo(loaded);
    }

    @Test
    void theOtherChildrenOfTheSchoolAreNoNewsOfMendedRows() throws IOException {
        TestOffice office = office("office");
        List<Fault> wrong = List.of(new Fault("MARTIN;Anne", ";Anne"));
        office.write("p.csv", PUPILS);
        office.write("g.csv", with(GUARDIANS, wrong));
        load(office, "p.csv", "g.csv", "--school", "MOULIN", "--skip-rejected");
        mend(office, "p.csv.rejected.csv", "", StandardCharsets.UTF_8, wrong);
        mend(office, "g.csv.rejected.csv", "", StandardCharsets.UTF_8, wrong);
        String[] mended = {"mended-p.csv.rejected.csv", "mended-g.csv.rejected.csv"};

        Answer listed =
                load(office, mended[0], mended[1], "--school", "MOULIN", "--dry-run", "--diff", "--format", "csv");
        Answer loaded = load(office, mended[0], mended[1], "--school", "MOULIN");

        assertThat(listed.outLines()).anyMatch(line -> line.startsWith("vanished;child;"));
        assertThat(listed.err() + loaded.err()).doesNotContain("left alone");
        assertThat(loaded.exit()).isZero();
        office.write("part.csv", office.text(mended[0]));
        assertThat(load(office, "part.csv", mended[1], "--school", "MOULIN").err())
                .contains("not in the file, and left alone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-color", "--dry-run"})
    void whatWaitsIsToldWithTheRowThatItWaitsFor(String more) throws IOException {
        TestOffice office = office("office");
        List<Fault> wrong = List.of(new Fault("MARTIN;Anne", ";Anne"));
        office.write("p.csv", PUPILS);
        office.write("g.csv", with(GUARDIANS, wrong));
        Answer answer = load(office, "p.csv", "g.csv", "--skip-rejected", more);
        assertThat(answer.err())
                .contains(
                        "g.csv:3:2: Nom responsable",
                        "p.csv:3:0: MARTIN Léa: waits with line 3 of g.csv",
                        "p.csv:4:0: MARTIN Hugo: waits with line 3 of g.csv",
                        "g.csv:4:0: MARTIN Jérôme: waits with line 3 of g.csv")
                .doesNotContain("Kévin", "Théo");
        boolean rehearsed = more.equals("--dry-run");
        assertThat(answer.err())
                .contains(
                        rehearsed
                                ? "2 rows would be set aside in p.csv.rejected.csv"
                                : "2 rows set aside in p.csv.rejected.csv",
                        rehearsed
                                ? "2 rows would be set aside in g.csv.rejected.csv"
                                : "2 rows set aside in g.csv.rejected.csv");
        assertThat(Files.exists(office.file("g.csv.rejected.csv"))).isNotEqualTo(rehearsed);
    }
}
