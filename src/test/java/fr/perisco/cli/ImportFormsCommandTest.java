package fr.perisco.cli;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One file in every form in which a school, a spreadsheet or another office writes it: always the same families. */
class ImportFormsCommandTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset MAC_ROMAN = Charset.forName("x-MacRoman");
    private static final String MARK = "\ufeff";
    private static final String FRENCH_HEADER = "Famille;Nom famille;Quotient familial;Date du quotient;Résident;"
            + "Civilité responsable;Nom responsable;Prénom responsable;Courriel responsable;Téléphone responsable;"
            + "Civilité responsable 2;Nom responsable 2;Prénom responsable 2;Courriel responsable 2;Téléphone responsable 2;"
            + "Adresse;Code postal;Commune;"
            + "Enfant;Nom enfant;Prénom enfant;Date de naissance;Sexe;École;Classe;Régime alimentaire;Vaccins jusqu’au;"
            + "Enfants à charge;Revenus;Date des revenus";
    private static final String GOEURY = "F1|Gœury-Éthève|711.50|2016-09-01|yes|"
            + "Mme|O’Brien|Zoë|zoe@example.org|06 39 98 94 81|"
            + "M.|D'Almeida|Éloi||+33 6 39 98 00 14|"
            + "Bâtiment \"Les Lilas\"; 1, rue du Pont|24696|Valmourin|";
    private static final List<List<String>> ROWS = List.of(
            List.of(FamilyRows.HEADER.split(";")),
            fields(GOEURY + "E1|Gœury|Kévin|2008-05-14|M|MOULIN|CE2 A|sans porc|2020-01-25|2|21330.00|2016-09-01"),
            fields(GOEURY + "E2|Gœury|Aïcha|2010-12-03|F|BOURG|MS|||2|21330.00|2016-09-01"),
            fields("F2|Petit|||no|" + "|Petit||||" + "|||||" + "|||" + "E3|Petit|Noé|2012-02-29||||||" + "||"));

    private static final String PLAIN = written(ROWS, ";", "\n");

    @TempDir
    Path folder;

    private static List<String> fields(String row) {
        return List.of(row.split("\\|", -1));
    }

    private static List<List<String>> with(UnaryOperator<String> change) {
        return ROWS.stream().map(row -> row.stream().map(change).toList()).toList();
    }

    private static List<List<String>> withHeader(Stream<String> header) {
        List<List<String>> rows = new ArrayList<>(ROWS);
        rows.set(0, header.toList());
        return rows;
    }

    /** Fields in quotation marks where they must be. */
    private static String written(List<List<String>> rows, String separator, String lineEnd) {
        return written(
                rows, separator, lineEnd, field -> field.matches("(?s).*[;,\t\"\r\n].*") ? quoted(field) : field);
    }

    private static String written(
            List<List<String>> rows, String separator, String lineEnd, UnaryOperator<String> writing) {
        return rows.stream()
                .map(row -> row.stream().map(writing).collect(Collectors.joining(separator)))
                .collect(Collectors.joining(lineEnd, "", lineEnd));
    }

    private static String quoted(String field) {
        return '"' + field.replace("\"", "\"\"") + '"';
    }

    private static List<List<String>> columnsTurnedAround() {
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : ROWS) {
            List<String> turned = new ArrayList<>(row);
            Collections.reverse(turned);
            rows.add(turned);
        }
        return rows;
    }

    private static List<List<String>> inFrench() {
        List<List<String>> rows = new ArrayList<>(with(field -> switch (field) {
            case "yes" -> "Oui";
            case "no" -> "NON";
            case "711.50" -> "711,50 €";
            case "21330.00" -> "21 330,00";
            default -> field.replaceAll("(\\d{4})-(\\d{2})-(\\d{2})", "$3/$2/$1");
        }));
        rows.set(0, List.of(FRENCH_HEADER.split(";")));
        return rows;
    }

    private static Arguments form(String name, byte[] content, String... options) {
        return Arguments.of(name, content, List.of(options));
    }

    private static Arguments form(String name, String content) {
        return form(name, content.getBytes(UTF_8));
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                form("UTF-8", PLAIN),
                form("UTF-8 with a mark", MARK + PLAIN),
                form("UTF-8 with a mark, told", (MARK + PLAIN).getBytes(UTF_8), "--charset=utf8"),
                form("UTF-16LE with its mark", (MARK + PLAIN).getBytes(UTF_16LE)),
                form("UTF-16BE with its mark", (MARK + PLAIN).getBytes(UTF_16BE)),
                form("UTF-16LE without, told", PLAIN.getBytes(UTF_16LE), "--charset=UTF-16LE"),
                form("Windows-1252, found out", PLAIN.getBytes(WINDOWS_1252)),
                form("Windows-1252, told", PLAIN.getBytes(WINDOWS_1252), "--charset", "windows-1252"),
                form("Mac Roman, told", PLAIN.getBytes(MAC_ROMAN), "--charset", "x-MacRoman"),
                form("letters and accents apart", Normalizer.normalize(PLAIN, Normalizer.Form.NFD)));
    }

    static Stream<Arguments> shapes() {
        List<List<String>> broken = with(field -> field.replace("; 1,", ";\n1,").replace("CE2 A", "CE2\r\nA"));
        List<List<String>> spacious = with(field -> "  " + field + "\u00a0");
        return Stream.of(
                form("comma", written(ROWS, ",", "\n")),
                form("tab", written(ROWS, "\t", "\n")),
                form("a spreadsheet's Unicode text", (MARK + written(ROWS, "\t", "\r\n")).getBytes(UTF_16LE)),
                form("CRLF", written(ROWS, ";", "\r\n")),
                form("CR", written(ROWS, ";", "\r")),
                form("no end to the last line", PLAIN.strip()),
                form("empty lines, rows of empty fields", PLAIN.replace("\n", "\n\n" + ";".repeat(29) + "\n")),
                form("every field quoted", written(ROWS, ";", "\r\n", ImportFormsCommandTest::quoted)),
                form("line breaks in fields", written(broken, ";", "\r\n")),
                form("line breaks in fields, lines end with CR", written(broken, ";", "\r")),
                form(
                        "spaces around, inside quotation marks",
                        written(spacious, ";", "\n", ImportFormsCommandTest::quoted)));
    }

    static Stream<Arguments> headersAndValues() {
        return Stream.of(
                form("French headers, days, amounts and words", written(inFrench(), ";", "\r\n")),
                form(
                        "the same in Windows-1252, with commas",
                        written(inFrench(), ",", "\r\n").getBytes(WINDOWS_1252)),
                form(
                        "headers in capitals, spaces for underscores",
                        written(
                                withHeader(ROWS.get(0).stream()
                                        .map(name -> " "
                                                + name.toUpperCase(Locale.ROOT).replace('_', ' '))),
                                ";",
                                "\n")),
                form(
                        "French headers in capitals, without accents",
                        PLAIN.replace(
                                FamilyRows.HEADER,
                                Normalizer.normalize(FRENCH_HEADER.toUpperCase(Locale.FRENCH), Normalizer.Form.NFD)
                                        .replaceAll("\\p{M}", "")
                                        .replace('’', '\''))),
                form("columns the other way round", written(columnsTurnedAround(), ";", "\n")),
                form(
                        "without the columns that may be missing",
                        written(ROWS.stream().map(row -> row.subList(0, 27)).toList(), ";", "\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"encodings", "shapes", "headersAndValues"})
    void everyFormGivesTheSameFamilies(String name, byte[] content, List<String> options) {
        TestOffice office = TestOffice.withSetup(folder);
        office.write("plain.csv", PLAIN);
        office.done("import", "families", "plain.csv");
        byte[] before = office.database();
        office.write("form.csv", content);

        Answer answer = office.done(Stream.concat(Stream.of("import", "families", "form.csv"), options.stream())
                .toArray(String[]::new));

        assertThat(answer.err()).isEmpty();
        assertThat(answer.outLines())
                .containsExactly(
                        " what      new  changed  unchanged  vanished  rejected",
                        " families    0        0          2         0         0",
                        " children    0        0          3         0         0",
                        "nothing changed");
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void whatIsKeptIsWhatTheFileSays() {
        TestOffice office = TestOffice.withSetup(folder);
        office.write("families.csv", written(inFrench(), "\t", "\r").getBytes(WINDOWS_1252));
        office.done("import", "families", "families.csv");

        assertThat(office.rows("""
                select code, name, login, address, postcode, city, dependents, income_cents, income_on from family
                """))
                .containsExactly(
                        "F1|Gœury-Éthève|zoe@example.org|Bâtiment \"Les Lilas\"; 1, rue du Pont|24696|Valmourin|2|2133000|2016-09-01",
                        "F2|Petit|null||||null|null|null");
        assertThat(office.rows("""
                select family_id, rank, civility, last_name, first_name, email, phone from guardian
                """))
                .containsExactly(
                        "1|1|Mme|O’Brien|Zoë|zoe@example.org|06 39 98 94 81",
                        "1|2|M.|D'Almeida|Éloi||+33 6 39 98 00 14",
                        "2|1||Petit|||");
        assertThat(office.rows("""
                select child.code, last_name, first_name, birth_on, sex, diet, vaccines_until_on, school.code, class
                from child left join child_schooling on child_id = child.id left join school on school.id = school_id
                """))
                .containsExactly(
                        "E1|Gœury|Kévin|2008-05-14|M|sans porc|2020-01-25|MOULIN|CE2 A",
                        "E2|Gœury|Aïcha|2010-12-03|F||null|BOURG|MS",
                        "E3|Petit|Noé|2012-02-29|||null|null|null");
        assertThat(office.rows("select family_id, quotient_from_on, quotient_cents from family_quotient"))
                .containsExactly("1|2016-09-01|71150");
        assertThat(office.rows("select family_id, is_resident from family_residency"))
                .containsExactly("1|1", "2|0");
    }

    @Test
    void anEncodingThatNobodyKnowsIsAWrongCommandLine() {
        TestOffice office = TestOffice.withSetup(folder);
        office.write("plain.csv", PLAIN);

        Answer answer = office.run("import", "families", "plain.csv", "--charset", "latin9000");

        assertThat(answer.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("latin9000 is no encoding; write UTF-8, windows-1252 or UTF-16");
    }

    @Test
    void stdinIsAFileToo() {
        TestOffice office = TestOffice.withSetup(folder);

        assertThat(office.runWith(PLAIN.getBytes(WINDOWS_1252), "import", "families", "-")
                        .exit())
                .isZero();
        assertThat(office.rows("select code from child")).containsExactly("E1", "E2", "E3");
    }
}
