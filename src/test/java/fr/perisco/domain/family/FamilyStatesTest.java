package fr.perisco.domain.family;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FamilyStatesTest {
    private static final LocalDate SEPTEMBER = LocalDate.of(2016, 9, 1);
    private static final LocalDate DECEMBER = LocalDate.of(2016, 12, 1);

    private static FamilyQuotient quotient(long id, LocalDate from, LocalDate countsFrom) {
        return new FamilyQuotient(id, from, countsFrom, Money.ofCents(id));
    }

    private static Child child(@Nullable LocalDate birth, @Nullable LocalDate vaccines) {
        return new Child(1, "E0001", "Dupont", "Kévin", birth, "M", "", vaccines);
    }

    @Test
    void aCorrectionThatCountsLaterLeavesTheFirstRecordItsMonths() {
        FamilyQuotient first = quotient(1, SEPTEMBER, SEPTEMBER);
        FamilyQuotient correction = quotient(2, SEPTEMBER, DECEMBER);
        QuotientHistory history = new QuotientHistory(List.of(correction, first));

        assertThat(history.standing()).containsExactly(first, correction);
        assertThat(history.stateOn(first, DECEMBER.minusDays(1))).isEqualTo(QuotientState.IN_FORCE);
        assertThat(history.stateOn(correction, DECEMBER.minusDays(1))).isEqualTo(QuotientState.TO_COME);
        assertThat(history.stateOn(first, DECEMBER)).isEqualTo(QuotientState.PAST);
        assertThat(history.stateOn(correction, DECEMBER)).isEqualTo(QuotientState.IN_FORCE);
    }

    @Test
    void aRecordReplacedBeforeItCountedIsLeftOut() {
        FamilyQuotient replaced = quotient(1, SEPTEMBER, SEPTEMBER);
        FamilyQuotient replacement = quotient(2, SEPTEMBER, SEPTEMBER);
        FamilyQuotient later = quotient(3, DECEMBER, DECEMBER);
        assertThat(new QuotientHistory(List.of(later, replaced, replacement)).standing())
                .containsExactly(replacement, later);
    }

    @Test
    void beforeTheFirstRecordTheFirstOneHolds() {
        SchoolingHistory schools = new SchoolingHistory(List.of(
                new SchoolingHistory.Since(SEPTEMBER, new Schooling("MOULIN", "CP", null, false)),
                new SchoolingHistory.Since(DECEMBER, new Schooling("BOURG", "CP", null, false))));
        assertThat(schools.on(SEPTEMBER.minusDays(1)).school()).isEqualTo("MOULIN");
        assertThat(schools.on(DECEMBER.minusDays(1)).school()).isEqualTo("MOULIN");
        assertThat(schools.on(DECEMBER).school()).isEqualTo("BOURG");

        ResidencyHistory residency = new ResidencyHistory(
                List.of(new ResidencyHistory.Since(SEPTEMBER, true), new ResidencyHistory.Since(DECEMBER, false)));
        assertThat(residency.on(SEPTEMBER.minusDays(1)).orElseThrow().from()).isEqualTo(SEPTEMBER);
        assertThat(residency.isResidentOn(DECEMBER)).isFalse();
        assertThat(ResidencyHistory.NONE.isResidentOn(DECEMBER)).isTrue();
    }

    @Test
    void aChildBornOnALeapDayIsAYearOlderOnTheFirstOfMarch() {
        Child child = child(LocalDate.of(2012, 2, 29), null);
        assertThat(child.ageOn(LocalDate.of(2013, 2, 28))).isZero();
        assertThat(child.ageOn(LocalDate.of(2013, 3, 1))).isEqualTo(1);
        assertThat(child.ageOn(LocalDate.of(2016, 2, 29))).isEqualTo(4);
        assertThat(child(null, null).ageOn(DECEMBER)).isNull();
    }

    @Test
    void vaccinesLastThroughTheirLastDay() {
        assertThat(child(null, DECEMBER).vaccinesOn(DECEMBER)).isEqualTo(VaccineState.VALID);
        assertThat(child(null, DECEMBER).vaccinesOn(DECEMBER.plusDays(1))).isEqualTo(VaccineState.OUTDATED);
        assertThat(child(null, null).vaccinesOn(DECEMBER)).isEqualTo(VaccineState.UNKNOWN);
    }
}
