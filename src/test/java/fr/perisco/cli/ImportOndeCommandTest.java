package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.ClerkAtWork.Answer;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ministry's extractions. In the sample town, Dupont Kévin (E0001) of family F0001 is at MOULIN in CE2 A. */
class ImportOndeCommandTest {
    private static final String TODAY = "2016-11-07T09:00";
    private static final String PUPILS =
            "Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;Adresse1;Cp1;"
                    + "Commune1;Pays1;Adresse2;Cp2;Commune2;Pays2; Cycle;Niveau;Libellé classe;Identifiant classe;"
                    + "Attestation fournie;Autorisation associations;Autorisation photo;Décision de passage";
    private static final String CHILD = ";Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants";
    private static final String GUARDIANS = "Civilité Responsable;Nom usage responsable;Nom responsable;"
            + "Prénom responsable;Adresse responsable;CP responsable;Commune responsable;Pays;Courriel;"
            + "Téléphone domicile;Téléphone travail;Téléphone portable" + CHILD + CHILD;
    private static final String KEVIN = pupil("DUPONT", "", "Kevin", "14/05/2008", "120000001AB", "CM1", "CM1 A");
    private static final String LEA = pupil("MARTIN", "", "Léa", "02/02/2010", "120000002CD", "CP", "CP A");

    @TempDir
    Path folder;

    private ClerkAtWork clerk;

    @BeforeEach
    void start() throws IOException {
        clerk = new ClerkAtWork(folder);
    }

    private static String pupil(
            String name, String usage, String first, String birth, String ine, String level, String schoolClass) {
        return String.join(
                ";",
                name,
                usage,
                first,
                birth,
                "M",
                ine,
                "3 rue des Vignes",
                "24696",
                "Valmourin",
                "FRANCE",
                "",
                "",
                "",
                "",
                "CYCLE III",
                level,
                schoolClass,
                "1",
                "Oui",
                "Non",
                "Oui",
                "");
    }

    /** A guardian and children by last and first name; a class put behind it is the last child's. */
    private static String guardian(String name, String first, String address, String email, String... children) {
        StringBuilder row = new StringBuilder(String.join(
                ";",
                "MME",
                "",
                name,
                first,
                address,
                "24696",
                "VALMOURIN",
                "FRANCE",
                email,
                "0559000001",
                "",
                "0600000001"));
        for (int i = 0; i < children.length; i += 2) {
            row.append(";;")
                    .append(children[i])
                    .append(';')
                    .append(children[i + 1])
                    .append(';');
        }
        return row.toString();
    }

