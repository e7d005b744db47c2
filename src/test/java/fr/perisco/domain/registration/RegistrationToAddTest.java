package fr.perisco.domain.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.activity.Activity;
import fr.perisco.domain.activity.NumberRange;
import fr.perisco.domain.calendar.NoticePeriod;
import fr.perisco.domain.family.SchoolHistory;
import fr.perisco.domain.reason.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegistrationToAddTest {
    private static final LocalDate FIRST = LocalDate.of(2016, 11, 3);
    private static final LocalDate LAST = LocalDate.of(2017, 7, 7);
    private static final Map<Long, String> ONE_FAMILY = Map.of(1L, "F0001");
    private static final Map<Long, String> TWO_FAMILIES = Map.of(1L, "F0001", 2L, "F0002");
    private static final SchoolHistory AT_MOULIN = new SchoolHistory(new TreeMap<>(Map.of(
            LocalDate.of(2016, 9, 1), "MOULIN",
            LocalDate.of(2017, 1, 3), "BOURG")));

    private static Activity canteen(@Nullable String school) {
        return new Activity(
                7,
                "CANTINE",
                "RESTAURANT",
                "SERVICE",
                school,
                FIRST,
                LAST,
                NoticePeriod.NONE,
                NoticePeriod.NONE,
                NumberRange.ANY);
    }

    private static Registration known(long id, long family, LocalDate from, LocalDate to) {
        return new Registration(id, 5, family, 7, from, to, RegistrationState.ACCEPTED);
    }

    private static RegistrationDecision decide(
            LocalDate from, LocalDate to, String family, Map<Long, String> families, Registration... known) {
        return decide(canteen(null), from, to, family, families, known);
    }

    private static RegistrationDecision decideAtSchool(String school, LocalDate from, LocalDate to) {
        return decide(canteen(school), from, to, "", ONE_FAMILY);
    }

    private static RegistrationDecision decide(
            Activity activity,
            LocalDate from,
            LocalDate to,
            String family,
            Map<Long, String> families,
            Registration... known) {
        return new RegistrationToAdd(
                        new Registrant(5, "E0001", null, families, Map.of(), AT_MOULIN, List.of(known)),
                        activity,
                        from,
                        to,
                        family,
                        RegistrationState.ACCEPTED,
                        false)
                .decide();
    }

    private static List<String> ofAge(
            NumberRange ages, @Nullable LocalDate birth, boolean exempt, Registration... known) {
        Activity centre = new Activity(
                7, "ALSH", "CENTRE", "SERVICE", null, FIRST, LAST, NoticePeriod.NONE, NoticePeriod.NONE, ages);
        return codes(new RegistrationToAdd(
                        new Registrant(5, "E0001", birth, ONE_FAMILY, Map.of(), AT_MOULIN, List.of(known)),
                        centre,
                        FIRST,
                        LAST,
                        "",
                        RegistrationState.ACCEPTED,
                        exempt)
                .decide());
    }

    @Test
    void agesAreCompletedYearsOnTheFirstDay() {
        NumberRange ages = new NumberRange(3, 11);
        assertThat(ofAge(ages, FIRST.minusYears(3), false)).isEmpty();
        assertThat(ofAge(ages, FIRST.minusYears(3).plusDays(1), false)).containsExactly("registration.too-young");
        assertThat(ofAge(ages, FIRST.minusYears(12).plusDays(1), false)).isEmpty();
        assertThat(ofAge(ages, FIRST.minusYears(12), false)).containsExactly("registration.too-old");
        assertThat(ofAge(new NumberRange(null, 11), FIRST.minusYears(1), false)).isEmpty();
        assertThat(ofAge(new NumberRange(3, null), FIRST.minusYears(20), false)).isEmpty();
    }

    @Test
    void whoIsTooYoungUntilTheEndIsNotToldToComeBack() {
        assertThat(ofAge(new NumberRange(3, 11), FIRST.minusYears(1), false))
                .containsExactly("registration.too-young-all");
        assertThat(ofAge(new NumberRange(3, 11), LAST.minusYears(3), false)).containsExactly("registration.too-young");
    }

    @Test
    void anUnknownBirthDateMattersOnlyWhereAgesDo() {
        assertThat(ofAge(new NumberRange(3, 11), null, false)).containsExactly("registration.age-unknown");
        assertThat(ofAge(NumberRange.ANY, null, false)).isEmpty();
    }

    @Test
    void ageIsOverlookedForAReasonAndForWhoIsRegisteredAlready() {
        LocalDate tooOld = FIRST.minusYears(13);
        assertThat(ofAge(new NumberRange(3, 11), tooOld, true)).isEmpty();
        assertThat(ofAge(new NumberRange(3, 11), tooOld, false, known(9, 1, FIRST, LAST)))
                .isEmpty();
    }

    private static List<String> codes(RegistrationDecision decision) {
        return decision.objections().stream()
                .map(Objection::reason)
                .map(Reason::code)
                .toList();
    }

    @Test
    void theOnlyFamilyPaysWhenNoneIsNamed() {
        assertThat(decide(FIRST, LAST, "", ONE_FAMILY)
                        .change()
                        .orElseThrow()
                        .after()
                        .familyId())
                .isEqualTo(1);
        assertThat(codes(decide(FIRST, LAST, "", TWO_FAMILIES))).containsExactly("registration.which-family");
        assertThat(codes(decide(FIRST, LAST, "", Map.of()))).containsExactly("registration.no-family");
    }

    @Test
    void thePayerIsAFamilyOfTheChild() {
        assertThat(decide(FIRST, LAST, "F0002", TWO_FAMILIES)
                        .change()
                        .orElseThrow()
                        .after()
                        .familyId())
                .isEqualTo(2);
        assertThat(codes(decide(FIRST, LAST, "F0003", TWO_FAMILIES))).containsExactly("registration.not-its-family");
    }

    @Test
    void theDaysTouchTheActivitys() {
        assertThat(decide(FIRST.minusDays(9), FIRST, "", ONE_FAMILY).objections())
                .isEmpty();
        assertThat(codes(decide(FIRST.minusDays(9), FIRST.minusDays(1), "", ONE_FAMILY)))
                .containsExactly("registration.outside-activity");
        assertThat(decide(LAST, LAST.plusDays(9), "", ONE_FAMILY).objections()).isEmpty();
        assertThat(codes(decide(LAST.plusDays(1), LAST.plusDays(9), "", ONE_FAMILY)))
                .containsExactly("registration.outside-activity");
        assertThat(codes(decide(LAST, FIRST, "", ONE_FAMILY))).containsExactly("registration.order");
    }

    @Test
    void anActivityOfASchoolTakesWhoGoesThereOnSomeDayOfTheRegistration() {
        assertThat(decideAtSchool("MOULIN", FIRST, LAST).objections()).isEmpty();
        assertThat(codes(decideAtSchool("MOULIN", LocalDate.of(2017, 1, 3), LAST)))
                .containsExactly("registration.for-school");
        assertThat(codes(decideAtSchool("BOURG", FIRST, LocalDate.of(2017, 1, 2))))
                .containsExactly("registration.for-school");
    }

    @Test
    void registrationsOfOneFamilyDoNotOverlapThoseOfTwoMay() {
        Registration other = known(9, 1, FIRST, LocalDate.of(2016, 12, 31));
        assertThat(codes(decide(LocalDate.of(2016, 12, 31), LAST, "F0001", TWO_FAMILIES, other)))
                .containsExactly("registration.overlap.accepted");
        assertThat(decide(LocalDate.of(2017, 1, 1), LAST, "F0001", TWO_FAMILIES, other)
                        .objections())
                .isEmpty();
        for (LocalDate from : List.of(FIRST, FIRST.plusDays(1))) {
            assertThat(decide(from, LAST, "F0002", TWO_FAMILIES, other)
                            .change()
                            .orElseThrow()
                            .isNew())
                    .isTrue();
        }
    }

    @Test
    void theSameFirstDayIsTheSameRegistration() {
        Registration stored = known(9, 1, FIRST, LAST);
        RegistrationChange same =
                decide(FIRST, LAST, "", ONE_FAMILY, stored).change().orElseThrow();
        assertThat(same.isNothing()).isTrue();
        RegistrationChange shorter = decide(FIRST, LAST.minusDays(1), "", ONE_FAMILY, stored)
                .change()
                .orElseThrow();
        assertThat(shorter.isNothing()).isFalse();
        assertThat(shorter.isNew()).isFalse();
        assertThat(shorter.before()).contains(stored);
    }

    @Test
    void aRegistrationThatGrowsDoesNotReachTheNextOne() {
        Registration stored = known(9, 1, FIRST, FIRST.plusDays(5));
        Registration next = known(10, 1, FIRST.plusDays(10), LAST);
        assertThat(codes(decide(FIRST, FIRST.plusDays(10), "", ONE_FAMILY, stored, next)))
                .containsExactly("registration.overlap.accepted");
        assertThat(decide(FIRST, FIRST.plusDays(9), "", ONE_FAMILY, stored, next)
                        .objections())
                .isEmpty();
    }

    @Test
    void twiceInOneFileIsAnOverlap() {
        assertThat(codes(decide(FIRST, LAST, "", ONE_FAMILY, known(0, 1, FIRST, LAST))))
                .containsExactly("registration.overlap.accepted");
    }

    @Test
    void oneThatWaitsForADecisionOverlapsOneThatWasRefusedDoesNot() {
        Registration pending = new Registration(9, 5, 1, 7, FIRST, LAST, RegistrationState.PENDING);
        Registration refused = new Registration(9, 5, 1, 7, FIRST, LAST, RegistrationState.REFUSED);
        assertThat(codes(decide(FIRST, LAST, "", ONE_FAMILY, pending))).containsExactly("registration.overlap.pending");
        assertThat(codes(decide(FIRST, LAST, "", ONE_FAMILY, refused))).containsExactly("registration.overlap.refused");
        assertThat(decide(FIRST.plusDays(1), LAST, "", ONE_FAMILY, refused).objections())
                .isEmpty();
    }

    @Test
    void allThatSpeaksAgainstItIsSaidAtOnce() {
        assertThat(codes(decide(LAST.plusDays(1), LAST.plusDays(2), "", TWO_FAMILIES)))
                .containsExactly("registration.which-family", "registration.outside-activity");
    }
}
