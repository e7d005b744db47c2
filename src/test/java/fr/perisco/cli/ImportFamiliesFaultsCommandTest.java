package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G14: One bad row and nothing is written; every mistake of the file is told at once, by line and column. */
class ImportFamiliesFaultsCommandTest {
    private static final String LONG_TEXT = "x".repeat(1_001);
    private static final String LONG_CODE = "F".repeat(41);

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void aFamilyIsThereAlready() {
        office = TestOffice.withSetup(folder);
        office.write(
                "stored.csv",
                FamilyRows.file("stored.csv")
                        .row("family", "F-STORED", "child", "E-STORED", "guardian_email", "taken@example.org")
                        .text());
        office.done("import", "families", "stored.csv");
    }

    @Test
    void everyMistakeIsToldByLineAndColumnAndNothingIsWritten() {
        FaultyFile file = mistakes();
        office.write(file.name(), file.text());
        byte[] before = office.database();
        List<String> files = office.files();

        Answer answer = office.run("import", "families", file.name());

        assertThat(file.faults()).hasSizeGreaterThan(60);
        assertThat(answer.errLines().subList(0, answer.errLines().size() - 1)).containsExactlyElementsOf(file.faults());
        assertThat(answer.errLines())
                .last()
                .isEqualTo(
                        "%d faults: nothing was changed".formatted(file.faults().size()));
        assertThat(answer.out()).isEmpty();
        assertThat(answer.exit()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(office.database()).isEqualTo(before);
        assertThat(office.files()).isEqualTo(files);
    }

    @Test
    void frenchNamesTheSamePlaces() {
        FaultyFile file = mistakes();
        office.write(file.name(), file.text());

        Answer answer = office.run("--lang", "fr", "import", "families", file.name());

        assertThat(answer.errLines().subList(0, answer.errLines().size() - 1))
                .extracting(ImportFamiliesFaultsCommandTest::placeOf)
                .containsExactlyElementsOf(file.faults().stream()
                        .map(ImportFamiliesFaultsCommandTest::placeOf)
                        .toList());
        assertThat(answer.errLines())
                .contains(
                        "families.csv:2:1: family est vide ; remplissez-le",
                        "families.csv:28:3: quotient : « -711 » est négatif ; écrivez 0 ou plus, par exemple 13,50")
                .last()
                .isEqualTo("%d fautes : rien n’a été changé"
                        .formatted(file.faults().size()));
    }

    @Test
    void aFaultNamesTheHeaderThatStandsInTheFile() {
        String english = FamilyRows.HEADER;
        office.write(
                "f.csv",
                english.replace("quotient;quotient_from", "QUOTIENT FAMILIAL;Date_du quotient") + "\nF1;Roy;-5;mardi"
                        + ";".repeat(english.split(";").length - 4) + "\n");

        assertThat(office.run("--lang", "fr", "import", "families", "f.csv").errLines())
                .contains(
                        "f.csv:2:3: QUOTIENT FAMILIAL : « -5 » est négatif ; écrivez 0 ou plus, par exemple 13,50",
                        "f.csv:2:4: Date_du quotient : « mardi » n’est pas une date ; écrivez 03/11/2016 ou 2016-11-03");
    }

    @Test
    void aFaultThatOtherRowsShowNamesTheHeaderOfTheFileToo() {
        office.write(
                "q.csv", "famille;quotient familial;date du quotient\nF9999;1e3;01/09/2016\nF0000;12;01/09/2016\n");

        assertThat(office.run("--lang", "fr", "import", "quotients", "q.csv").errLines())
                .contains(
                        "q.csv:2:2: quotient familial : « 1e3 » n’est pas un montant ; écrivez des chiffres et une virgule"
                                + " au plus, par exemple 1234,50")
                .anyMatch(line -> line.startsWith("q.csv:3:1: famille : "));
    }

    private static String placeOf(String fault) {
        String[] parts = fault.split(":", 4);
        return String.join(":", parts[0], parts[1], parts[2].strip());
    }

    @Test
    void aRehearsalTellsTheSame() {
        FaultyFile file = mistakes();
        office.write(file.name(), file.text());

        assertThat(office.run("import", "families", file.name(), "--dry-run"))
                .isEqualTo(office.run("import", "families", file.name()));
    }

    private static FaultyFile mistakes() {
        FaultyFile file = FamilyRows.file("families.csv");
        missingFields(file);
        days(file);
        numbersAndWords(file);
        codes(file);
        controlCharacters(file);
        rowsThatContradict(file);
        shapes(file);
        return file;
    }

    private static void missingFields(FaultyFile file) {
        file.row("family", "").fault("family", "family is empty; fill it in");
        file.row("family_name", "  ").fault("family_name", "family_name is empty; fill it in");
        file.row("resident", "").fault("resident", "resident is empty; fill it in");
        file.row("guardian_last_name", "").fault("guardian_last_name", "guardian_last_name is empty; fill it in");
        file.row("guardian2_first_name", "Marc")
                .fault("guardian2_last_name", "guardian2_last_name is empty; fill it in");
        file.row("child", "").fault("child", "child is empty; fill it in");
        file.row("child_last_name", "").fault("child_last_name", "child_last_name is empty; fill it in");
        file.row("child_first_name", "").fault("child_first_name", "child_first_name is empty; fill it in");
        file.row("birth_date", "").fault("birth_date", "birth_date is empty; fill it in");
        file.row("quotient_from", "")
                .fault(
                        "quotient_from",
                        "quotient_from: the quotient €711.50 has no date; give the day from which it counts");
        file.row("quotient", "")
                .fault("quotient", "quotient: a date without a quotient; give the quotient or leave both empty");
    }

    private static void days(FaultyFile file) {
        for (String noDay : List.of(
                "31/02/2009", "29/02/2009", "12/31/2009", "03/11/09", "2009-3-1", "2009-11-03T00:00", "mardi 3 mars")) {
            file.row("birth_date", noDay)
                    .fault("birth_date", "birth_date: “" + noDay + "” is no day; write 2016-11-03 or 03/11/2016");
        }
        file.row("birth_date", "2016-10-15")
                .fault("birth_date", "birth_date: Sat 2016-10-15 is after today, Fri 2016-10-14; mend the date");
        file.row("birth_date", "1908-05-14")
                .fault(
                        "birth_date",
                        "birth_date: Thu 1908-05-14 makes the child more than 30 years old; mend the date");
        file.row("birth_date", "0208-05-14")
                .fault("birth_date", "birth_date: Sat 0208-05-14 is out of range; mend the year");
        file.row("vaccines_until", "2020-01-32")
                .fault("vaccines_until", "vaccines_until: “2020-01-32” is no day; write 2016-11-03 or 03/11/2016");
        file.row("vaccines_until", "20200-01-25")
                .fault("vaccines_until", "vaccines_until: “20200-01-25” is no day; write 2016-11-03 or 03/11/2016");
        file.row("quotient_from", "01/09/2916")
                .fault("quotient_from", "quotient_from: Tue 2916-09-01 is out of range; mend the year");
        file.row("income_on", "septembre")
                .fault("income_on", "income_on: “septembre” is no day; write 2016-11-03 or 03/11/2016");
    }

    private static void numbersAndWords(FaultyFile file) {
        file.row("quotient", "sept cents")
                .fault(
                        "quotient",
                        "quotient: “sept cents” is no amount; write digits with one comma or dot at the most, such as 1234.50");
        file.row("quotient", "-711")
                .fault("quotient", "quotient: “-711” is below zero; write 0 or more, such as 13.50");
        file.row("quotient", "711,505")
                .fault(
                        "quotient",
                        "quotient: “711,505” is not in whole cents; write two decimals at the most, such as 13.50");
        file.row("quotient", "1.234,50")
                .fault(
                        "quotient",
                        "quotient: “1.234,50” is no amount; write digits with one comma or dot at the most, such as 1234.50");
        file.row("quotient", "9999999999999")
                .fault(
                        "quotient",
                        "quotient: “9999999999999” is beyond any amount; write twelve digits at the most before the decimals");
        file.row("income", "2e4")
                .fault(
                        "income",
                        "income: “2e4” is no amount; write digits with one comma or dot at the most, such as 1234.50");
        file.row("dependents", "deux").fault("dependents", "dependents: “deux” is no whole number; write 2");
        file.row("dependents", "-1").fault("dependents", "dependents: “-1” is no whole number; write 2");
        file.row("resident", "peut-être")
                .fault("resident", "resident: “peut-être” is neither yes nor no; write yes or no");
        file.row("sex", "X").fault("sex", "sex: “X” is neither F nor M; write F, M or nothing");
        file.row("school", "MOULINS")
                .fault(
                        "school",
                        "school: no school has the code MOULINS; there are BOURG MOULIN VERGERS (“perisco setup show” lists them)");
        for (String faith : List.of("Halal", "repas casher", "viande kascher", "musulman")) {
            file.row("diet", faith).fault("diet", "diet: a diet is not written by faith; write “sans porc”");
        }
        for (String health : List.of("autiste", "PAI", "allergie arachide")) {
            file.row("diet", health)
                    .fault(
                            "diet",
                            "diet: a diet says what is not eaten, such as “sans gluten”; PAI and allergies are kept apart:"
                                    + " “perisco child health CHILD --allergy --text-file FILE”, and a handicap’s nature is"
                                    + " never stored");
        }
        for (String noEmail : List.of("sandra.dupont", "sandra@home", "a@b@example.org", "Sandra <s@example.org>")) {
            file.row("guardian_email", noEmail)
                    .fault(
                            "guardian_email",
                            "guardian_email: “" + noEmail + "” is no e-mail address; mend it or leave it empty");
        }
        file.row("guardian2_last_name", "Petit", "guardian2_email", "petit@")
                .fault("guardian2_email", "guardian2_email: “petit@” is no e-mail address; mend it or leave it empty");
        file.row("address", LONG_TEXT).fault("address", "address: 1,001 characters, 1,000 at the most; shorten it");
    }

    private static void codes(FaultyFile file) {
        for (String noCode : List.of("F/1", "../../etc/passwd", "..", "-rf", "F 1", "=1+1", LONG_CODE)) {
            file.row("family", noCode)
                    .fault(
                            "family",
                            "family: “" + noCode + "” is no code; use letters, digits, dots, dashes and underscores");
        }
        file.row("child", "C:\\x")
                .fault("child", "child: “C:\\x” is no code; use letters, digits, dots, dashes and underscores");
        file.row("child", "con.1")
                .fault(
                        "child",
                        "child: Windows keeps the name “con.1” for a device, no file can have it; take another code");
    }

    private static void controlCharacters(FaultyFile file) {
        file.row("family_name", "\u001b[31mrouge\u001b[0m")
                .fault("family_name", "family_name: a control character (U+001B); take it out");
        file.row("city", "\u009b31m").fault("city", "city: a control character (U+009B); take it out");
        file.row("class", "a\bb").fault("class", "class: a control character (U+0008); take it out");
        file.row("child_first_name", "\u202egnp.exe")
                .fault("child_first_name", "child_first_name: a control character (U+202E); take it out");
        file.row("address", "rue\u0000").fault("address", "a NUL character; save the file as text");
        file.row("guardian_first_name", "Ren\ufffd")
                .fault(
                        "guardian_first_name",
                        "these bytes are no text in the file’s encoding; save it as UTF-8 or give --charset");
    }

    private static void rowsThatContradict(FaultyFile file) {
        file.row("family", "F-A", "child", "E-A", "guardian_email", "a@example.org");
        long first = file.lastLine();
        String differs = ": not the same as on line " + first + " for the same family; make them agree";
        file.row("family", "F-A", "child", "E-A2", "guardian_email", "a@example.org", "family_name", "Durand")
                .fault("family_name", "family_name" + differs);
        file.row(
                        "family",
                        "F-A",
                        "child",
                        "E-A3",
                        "guardian_email",
                        "a@example.org",
                        "quotient",
                        "712",
                        "resident",
                        "non")
                .fault("quotient", "quotient" + differs)
                .fault("resident", "resident" + differs);
        file.row("family", "F-A", "child", "E-A4", "guardian_email", "other@example.org")
                .fault("guardian_email", "guardian_email" + differs);
        file.row("family", "F-A", "child", "E-A", "guardian_email", "a@example.org")
                .fault("child", "child: child E-A stands on line " + first + " already, in the same family; keep one");
        file.row("family", "F-B", "child", "E-A", "birth_date", "2008-05-15", "school", "BOURG")
                .fault(
                        "birth_date",
                        "birth_date: not the same as on line " + first + " for the same child; make them agree")
                .fault("school", "school: not the same as on line " + first + " for the same child; make them agree");
        file.row("guardian_email", "A@Example.org")
                .fault(
                        "guardian_email",
                        "guardian_email: a@example.org is the login of family F-A on line " + first
                                + "; give another e-mail");
        file.row("guardian_email", "taken@example.org")
                .fault(
                        "guardian_email",
                        "guardian_email: taken@example.org is the login of family F-STORED already; give another e-mail");
    }

    private static void shapes(FaultyFile file) {
        file.row("sex", "X", "diet", "halal", "postcode", "\u0007")
                .fault("postcode", "postcode: a control character (U+0007); take it out")
                .fault("sex", "sex: “X” is neither F nor M; write F, M or nothing")
                .fault("diet", "diet: a diet is not written by faith; write “sans porc”");
        file.line("F-C;Dupont;711").fault(4, "the row has 3 fields, the header 30; add the missing ones");
        file.line(file.written() + ";;")
                .fault(
                        31,
                        "the row has 32 fields, the header 30; a separator too many, or a field that needs quotation marks");
        file.row("address", "12\" rue")
                .fault(
                        "address",
                        "a quotation mark inside a field without quotation marks; put the field in quotation marks and double this one");
        file.row("address", "\"12 rue\" bis")
                .fault("address", "text after a closing quotation mark; double the quotation marks inside the field");
        file.row("class", "CE2\rA")
                .fault("class", "a line ends with a carriage return alone; save the file with ordinary line ends");
        file.row("address", "\"bâtiment B\n12 rue\"", "sex", "Y")
                .fault("sex", "sex: “Y” is neither F nor M; write F, M or nothing");
        file.row("address", "\"12 rue").fault("address", "a quotation mark is never closed; close it");
        file.row("sex", "Z").fault("sex", "sex: “Z” is neither F nor M; write F, M or nothing");
    }
}
