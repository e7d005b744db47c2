package fr.perisco.domain.family;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.calendar.DaySpan;
import fr.perisco.domain.family.Membership.Spell;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a child belongs to a family. */
class MembershipTest {
    private static final LocalDate JANUARY = LocalDate.of(2017, 1, 1);
    private static final LocalDate JUNE = LocalDate.of(2017, 6, 30);
    private static final LocalDate SEPTEMBER = LocalDate.of(2017, 9, 1);
    private static final Membership TO_JUNE = Membership.since(JANUARY).until(JUNE);

    @Test
    void bothEndsBelongToIt() {
        assertThat(TO_JUNE.isOn(JANUARY)).isTrue();
        assertThat(TO_JUNE.isOn(JUNE)).isTrue();
        assertThat(TO_JUNE.isOn(JANUARY.minusDays(1))).isFalse();
        assertThat(TO_JUNE.isOn(JUNE.plusDays(1))).isFalse();
        assertThat(TO_JUNE.reaches(JUNE)).isTrue();
        assertThat(TO_JUNE.reaches(JUNE.plusDays(1))).isFalse();
    }

    @Test
    void comingBackLeavesTheGapOpen() {
        Membership back = TO_JUNE.with(Membership.since(SEPTEMBER));

        assertThat(back.spells()).containsExactly(new Spell(JANUARY, JUNE), new Spell(SEPTEMBER, null));
        assertThat(back.covers(JANUARY, SEPTEMBER)).isFalse();
        assertThat(back.covers(SEPTEMBER, SEPTEMBER.plusYears(1))).isTrue();
        assertThat(back.written()).isEqualTo("2017-01-01–2017-06-30, 2017-09-01–");
        assertThat(back.within(new DaySpan(JUNE, SEPTEMBER))).containsExactly(DaySpan.of(JUNE), DaySpan.of(SEPTEMBER));
    }

    @Test
    void daysThatTouchAreOneSpell() {
        assertThat(TO_JUNE.with(Membership.since(JUNE.plusDays(1)))).isEqualTo(Membership.since(JANUARY));
        assertThat(Membership.since(SEPTEMBER).with(TO_JUNE.until(JUNE)).spells())
                .hasSize(2);
        assertThat(Membership.ALWAYS.with(TO_JUNE)).isEqualTo(Membership.ALWAYS);
        assertThat(Membership.NEVER.with(TO_JUNE)).isEqualTo(TO_JUNE);
    }

    @Test
    void whatCountsOnADayIsItsSpellElseTheLast() {
        Membership back = TO_JUNE.with(Membership.since(SEPTEMBER));

        assertThat(back.on(JUNE)).isEqualTo(new Spell(JANUARY, JUNE));
        assertThat(back.on(JUNE.plusDays(9))).isEqualTo(new Spell(SEPTEMBER, null));
        assertThat(TO_JUNE.open()).isNull();
        assertThat(Membership.NEVER.on(JUNE)).isNull();
        assertThat(Membership.ALWAYS.until(JUNE).spells()).isEqualTo(List.of(new Spell(null, JUNE)));
    }
}