    private String pupils(String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(PUPILS));
        lines.addAll(List.of(rows));
        return clerk.file("pupils.csv", lines.toArray(String[]::new));
    }

    private String guardians(String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(GUARDIANS));
        lines.addAll(List.of(rows));
        return clerk.file("guardians.csv", lines.toArray(String[]::new));
    }

    private Answer loads(String... more) {
        List<String> args = new ArrayList<>(List.of("import", "onde", "--pupils", "pupils.csv", "--diff", "--yes"));
        args.addAll(List.of(more));
        args.addAll(List.of("--format", "csv"));
        return clerk.at(TODAY, args.toArray(String[]::new));
    }

    private Answer loadsBoth(String... more) {
        List<String> args = new ArrayList<>(List.of("--guardians", "guardians.csv"));
        args.addAll(List.of(more));
        return loads(args.toArray(String[]::new));
    }

    private static List<String> of(Answer answer, String change) {
        return answer.lines().stream()
                .filter(line -> line.startsWith(change + ";"))
                .toList();
    }

    @Test
    void aKnownChildGetsItsNumberAndMovesUp() throws IOException {
        pupils(KEVIN);
        Answer answer = loads();
        assertThat(answer.exit()).isZero();
        assertThat(of(answer, "moved-up")).containsExactly("moved-up;child;E0001;level;;CM1");
        assertThat(of(answer, "changed"))
                .containsExactlyInAnyOrder(
                        "changed;child;E0001;class;CE2 A;CM1 A", "changed;child;E0001;ine;;120000001AB");
        assertThat(clerk.asks("child", "show", "E0001").out()).contains("120000001AB", "CM1");
        byte[] stored = clerk.stored();
        Answer again = loads();
        assertThat(again.err()).contains("nothing changed");
        assertThat(clerk.stored()).isEqualTo(stored);
    }

    @Test
    void theNumberFindsAChildThatChangedItsName() throws IOException {
        pupils(KEVIN);
        loads();
        pupils(pupil("DUPONT", "PETIT-DURAND", "Kevin", "14/05/2008", "120000001AB", "CM1", "CM1 A"));
        assertThat(of(loads(), "changed")).containsExactly("changed;child;E0001;child_last_name;Dupont;PETIT-DURAND");
        pupils(pupil("LAFITTE", "", "Inès", "04/03/2012", "120000001AB", "CP", "CP A"));
        assertThat(loads().err()).contains("the INE 120000001AB is that of E0001", "1 pupil was set aside");
    }

    @Test
    void nothingIsWrittenUnlessSomebodyAgrees() throws IOException {
        pupils(KEVIN);
        byte[] stored = clerk.stored();
        Answer answer = clerk.at(TODAY, "import", "onde", "--pupils", "pupils.csv");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("--yes");
        Answer rehearsal = clerk.at(TODAY, "import", "onde", "--pupils", "pupils.csv", "--dry-run");
        assertThat(rehearsal.exit()).isZero();
        assertThat(rehearsal.out()).contains("1 child moved up a class");
        assertThat(clerk.stored()).isEqualTo(stored);
        assertThat(loads("--school", "NOWHERE").exit()).isEqualTo(3);
    }

    @Test
    void aNewChildNeedsGuardians() throws IOException {
        pupils(LEA);
        Answer answer = loads();
        assertThat(answer.exit()).isEqualTo(6);
        assertThat(answer.err())
                .contains("pupils.csv:2:0: MARTIN Léa: new, and without a family; give --guardians too");
        guardians(guardian("MARTIN", "Anne", "9 quai Neuf", "anne@example.org"));
        assertThat(loadsBoth().err()).contains("no guardian of the file names this child", "1 guardian names no pupil");
    }

    @Test
    void siblingsShareTheFamilyOfTheirGuardians() throws IOException {
        pupils(LEA, pupil("MARTIN", "", "Hugo", "02/02/2012", "", "MS", "MS A"));
        guardians(
                guardian("MARTIN", "Anne", "9 quai Neuf", "anne@example.org", "MARTIN", "Léa", "MARTIN", "HUGO"),
                guardian("MARTIN", "Jean", "9, Quai neuf", "", "MARTIN", "Lea"));
        Answer answer = loadsBoth();
        assertThat(of(answer, "new")).hasSize(3);
        String code = of(answer, "new").get(0).split(";")[2];
        Answer family = clerk.asks("family", "show", code);
        assertThat(family.out()).contains("Anne", "Jean", "Léa", "Hugo", "anne@example.org");
        byte[] stored = clerk.stored();
        assertThat(loadsBoth().err()).contains("nothing changed");
        assertThat(clerk.stored()).isEqualTo(stored);
    }

    @Test
    void aSiblingJoinsTheFamilyThatItsGuardianIsIn() throws IOException {
        pupils(KEVIN, pupil("DUPONT", "", "Zoé", "02/02/2012", "", "MS", "MS A"));
        guardians(guardian("DUPONT", "Sandra", "elsewhere", "", "DUPONT", "Kévin", "DUPONT", "Zoé"));
        Answer answer = loadsBoth();
        assertThat(of(answer, "new")).hasSize(1).first().asString().startsWith("new;child;E0");
        assertThat(clerk.asks("family", "show", "F0001").out()).contains("Zoé");
    }

    @Test
    void homonymsAreNeverGuessed() throws IOException {
        pupils(
                pupil("MARTIN", "", "Léa", "02/02/2010", "", "CP", "CP A"),
                pupil("MARTIN", "", "LEA", "02/02/2010", "", "CP", "CP B"),
                pupil("ROY", "", "Tom", "02/02/2010", "", "CP", "CP A"),
                pupil("ROY", "", "Tom", "03/02/2011", "", "GS", "GS A"));
        guardians(
                guardian("MARTIN", "Anne", "9 quai Neuf", "", "MARTIN", "Léa"),
                guardian("ROY", "Anne", "9 quai Neuf", "", "ROY", "Tom"));
        Answer answer = loadsBoth();
        assertThat(of(answer, "new")).isEmpty();
        assertThat(answer.err())
                .contains("lines 2, 3 have this name and this birth date")
                .contains(
                        "pupils.csv:4:0: ROY Tom: new, and another pupil has the same name", "4 pupils were set aside");
    }

    private static final String EMMA = pupil("SAULE", "", "Emma", "02/02/2010", "", "CP", "CP A");

    private static String emmasGuardian(String first, String address) {
        return guardian("SAULE", first, address, "", "SAULE", "Emma");
    }

    private String familyOfTheNew(Answer answer) {
        assertThat(of(answer, "new")).as(answer.err()).hasSize(2);
        return clerk.asks("family", "show", of(answer, "new").get(0).split(";")[2])
                .out();
    }

    @Test
    void guardiansOfSeveralHomesAreNotGuessed() throws IOException {
        pupils(EMMA);
        guardians(emmasGuardian("Anne", "1 rue A"), emmasGuardian("Berthe", "2 rue B"));
        Answer differing = loadsBoth();
        assertThat(of(differing, "new")).isEmpty();
        assertThat(differing.err())
                .contains("pupils.csv:2:0: SAULE Emma: new, and several homes", "guardians’ file, lines 2, 3)");

        guardians(
                emmasGuardian("Anne", "1 rue A"), emmasGuardian("Jean", "1 rue A"), emmasGuardian("Berthe", "1 rue A"));
        Answer three = loadsBoth();
        assertThat(of(three, "new")).isEmpty();
        assertThat(three.err()).contains("guardians’ file, lines 2, 3, 4)");
    }

    @Test
    void theClassTellsTheGuardianApart() throws IOException {
        pupils(EMMA);
        guardians(emmasGuardian("Berthe", "2 rue B") + "CP B", emmasGuardian("Anne", "1 rue A") + "cp a");
        Answer answer = loadsBoth();
        assertThat(familyOfTheNew(answer)).contains("Anne", "1 rue A").doesNotContain("Berthe");
        assertThat(answer.err())
                .contains("guardians.csv:2:0: SAULE Berthe names SAULE Emma in class CP B")
                .doesNotContain("SAULE Anne names");
    }

    @Test
    void aGuardianOfAnotherClassAloneIsNotTaken() throws IOException {
        pupils(EMMA);
        guardians(emmasGuardian("Berthe", "2 rue B") + "CP B");
        Answer answer = loadsBoth();
        assertThat(of(answer, "new")).isEmpty();
        assertThat(answer.err()).contains("guardians’ file, lines 2) names it in another class than CP A");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoLivesAtThePupilsAddressDecides(boolean first) throws IOException {
        pupils(EMMA);
        String near = emmasGuardian("Anne", "3, rue des Vignes");
        String far = emmasGuardian("Berthe", "2 rue B");
        guardians(first ? near : far, first ? far : near);
        Answer answer = loadsBoth();
        assertThat(familyOfTheNew(answer)).contains("Anne").doesNotContain("Berthe");
        assertThat(answer.err()).contains("SAULE Berthe lives at another address than family F0");
    }

    @Test
    void thePupilsSecondAddressCountsToo() throws IOException {
        pupils(EMMA.replace("FRANCE;;;;", "FRANCE;2 rue B;24696;Valmourin;FRANCE"));
        guardians(emmasGuardian("Anne", "1 rue A"), emmasGuardian("Berthe", "2 rue B"));
        assertThat(familyOfTheNew(loadsBoth())).contains("Berthe").doesNotContain("Anne");
    }

    @Test
    void anEmailAloneJoinsNoFamily() throws IOException {
        String shared = "sandra.dupont@example.org";
        pupils(LEA);
        guardians(guardian("LEROY", "Anne", "9 quai Neuf", shared, "MARTIN", "Léa"));
        Answer other = loadsBoth();
        assertThat(of(other, "new")).isEmpty();
        assertThat(other.err())
                .contains("the e-mail of LEROY Anne (guardians’ file, line 2) is that of family F0001")
                .contains("1 pupil was set aside");
        guardians(guardian("DUPONT", "Sandra", "9 quai Neuf", shared, "MARTIN", "Léa"));
        assertThat(of(loadsBoth(), "new")).singleElement().asString().startsWith("new;child;");
        assertThat(clerk.asks("family", "show", "F0001").out()).contains("Léa");
    }

    @Test
    void anEmailAndTheAddressJoinAFamily() throws IOException {
        String[] sandra = Files.readAllLines(Path.of("sample-data", "families.csv"))
                .get(1)
                .split(";");
        pupils(LEA);
        guardians(guardian("LEROY", "Anne", sandra[15], sandra[8], "MARTIN", "Léa")
                .replace(sandra[15] + ";24696", sandra[15] + ";" + sandra[16]));
        assertThat(of(loadsBoth(), "new")).singleElement().asString().startsWith("new;child;");
        assertThat(clerk.asks("family", "show", "F0001").out()).contains("Léa");
    }

    @Test
    void anEmailAloneJoinsNoFamilyOfTheSameFileEither() throws IOException {
        pupils(LEA, EMMA);
        guardians(
                guardian("MARTIN", "Anne", "9 quai Neuf", "desk@example.org", "MARTIN", "Léa"),
                guardian("SAULE", "Berthe", "2 rue B", "desk@example.org", "SAULE", "Emma"));
        Answer answer = loadsBoth();
        assertThat(of(answer, "new")).hasSize(2);
        assertThat(answer.err()).contains("pupils.csv:3:0: SAULE Emma: new, and the e-mail of SAULE Berthe");
        assertThat(loadsBoth().err()).contains("nothing changed");
    }

    @Test
    void aClassOfTwoSchoolsMovesNobodyHoweverOftenTheFileIsLoaded() throws IOException {
        families(
                family("F0901", "Anne", "1 rue A", "E0901", "Tom", "2010-02-02").replace(";M;;;", ";M;MOULIN;ULIS;"),
                family("F0902", "Marie", "2 rue B", "E0902", "Ugo", "2010-02-02")
                        .replace(";M;;;", ";M;BOURG;ULIS;"));
        pupils(
                pupil("ROY", "", "Tom", "02/02/2010", "", "CM1", "CM1 A"),
                pupil("MARQUINE", "", "Axel", "30/11/2011", "", "CP", "ULIS"),
                pupil("MARTIN", "", "Léa", "02/02/2010", "", "CP", "ULIS"));
        guardians(guardian("MARTIN", "Anne", "9 quai Neuf", "", "MARTIN", "Léa"));

        Answer answer = loadsBoth();

        assertThat(of(answer, "changed")).contains("changed;child;E0901;class;ULIS;CM1 A");
        assertThat(answer.lines()).noneMatch(line -> line.contains(";school;"));
        assertThat(answer.err())
                .contains("class ULIS: 1 child stays at the school where it was", "class ULIS: 1 child has no school");
        assertThat(clerk.asks("child", "show", "E0006").out()).contains("VERGERS", "ULIS");
        assertThat(clerk.asks("child", "show", "E0901").out()).contains("MOULIN");
        byte[] stored = clerk.stored();
        assertThat(loadsBoth().err()).contains("nothing changed");
        assertThat(clerk.stored()).isEqualTo(stored);
    }

    @Test
    void whatTheSameFileChangedGivesNobodyASchool() throws IOException {
        families(
                family("F0901", "Anne", "1 rue A", "E0901", "Tom", "2010-02-02").replace(";M;;;", ";M;MOULIN;ULIS;"),
                family("F0902", "Marie", "2 rue B", "E0902", "Ugo", "2010-02-02")
                        .replace(";M;;;", ";M;BOURG;ULIS;"));
        pupils(
                pupil("ROY", "", "Tom", "02/02/2010", "", "CM1", "CM1 A"),
                pupil("MARTIN", "", "Léa", "02/02/2010", "", "CP", "ULIS"));
        guardians(guardian("MARTIN", "Anne", "9 quai Neuf", "", "MARTIN", "Léa"));
        assertThat(of(loadsBoth(), "changed")).contains("changed;child;E0901;class;ULIS;CM1 A");

        Answer again = loadsBoth();

        assertThat(again.err()).contains("nothing changed");
        assertThat(again.lines()).noneMatch(line -> line.contains(";school;"));
    }

    private static String family(
            String code, String guardian, String address, String child, String first, String birth) {
        return String.join(
                ";",
                code,
                "Roy",
                "",
                "",
                "yes",
                "Mme",
                "Roy",
                guardian,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                address,
                "24696",
                "Valmourin",
                child,
                "Roy",
                first,
                birth,
                "M",
                "",
                "",
                "",
                "",
                "",
                "",
                "");
    }

    private void families(String... rows) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(Files.readAllLines(Path.of("sample-data", "families.csv")).get(0));
        lines.addAll(List.of(rows));
        clerk.file("families.csv", lines.toArray(String[]::new));
        Answer loaded = clerk.at(TODAY, "import", "families", "families.csv");
        assertThat(loaded.exit()).as(loaded.err()).isZero();
    }

    @Test
    void knownHomonymsAreNeverGuessed() throws IOException {
        families(
                family("F0901", "Anne", "1 rue A", "E0901", "Tom", "2010-02-02"),
                family("F0902", "Marie", "2 rue B", "E0902", "Tom", "2010-02-02"));
        pupils(pupil("ROY", "", "Tom", "02/02/2010", "", "CP", "CP A"));

        Answer answer = loads();

        assertThat(of(answer, "changed")).isEmpty();
        assertThat(of(answer, "new")).isEmpty();
        assertThat(answer.err()).contains("E0901 Roy Tom, E0902 Roy Tom");
    }

    @Test
    void aFamilyThatWasMergedGetsNoChild() throws IOException {
        families(
                family("F0901", "Anne", "1 rue A", "E0901", "Tom", "2010-02-02"),
                family("F0902", "Anne", "1 rue A", "E0902", "Zoe", "2011-02-02"));
        pupils(pupil("ROY", "", "Ugo", "02/02/2012", "", "CP", "CP A"));
        guardians(guardian("ROY", "Anne", "1 rue A", "", "ROY", "Ugo"));
        assertThat(loadsBoth().err()).contains("F0901, F0902");

        assertThat(clerk.at(TODAY, "family", "merge", "F0901", "F0902", "--yes").exit())
                .isZero();
        loadsBoth();

        assertThat(clerk.at(TODAY, "family", "show", "F0901", "--format", "csv").out())
                .contains("Ugo");
    }

    @Test
    void contactsFollowTheExtractionOnlyWhereItIsTheirSource() throws IOException {
        pupils(KEVIN, LEA);
        String lea = guardian("MARTIN", "Anne", "9 quai Neuf", "anne@example.org", "MARTIN", "Léa");
        guardians(guardian("DUPONT", "Sandra", "5 rue Haute", "new@example.org", "DUPONT", "Kévin"), lea);
        Answer answer = loadsBoth();
        assertThat(of(answer, "differs"))
                .extracting(line -> line.split(";")[3])
                .containsExactly("address", "guardian_email", "guardian_phone");
        assertThat(clerk.asks("family", "show", "F0001").out()).contains("sandra.dupont@example.org");
        guardians(lea.replace("9 quai Neuf", "11 cours Vert").replace("anne@", "anne.martin@"));
        assertThat(of(loadsBoth(), "changed"))
                .singleElement()
                .asString()
                .endsWith(";address;9 quai Neuf;11 cours Vert");
        guardians(lea.replace("0600000001", "06 00 00 00 01").replace("9 quai Neuf", "11 cours vert"));
        assertThat(loadsBoth().err()).contains("nothing changed");
    }

    @Test
    void whoVanishedIsListedAndStays() throws IOException {
        pupils(KEVIN);
        Answer answer = loads("--school", "MOULIN");
        assertThat(of(answer, "vanished")).isNotEmpty().noneMatch(line -> line.contains("E0001"));
        String gone = of(answer, "vanished").get(0).split(";")[2];
        assertThat(clerk.asks("child", "show", gone).out()).contains("MOULIN");
    }

    @Test
    void whoHasNoSchoolVanishesFromFilesOfAllSchools() throws IOException {
        families(family("F0901", "Anne", "1 rue A", "E0901", "Tom", "2010-02-02"));
        pupils(KEVIN);

        assertThat(of(loads("--school", "MOULIN"), "vanished")).noneMatch(line -> line.contains("E0901"));
        assertThat(of(loads(), "vanished")).anyMatch(line -> line.contains("E0901"));
    }

    @Test
    void guardiansWhoAreInNoFamilyOfAKnownChildAreListedAndNotAdded() throws IOException {
        families(family("F0901", "Anne", "1 rue A", "E0901", "Tom", "2010-02-02"));
        pupils(pupil("ROY", "", "Tom", "02/02/2010", "", "CP", "CP A"));
        guardians(
                guardian("ROY", "Anne", "1 rue A", "", "ROY", "Tom"),
                guardian("ROY", "Jean", "1 rue A", "jean@example.org", "ROY", "Tom"),
                guardian("AUTRE", "Nora", "7 rue Z", "", "ROY", "Tom"));
        loadsBoth();

        Answer again = loadsBoth("--report", "faults.csv");

        assertThat(again.err())
                .contains(
                        "guardians.csv:3:0: ROY Jean names ROY Tom of family F0901",
                        "“perisco family contact F0901 --guardian 2 --last-name NAME --first-name NAME” adds them",
                        "guardians.csv:4:0: AUTRE Nora names ROY Tom of family F0901 and lives at another address",
                        "nothing changed")
                .doesNotContain("guardians.csv:2:");
        assertThat(Files.readString(folder.resolve("faults.csv"))).contains("ROY Jean names", "AUTRE Nora names");
        assertThat(clerk.asks("family", "show", "F0901").out()).doesNotContain("Jean", "Nora");

        clerk.at(TODAY, "family", "contact", "F0901", "--guardian", "2", "--last-name", "Roy", "--first-name", "Jean");
        assertThat(loadsBoth().err())
                .contains("guardians.csv:4:0: AUTRE Nora", "of which the guardians are Mme Roy Anne and Roy Jean")
                .doesNotContain("guardians.csv:3:");
    }

    @Test
    void whoWasSeparatedIsNotBroughtBackNorToldAsAStranger() throws IOException {
        families(family("F0901", "Anne", "1 rue A", "E0901", "Tom", "2010-02-02"));
        clerk.at(TODAY, "family", "contact", "F0901", "--guardian", "2", "--last-name", "Roy", "--first-name", "Jean");
        Answer separated = clerk.at(
                TODAY,
                "family",
                "separate",
                "F0901",
                "--address",
                "8 rue B",
                "--postcode",
                "24696",
                "--city",
                "Valmourin");
        assertThat(separated.exit()).as(separated.err()).isZero();
        pupils(pupil("ROY", "", "Tom", "02/02/2010", "", "CP", "CP A"));
        guardians(guardian("ROY", "Jean", "1 rue A", "", "ROY", "Tom"));

        assertThat(loadsBoth().err()).doesNotContain("guardians.csv:2:");

        assertThat(clerk.asks("family", "show", "F0901").out()).doesNotContain("Jean");
    }

    @Test
    void whoStandsInARejectedRowHasNotVanished() throws IOException {
        pupils(KEVIN);
        Answer without = loads("--school", "MOULIN", "--dry-run");
        pupils(KEVIN.replace("14/05/2008", "31/02/2008"));
        Answer answer = loads("--school", "MOULIN", "--skip-rejected", "--dry-run");
        assertThat(of(answer, "vanished")).isEqualTo(of(without, "vanished")).isNotEmpty();
    }

    @Test
    void aBadRowHidesNothingElse() throws IOException {
        pupils(
                KEVIN.replace("14/05/2008", "31/02/2008"),
                pupil("ROY", "", "Tom", "02/02/2010", "", "CP", "CP A"),
                pupil("ROY", "", "Tom", "02/02/2010", "", "CP", "CP B"),
                pupil("SAULE", "", "Emma", "02/02/2010", "120000009ZZ", "CP", "CP A"),
                pupil("NOYER", "", "Luc", "03/02/2010", "120000009ZZ", "CP", "CP A"));
        guardians(guardian("MARTIN", "Anne", "9 quai Neuf", "not an address", "MARTIN", "Léa"));
        byte[] stored = clerk.stored();
        for (String more : List.of("--no-color", "--dry-run")) {
            Answer answer = loadsBoth(more, "--report", "faults.csv");
            assertThat(answer.exit()).isEqualTo(4);
            for (String told : List.of(answer.err(), Files.readString(folder.resolve("faults.csv")))) {
                assertThat(told)
                        .contains(
                                "no day",
                                "ROY Tom: lines 3, 4",
                                "SAULE Emma: lines 5, 6 bear",
                                "NOYER Luc: lines 5, 6 bear",
                                "“not an address” is no e-mail");
            }
        }
        assertThat(clerk.stored()).isEqualTo(stored);
    }

    @Test
    void pupilsSetAsideAreRejectedRowsToMend() throws IOException {
        pupils(
                pupil("ROY", "", "Tom", "02/02/2010", "", "CP", "CP A"),
                pupil("ROY", "", "Tom", "02/02/2010", "", "CP", "CP B"));
        guardians(guardian("ROY", "Anne", "1 rue A", "", "ROY", "Tom"));

        Answer listed = loadsBoth();
        assertThat(listed.exit()).isEqualTo(6);
        assertThat(Files.exists(folder.resolve("pupils.csv.rejected.csv"))).isFalse();
        Answer counted = clerk.at(TODAY, "import", "onde", "--pupils", "pupils.csv", "--yes");
        assertThat(counted.out()).containsPattern("children +0 +0 +0 +0 +2");

        Answer kept = loadsBoth("--skip-rejected", "-o", "mend.csv");
        assertThat(kept.exit()).isEqualTo(6);
        assertThat(kept.err()).contains("2 rows set aside in mend.csv", "1 row set aside in mend.guardians.csv");
        assertThat(Files.readString(folder.resolve("mend.csv")).lines()).hasSize(3);
        assertThat(Files.readString(folder.resolve("mend.guardians.csv"))).contains("ROY;Anne");
        assertThat(Files.exists(folder.resolve("guardians.csv.rejected.csv"))).isFalse();
    }

    @Test
    void rowsMayBeShorterOrLonger() throws IOException {
        String shorter = KEVIN.substring(0, KEVIN.indexOf(";1;Oui"));
        pupils(shorter);
        assertThat(of(loads(), "moved-up")).hasSize(1);
        pupils(KEVIN + ";;;more");
        assertThat(loads().err()).contains("nothing changed");
        pupils(KEVIN.replace("3 rue", "3 ; rue"));
        Answer shifted = loads();
        assertThat(shifted.exit()).isEqualTo(4);
        assertThat(shifted.err()).contains("the row has 23 fields, the header 22, and “CYCLE III”");
    }

    @Test
    void aBadRowStopsAllUnlessItIsSetAside() throws IOException {
        pupils(KEVIN, LEA.replace("02/02/2010", "31/02/2010"));
        byte[] stored = clerk.stored();
        Answer answer = loads();
        assertThat(answer.exit()).isEqualTo(4);
        assertThat(answer.err()).contains("pupils.csv:3:4: Date naissance: “31/02/2010” is no day");
        assertThat(clerk.stored()).isEqualTo(stored);
        assertThat(loads("--skip-rejected").exit()).isEqualTo(6);
        Path rejected = folder.resolve("pupils.csv.rejected.csv");
        String mended = Files.readString(rejected).replace("31/02", "02/02");
        assertThat(mended.lines()).hasSize(2).first().isEqualTo(PUPILS);
        Files.writeString(folder.resolve("pupils.csv"), mended);
        guardians(guardian("MARTIN", "Anne", "9 quai Neuf", "not an address", "MARTIN", "Léa"));
        Answer again = loadsBoth();
        assertThat(of(again, "new")).hasSize(2);
        assertThat(again.err()).contains("guardians.csv:2:0: MARTIN Anne: “not an address” is no e-mail address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "windows-1252"})
    void headersVary(String encoding) throws IOException {
        String varied =
                PUPILS.toUpperCase(java.util.Locale.ROOT).replace("'", "’").replace("É", "E") + "\r\n" + KEVIN;
        Files.write(folder.resolve("pupils.csv"), varied.getBytes(Charset.forName(encoding)));
        String post = GUARDIANS.replace("Téléphone portable", "Numéro de poste;Téléphone portable");
        Files.write(
                folder.resolve("guardians.csv"),
                (post + "\r\nMME;;DUPONT;Sandra;;;;;;;;12;0700000000;;DUPONT;Kévin;CM1 A")
                        .getBytes(Charset.forName(encoding)));
        Answer answer = loadsBoth();
        assertThat(answer.exit()).isZero();
        assertThat(answer.err()).doesNotContain("nobody reads");
        assertThat(of(answer, "moved-up")).hasSize(1);
        assertThat(of(answer, "differs")).containsExactly("differs;family;F0001;guardian_phone;0639989481;0700000000");
    }

    @Test
    void hostileTextIsRejectedInEveryColumn() throws IOException {
        String[] fields = KEVIN.split(";", -1);
        for (int i = 0; i < fields.length; i++) {
            String[] hostile = fields.clone();
            hostile[i] = "\u001b[31m";
            pupils(String.join(";", hostile));
            Answer answer = loads();
            assertThat(answer.exit()).as("column %d", i + 1).isEqualTo(4);
            assertThat(answer.err()).contains("pupils.csv:2:" + (i + 1) + ":").doesNotContain("\u001b");
        }
        pupils(KEVIN);
        String[] guardian =
                guardian("DUPONT", "Sandra", "a", "", "DUPONT", "Kévin").split(";", -1);
        for (int i = 0; i < guardian.length; i++) {
            String[] hostile = guardian.clone();
            hostile[i] = "\u202e";
            guardians(String.join(";", hostile));
            assertThat(loadsBoth().err()).contains("guardians.csv:2:" + (i + 1) + ":");
        }
    }

    @Test
    void baseElevesIsReadToo() throws IOException {
        Files.write(
                folder.resolve("pupils.csv"),
                List.of(
                        "\"Nom Elève\";\"Nom d'usage Elève\";\"Prénom Elève\";\"Date naissance\";\"Sexe\";\"Adresse1\";"
                                + "\"Cp1\";\"Commune1\";\"Pays1\";\"Adresse2\";\"Cp2\";\"Commune2\";\"Pays2\";\" Cycle\";"
                                + "\"Niveau\";\"Classe\";\"Attestation fournie\";\"Autorisations associations\";"
                                + "\"Autorisations photos\";\"Décision de passage\"",
                        "\"DUPONT\";;\"Kévin\";\"2008-05-14\";\"H\";;;;;;;;;\"CYCLE III\";\"CM1\";\"CM1 A\";\"Oui\";\"Non\";\"Oui\";"),
                StandardCharsets.UTF_8);
        Answer answer = loads();
        assertThat(answer.err()).doesNotContain("nobody reads");
        assertThat(of(answer, "moved-up")).hasSize(1);
    }

    @Test
    void aLevelThatIsNotKnownLeavesTheOneThatWas() throws IOException {
        pupils(KEVIN);
        loads();
        pupils(pupil("DUPONT", "", "Kévin", "14/05/2008", "120000001AB", "ULIS", "ULIS 1"));

        Answer answer = loads();

        assertThat(answer.err()).contains("“ULIS” is no level from TPS to CM2; the level is left as it is");
        assertThat(of(answer, "changed")).containsExactly("changed;child;E0001;class;CM1 A;ULIS 1");
    }

    @Test
    void filesInEachOthersPlaceAreToldApart() throws IOException {
        pupils(KEVIN);
        guardians(guardian("DUPONT", "SANDRA", "3 rue des Vignes", "sandra.dupont@example.org", "DUPONT", "KEVIN"));
        for (String[] files : new String[][] {{"guardians.csv", "pupils.csv"}, {"pupils.csv", "pupils.csv"}}) {
            Answer answer =
                    clerk.at(TODAY, "import", "onde", "--pupils", files[0], "--guardians", files[1], "--dry-run");
            assertThat(answer.exit()).isEqualTo(ExitCode.BAD_DATA);
            assertThat(answer.err().lines()).hasSize(2).first().asString().contains("this is the extraction of the");
        }
    }
}
