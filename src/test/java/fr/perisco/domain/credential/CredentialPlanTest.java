package fr.perisco.domain.credential;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.Guardian;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CredentialPlanTest {
    private static CredentialFamily family(String code, String email, boolean hasPassword, Pupil... pupils) {
        return new CredentialFamily(
                Integer.parseInt(code.substring(1)),
                new Family(
                        code,
                        "Dupont",
                        new Guardian(1, "Mme", "Dupont", "Sandra", email, ""),
                        null,
                        "",
                        "",
                        "",
                        null,
                        null,
                        null),
                hasPassword,
                List.of(pupils));
    }

    private static Pupil pupil(String name, String school, String schoolClass) {
        return new Pupil(
                new Child(0, "E" + name, name, "Kévin", LocalDate.of(2009, 5, 14), "M", "", null),
                school.isEmpty() ? "" : "S" + school.charAt(0),
                school,
                schoolClass);
    }

    private static List<String> codes(List<CredentialFamily> families) {
        return families.stream().map(CredentialFamily::code).toList();
    }

    private static final List<CredentialFamily> FAMILIES = List.of(
            family("F1", "un@example.org", false),
            family("F2", "", false),
            family("F3", "trois@example.org", true),
            family("F4", "", true));

    @Test
    void thoseThatHaveNoneAreServed() {
        CredentialPlan plan = CredentialPlan.of(FAMILIES, false);

        assertThat(codes(plan.toServe())).containsExactly("F1");
        assertThat(codes(plan.served())).containsExactly("F3");
        assertThat(codes(plan.withoutLogin())).containsExactly("F2", "F4");
        assertThat(plan.replaced()).isZero();
    }

    @Test
    void allRenewsThoseThatHaveOneAndStillServesNobodyWithoutALogin() {
        CredentialPlan plan = CredentialPlan.of(FAMILIES, true);

        assertThat(codes(plan.toServe())).containsExactly("F1", "F3");
        assertThat(plan.served()).isEmpty();
        assertThat(codes(plan.withoutLogin())).containsExactly("F2", "F4");
        assertThat(plan.replaced()).isEqualTo(1);
    }

    @Test
    void sheetsGoBySchoolAndClassOfTheChildWhoComesFirstInThatOrder() {
        List<CredentialFamily> handedOut = List.of(
                family("F7", "7@example.org", false, pupil("Zola", "Bourg", "CE1 A")),
                family("F3", "3@example.org", false, pupil("Abadie", "Bourg", "CE2 A")),
                family("F9", "9@example.org", false, pupil("Roy", "Moulin", "PS"), pupil("Élie", "Bourg", "CE2 A")),
                family("F2", "2@example.org", false, pupil("Évrard", "Bourg", "CE2 A"), pupil("Roy", "Moulin", "CP")),
                family("F5", "5@example.org", false, pupil("Faure", "Bourg", "CE2 A")),
                family("F4", "4@example.org", false, pupil("Abadie", "Bourg", "")),
                family("F6", "6@example.org", false, pupil("Abadie", "École des Vergers", "CP")),
                family("F8", "8@example.org", false, pupil("Abadie", "Moulin", "CP")),
                family("F1", "1@example.org", false, pupil("Abadie", "", "")),
                family("F0", "0@example.org", false));

        List<CredentialFamily> shuffled = new ArrayList<>(handedOut);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(codes(CredentialPlan.of(shuffled, false).toServe())).isEqualTo(codes(handedOut));
        }
    }

    @Test
    void aSheetListsTheChildrenInTheSameOrder() {
        CredentialFamily family = family(
                "F1",
                "un@example.org",
                false,
                pupil("Cadet", "Moulin", "CP"),
                pupil("Benjamin", "", ""),
                pupil("Aîné", "Bourg", "CE2"));

        assertThat(family.pupils())
                .extracting(pupil -> pupil.child().lastName())
                .containsExactly("Aîné", "Cadet", "Benjamin");
    }
}
