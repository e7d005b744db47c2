package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a clerk reads of a family and of a child. */
class FamilyShowCommandTest {
    private static final String DECEMBER = "2016-12-05T10:00";

    @TempDir
    Path folder;

    private ClerkAtWork clerk;

    @BeforeEach
    void openTheOffice() throws IOException {
        clerk = new ClerkAtWork(folder);
    }

    private void invoiceNovember() {
        assertThat(clerk.at("2016-12-01T08:00", "invoice", "run", "2016-11").exit())
                .isZero();
    }

    private String csv(String moment, String... command) {
        ClerkAtWork.Answer answer = clerk.at(moment, concat(command, "--format", "csv"));
        assertThat(answer.exit()).isZero();
        return answer.out();
    }

    private static String[] concat(String[] some, String... others) {
        String[] all = new String[some.length + others.length];
        System.arraycopy(some, 0, all, 0, some.length);
        System.arraycopy(others, 0, all, some.length, others.length);
        return all;
    }

    @Test
    void theAccountIsThatOfTheTutorialAfterAPartWasPaid() {
        invoiceNovember();
        clerk.at(DECEMBER, "payment", "add", "F0001", "7.50", "--method", "card");

        assertThat(csv(DECEMBER, "family", "show", "F0001").lines())
                .startsWith("kind;code;field;value")
                .contains(
                        "family;F0001;name;Dupont",
                        "family;F0001;login;sandra.dupont@example.org",
                        "family;F0001;resident;yes",
                        "family;F0001;resident_since;2016-09-01",
                        "family;F0001;dependents;1",
                        "family;F0001;quotient;711.00",
                        "family;F0001;due;6.00",
                        "family;F0001;credit;0.00",
                        "family;F0001;balance;6.00",
                        "child;E0001;class;CE2 A",
                        "child;E0001;age;8",
                        "guardian;1;last_name;Dupont",
                        "invoice;F0516120001;amount;13.50",
                        "invoice;F0516120001;balance;6.00");
    }

    @Test
    void whatIsPaidTooMuchIsCreditAndTheBalanceIsThatOfTheList() {
        invoiceNovember();
        clerk.at(DECEMBER, "payment", "add", "F0001", "20", "--method", "card");

        assertThat(csv(DECEMBER, "family", "show", "F0001").lines())
                .contains("family;F0001;due;0.00", "family;F0001;credit;6.50", "family;F0001;balance;-6.50");
        assertThat(csv(DECEMBER, "family", "list").lines())
                .anyMatch(line -> line.startsWith("F0001;") && line.contains(";-6.50;"));
    }

    @Test
    void theQuotientIsTheOneInForceOnTheDayItIsLookedAt() throws IOException {
        String header = "family;family_name;quotient;quotient_from;resident;guardian_civility;guardian_last_name;"
                + "guardian_first_name;guardian_email;guardian_phone;guardian2_civility;guardian2_last_name;"
                + "guardian2_first_name;guardian2_email;guardian2_phone;address;postcode;city;child;child_last_name;"
                + "child_first_name;birth_date;sex;school;class;diet;vaccines_until";
        String file = clerk.file(
                "families.csv",
                header,
                "F0001;Dupont;800;2017-01-01;no;Mme;Dupont;Sandra;sandra.dupont@example.org;0639989481;;;;;;"
                        + "2 rue Neuve;24000;Ailleurs;E0001;Dupont;Kévin;2008-05-14;M;MOULIN;CE2 B;sans porc;2016-12-31");
        assertThat(clerk.at(DECEMBER, "import", "families", file).exit()).isZero();

        assertThat(csv(DECEMBER, "family", "show", "F0001").lines())
                .contains(
                        "family;F0001;quotient;711.00",
                        "quotient;2016-09-01 2016-09-01;state;in-force",
                        "quotient;2017-01-01 2017-01-01;state;to-come",
                        "family;F0001;resident;no",
                        "family;F0001;resident_since;2016-12-05",
                        "child;E0001;vaccines;valid");
        assertThat(csv("2017-01-01T08:00", "family", "show", "F0001").lines())
                .contains(
                        "family;F0001;quotient;800.00",
                        "quotient;2016-09-01 2016-09-01;state;past",
                        "quotient;2017-01-01 2017-01-01;state;in-force",
                        "child;E0001;class;CE2 B",
                        "child;E0001;vaccines;outdated");
        assertThat(csv("2016-11-05T08:00", "child", "show", "E0001").lines())
                .contains(
                        "child;E0001;class;CE2 A",
                        "schooling;2016-09-01;class;CE2 A",
                        "schooling;2016-12-05;class;CE2 B",
                        "child;E0001;diet;sans porc");
        assertThat(clerk.at("2017-01-01T08:00", "child", "show", "E0001").out())
                .contains("Diet: sans porc", "Vaccines OUT OF DATE since Sat 2016-12-31");
    }

