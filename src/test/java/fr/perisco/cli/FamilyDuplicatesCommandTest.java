package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Families that were entered twice, in a town where nobody else is alike. */
class FamilyDuplicatesCommandTest {
    private static final String HEADER =
            "family;family_name;quotient;quotient_from;resident;guardian_civility;guardian_last_name;"
                    + "guardian_first_name;guardian_email;guardian_phone;guardian2_civility;guardian2_last_name;guardian2_first_name;"
                    + "guardian2_email;guardian2_phone;address;postcode;city;child;child_last_name;child_first_name;birth_date;sex;school;"
                    + "class;diet;vaccines_until\n";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void aTown() {
        office = TestOffice.withSetup(folder);
    }

    private void families(String... rows) {
        office.write(
                "families.csv",
                HEADER + Stream.of(rows).map(FamilyDuplicatesCommandTest::row).collect(Collectors.joining()));
        office.done("import", "families", "families.csv");
    }

    /** Family, name, resident, guardian's last name, first name, e-mail, phone; postcode; child, its names, birth date. */
    private static String row(String text) {
        String[] of = text.split(";", -1);
        return String.join(
                        ";", of[0], of[1], "", "", of[2], "", of[3], of[4], of[5], of[6], "", "", "", "", "", "", of[7],
                        "")
                + ";" + String.join(";", of[8], of[9], of[10], of[11], "", "", "", "", "") + "\n";
    }

    private List<String> pairs(String... more) {
        String[] args = new String[4 + more.length];
        System.arraycopy(new String[] {"family", "duplicates", "--format", "csv"}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return office.done(args).outLines().stream()
                .filter(line -> line.startsWith("F"))
                .toList();
    }

    @Test
    void eachReasonIsFoundHoweverItIsSpelt() {
        families(
                "F1;Lévêque;yes;Lévêque;Anne-Marie;a@example.org;06 39 98 00 01;24100;E1;Lévêque;Zoé;2009-01-02",
                "F2;LEVEQUE;yes;Roux;Paul;b@example.org;06 39 98 00 02;24100;E2;LEVEQUE;Zoe;2009-01-02",
                "F3;X;yes;Roy;Lise;c@example.org;+33 6 39 98 00 01;24200;E3;X;Y;2010-01-02",
                "F4;Z;yes;LEVEQUE;Anne Marie;d@example.org;;24100;E4;Z;Y;2011-01-02",
                "F5;T;yes;Lévêque;Anne-Marie;e@example.org;;33000;E5;T;Y;2011-01-02");
        office.done("family", "contact", "F5", "--guardian", "2", "--last-name", "W", "--email", "C@example.org");

        assertThat(pairs())
                .containsExactly(
                        "F1;Lévêque;F2;LEVEQUE;child",
                        "F1;Lévêque;F3;X;phone",
                        "F1;Lévêque;F4;Z;guardian",
                        "F3;X;F5;T;email");
        assertThat(pairs("--same", "phone")).containsExactly("F1;Lévêque;F3;X;phone");
        assertThat(pairs("--family", "F5")).containsExactly("F3;X;F5;T;email");
        assertThat(office.run("family", "duplicates", "--family", "NOBODY").exit())
                .isEqualTo(3);
        assertThat(office.run("family", "duplicates", "--same", "luck").exit()).isEqualTo(2);
        assertThat(office.done("family", "duplicates").out()).contains("perisco family merge F1 F2 --dry-run");
    }

    @Test
    void aChildThatBothAreKnownToHaveIsNoReason() {
        families(
                "F1;A;yes;A;A;;;24100;E1;A;Zoé;2009-01-02",
                "F2;B;yes;B;B;;;24100;E1;A;Zoé;2009-01-02",
                "F3;C;yes;C;C;;;24100;E3;A;Zoé;2009-01-03");

        assertThat(pairs()).isEmpty();
    }

    @Test
    void mergedFamiliesAreNotListed() {
        families(
                "F1;A;yes;A;A;;0639980001;24100;E1;A;Zoé;2009-01-02",
                "F2;A;yes;A;A;;0639980001;24100;E2;A;Zoé;2009-01-02");
        assertThat(pairs()).containsExactly("F1;A;F2;A;child phone guardian");

        TestOffice.Answer merged = office.done("family", "merge", "F1", "F2", "--yes");

        assertThat(merged.err()).contains("E1 and E2").contains("perisco registration end E2");
        assertThat(pairs()).isEmpty();
    }

    @Test
    void erasedFamiliesAreNotListed() throws Exception {
        families(
                "F1;A;yes;A;A;;0639980001;24100;E1;A;Zoé;2009-01-02",
                "F2;B;yes;B;B;;0639980001;24200;E2;B;Léa;2009-01-02");
        office.done("family", "erase", "F2", "--yes");
        try (var connection = office.connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO guardian SELECT id, 1, '', 'A', 'A', '', '0639980001' FROM family WHERE code = 'F2'");
        }

        assertThat(pairs()).isEmpty();
        assertThat(office.run("family", "contact", "F2", "--phone", "1").exit()).isEqualTo(3);
    }

    @Test
    void aNumberThatManyGaveMakesNoMorePairsThanFamilies() {
        families(IntStream.rangeClosed(1, 60)
                .mapToObj(i -> "F%1$02d;N%1$d;yes;N%1$d;V;;0553000000;24%1$03d;E%1$d;N%1$d;Z;2009-01-02".formatted(i))
                .collect(Collectors.toList())
                .toArray(String[]::new));

        assertThat(pairs()).hasSize(59).allMatch(line -> line.startsWith("F01;"));
    }
}