    @Test
    void nobodyElseIsShown() {
        String shown = csv(DECEMBER, "family", "show", "F0002");
        assertThat(shown).contains("child;E0002;", "child;E0003;").doesNotContain("F0001", "E0001");
    }

    @Test
    void aChildsSheetHoldsItsFamiliesRegistrationsWeeksAndWaitingPlaces() {
        assertThat(csv(DECEMBER, "child", "show", "E0010").lines())
                .contains(
                        "family;F0009;name;Fontarède",
                        "family;F0010;name;Peyronnet",
                        "registration;CANTINE F0009 2016-11-03;to;2016-11-20",
                        "registration;CANTINE F0010 2016-11-21;state;accepted",
                        "typical-week;ACCUEILS SOIR 2016-11-03;days;mon,thu");
        assertThat(csv(DECEMBER, "child", "show", "E0425").lines())
                .contains("request;MERCREDI JOURNEE 2017-01-11;state;waiting");
    }

    @Test
    void jsonIsOneDocumentWithTheListsInside() throws IOException {
        for (String[] command : new String[][] {{"family", "show", "F0002"}, {"child", "show", "E0425"}}) {
            String json =
                    clerk.at(DECEMBER, concat(command, "--format", "json")).out();
            int arrays = 0;
            try (JsonParser parser = JsonFactory.builder().build().createParser(json)) {
                assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    arrays += token == JsonToken.START_ARRAY ? 1 : 0;
                }
            }
            assertThat(arrays).isEqualTo(command[0].equals("family") ? 5 : 7);
        }
    }

    @Test
    void theSheetSpeaksTheClerksLanguage() {
        assertThat(clerk.at(DECEMBER, "--lang", "fr", "family", "show", "F0003").out())
                .contains(
                        "Famille F0003 – Lavernier",
                        "Pas d’identifiant",
                        "perisco family contact F0003 --email ADRESSE",
                        "Quotient familial : 480,00 €",
                        "Reste à payer : 0,00 €");
        assertThat(clerk.at(DECEMBER, "family", "show", "F0004").out()).contains("No family quotient in force");
        assertThat(clerk.at(DECEMBER, "--lang", "fr", "child", "show", "E0003").out())
                .contains("Garçon, né le mercredi 29/02/2012, 4 ans");
    }

    @Test
    void anUnknownCodeIsRefused() {
        assertThat(clerk.asks("family", "show", "F9999").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(clerk.asks("child", "show", "E9999").exit()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void aFamilyIsFoundByAnyNameInIt() {
        assertThat(named("vernalet")).contains("F0002");
        assertThat(named("CHARLOTTE vernalet")).containsExactly("F0002");
        assertThat(named("lacoste noe")).containsExactly("F0002");
        assertThat(named("frederic.vernalet@")).containsExactly("F0002");
        assertThat(named("vernalet nobody")).isEmpty();
        assertThat(clerk.at(DECEMBER, "family", "show", "vernalet").err()).contains("perisco family list --name");
    }

    private List<String> named(String name) {
        return csv(DECEMBER, "family", "list", "--name", name)
                .lines()
                .skip(1)
                .map(line -> line.split(";")[0])
                .toList();
    }
}
