package fr.perisco.domain.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.reason.Reason;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecoveryRulesTest {
    private static final LocalDate DUE = LocalDate.of(2016, 12, 31);
    private static final LocalDate DAY = LocalDate.of(2017, 3, 1);
    private static final ReminderLevels LEVELS =
            new ReminderLevels(List.of(level(1, 8, 500), level(2, 30, 1500), level(3, 33, 1500)));

    private static ReminderLevel level(int level, int days, long minimum) {
        return new ReminderLevel(level, days, Money.ofCents(minimum), "Titre", "Texte");
    }

    private static OverdueInvoice invoice(long id, LocalDate due, long cents, int level, @Nullable String reminded) {
        return new OverdueInvoice(
                id,
                "F" + id,
                YearMonth.from(due),
                due.minusDays(30),
                due,
                Money.ofCents(cents),
                Money.ofCents(cents),
                level,
                reminded == null ? null : LocalDate.parse(reminded),
                false);
    }

    private static OverdueInvoice handedOver(OverdueInvoice invoice) {
        return new OverdueInvoice(
                invoice.id(),
                invoice.number(),
                invoice.month(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.amount(),
                invoice.balance(),
                invoice.reminded(),
                invoice.remindedOn(),
                true);
    }

    private static FamilyDebt debt(
            LocalDate day, long credit, @Nullable Hold hold, @Nullable PaymentPlan plan, OverdueInvoice... invoices) {
        return new FamilyDebt(day, 1, "F0001", "Dupont", List.of(invoices), Money.ofCents(credit), hold, plan);
    }

    private static PaymentPlan plan(long left, Instalment... instalments) {
        long total = List.of(instalments).stream()
                .mapToLong(instalment -> instalment.amount().cents())
                .sum();
        return new PaymentPlan(
                4,
                1,
                "F0001",
                "Dupont",
                LocalDate.of(2017, 1, 15),
                List.of(new PaymentPlan.Covered(10, "F10", Money.ofCents(total), Money.ofCents(left))),
                List.of(instalments),
                null,
                null);
    }

    private static Instalment instalment(String day, long cents) {
        return new Instalment(LocalDate.parse(day), Money.ofCents(cents));
    }

    private static String reason(@Nullable Reason reason) {
        return reason == null ? "" : reason.code();
    }

    @Test
    void aLevelComesSoManyDaysAfterTheDueDate() {
        OverdueInvoice invoice = invoice(10, DUE, 2000, 0, null);
        assertThat(LEVELS.isDue(invoice, LocalDate.of(2017, 1, 7))).isFalse();
        assertThat(LEVELS.isDue(invoice, LocalDate.of(2017, 1, 8))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2017-01-08, 2017-01-30",
        "1, 2017-02-20, 2017-02-27",
        "2, 2017-02-27, 2017-03-02",
        "2, 2017-01-30, 2017-02-02"
    })
    void theNextLevelLeavesTimeToAnswer(int level, String remindedOn, String next) {
        assertThat(LEVELS.nextDayOf(invoice(10, DUE, 2000, level, remindedOn))).contains(LocalDate.parse(next));
    }

    @Test
    void afterTheLastLevelThereIsNone() {
        assertThat(LEVELS.nextDayOf(invoice(10, DUE, 2000, 3, "2017-02-20"))).isEmpty();
        assertThat(LEVELS.nextDayOf(invoice(10, DUE, 2000, 5, "2017-02-20"))).isEmpty();
    }

    @Test
    void levelsOutOfOrderCannotExist() {
        assertThatThrownBy(() -> new ReminderLevels(List.of(level(2, 8, 0))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReminderLevels(List.of(level(1, 8, 0), level(2, 8, 0))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneLetterListsAllInTheWordsOfTheHighestLevelAndRaisesOnlyWhatIsDue() {
        OverdueInvoice old = invoice(10, DUE, 2000, 1, "2017-01-08");
        OverdueInvoice young = invoice(11, DAY.minusDays(8), 1000, 0, null);
        OverdueInvoice younger = invoice(12, DAY.minusDays(1), 500, 0, null);
        ReminderDecision decision = ReminderDecision.of(debt(DAY, 0, null, null, old, young, younger), LEVELS);
        assertThat(decision.isReminded()).isTrue();
        assertThat(decision.level()).isEqualTo(LEVELS.levels().get(1));
        assertThat(decision.invoices()).containsExactly(old, young, younger);
        assertThat(decision.amount()).isEqualTo(Money.ofCents(3500));
        assertThat(decision.invoices().stream().map(invoice -> LEVELS.levelAfter(invoice, DAY)))
                .containsExactly(2, 1, 0);
    }

    @Test
    void creditCountsAgainstTheDebtAndTheMinimumIsThatOfTheLevel() {
        OverdueInvoice invoice = invoice(10, DUE, 2000, 1, "2017-01-08");
        assertThat(reason(ReminderDecision.of(debt(DAY, 501, null, null, invoice), LEVELS)
                        .left()))
                .isEqualTo("recovery.minimum");
        assertThat(ReminderDecision.of(debt(DAY, 500, null, null, invoice), LEVELS)
                        .isReminded())
                .isTrue();
        assertThat(reason(ReminderDecision.of(debt(DAY, 2000, null, null, invoice), LEVELS)
                        .left()))
                .isEqualTo("recovery.credit");
    }

    @Test
    void aHoldEndsAfterItsLastDay() {
        OverdueInvoice invoice = invoice(10, DUE, 2000, 0, null);
        assertThat(reason(ReminderDecision.of(debt(DAY, 0, new Hold(DAY, "x"), null, invoice), LEVELS)
                        .left()))
                .isEqualTo("recovery.hold");
        assertThat(ReminderDecision.of(debt(DAY, 0, new Hold(DAY.minusDays(1), "x"), null, invoice), LEVELS)
                        .isReminded())
                .isTrue();
    }

    @Test
    void aKeptPlanCoversItsInvoicesAndNoOthers() {
        PaymentPlan kept = plan(2000, instalment("2017-03-01", 1000), instalment("2017-04-01", 1000));
        OverdueInvoice covered = invoice(10, DUE, 2000, 0, null);
        OverdueInvoice other = invoice(11, DUE, 900, 0, null);
        assertThat(reason(ReminderDecision.of(debt(DAY, 0, null, kept, covered), LEVELS)
                        .left()))
                .isEqualTo("plan.kept");
        ReminderDecision both = ReminderDecision.of(debt(DAY, 0, null, kept, covered, other), LEVELS);
        assertThat(both.isReminded()).isTrue();
        assertThat(both.invoices()).containsExactly(other);
    }

    @Test
    void aMissedPlanCoversNothing() {
        PaymentPlan missed = plan(2000, instalment("2017-02-28", 1000), instalment("2017-04-01", 1000));
        OverdueInvoice covered = invoice(10, DUE, 2000, 0, null);
        FamilyDebt debt = debt(DAY, 0, null, missed, covered);
        assertThat(debt.hasMissedPlan()).isTrue();
        assertThat(ReminderDecision.of(debt, LEVELS).invoices()).containsExactly(covered);
    }

    @Test
    void anInstalmentMayBePaidOnItsDay() {
        PaymentPlan plan = plan(1500, instalment("2017-03-01", 1000), instalment("2017-04-01", 1000));
        assertThat(plan.stateOn(DAY)).isEqualTo(PlanState.KEPT);
        assertThat(plan.stateOn(DAY.plusDays(1))).isEqualTo(PlanState.MISSED);
        assertThat(plan.missingOn(DAY.plusDays(1))).isEqualTo(Money.ofCents(500));
        assertThat(plan.next().map(Instalment::dueOn)).contains(DAY);
        assertThat(plan(0, instalment("2017-03-01", 1000)).stateOn(DAY.plusDays(1)))
                .isEqualTo(PlanState.PAID);
    }

    @ParameterizedTest
    @CsvSource({"10000, 3, 3333 3333 3334", "7500, 4, 1875 1875 1875 1875", "2, 2, 1 1", "100, 1, 100"})
    void monthlyInstalmentsComeToTheDebtAndTheLastTakesTheRemainder(long debt, int months, String parts) {
        assertThat(Instalment.monthly(Money.ofCents(debt), months, LocalDate.of(2017, 1, 31)).stream()
                        .map(instalment -> Long.toString(instalment.amount().cents()))
                        .reduce((one, other) -> one + " " + other))
                .contains(parts);
    }

    @Test
    void instalmentsFollowAMonthApartAlsoFromTheLastDayOfAMonth() {
        assertThat(Instalment.of(Money.ofCents(2500), Money.ofCents(1000), LocalDate.of(2017, 1, 31)))
                .containsExactly(
                        instalment("2017-01-31", 1000), instalment("2017-02-28", 1000), instalment("2017-03-31", 500));
        assertThat(Instalment.count(Money.ofCents(2500), Money.ofCents(1000))).isEqualTo(3);
    }

    @Test
    void smallDebtsAreGroupedForTheTreasury() {
        OverdueInvoice one = invoice(10, DUE, 800, 1, "2017-01-08");
        OverdueInvoice two = invoice(11, DUE, 700, 0, null);
        OverdueInvoice young = invoice(12, DAY.minusDays(50), 9900, 0, null);
        TreasuryDecision both = TreasuryDecision.of(debt(DAY, 0, null, null, one, two, young), 49, Money.ofCents(1500));
        assertThat(both.goes()).isTrue();
        assertThat(both.total()).isEqualTo(Money.ofCents(11400));
        TreasuryDecision alone =
                TreasuryDecision.of(debt(DAY, 0, null, null, one, two, young), 50, Money.ofCents(1501));
        assertThat(alone.goes()).isFalse();
        assertThat(reason(alone.left())).isEqualTo("treasury.minimum");
    }

    @Test
    void nothingGoesToTheTreasuryTwiceOrFromAFamilyWithCreditOnHoldOrWithAKeptPlan() {
        OverdueInvoice invoice = invoice(10, DUE, 2000, 0, null);
        PaymentPlan kept = plan(2000, instalment("2017-04-01", 2000));
        Money minimum = Money.ofCents(1500);
        assertThat(TreasuryDecision.of(debt(DAY, 0, null, null, handedOver(invoice)), 30, minimum)
                        .claims())
                .isEmpty();
        assertThat(reason(TreasuryDecision.of(debt(DAY, 1, null, null, invoice), 30, minimum)
                        .left()))
                .isEqualTo("treasury.credit");
        assertThat(reason(TreasuryDecision.of(debt(DAY, 0, new Hold(DAY, "x"), null, invoice), 30, minimum)
                        .left()))
                .isEqualTo("recovery.hold");
        assertThat(reason(TreasuryDecision.of(debt(DAY, 0, null, kept, invoice), 30, minimum)
                        .left()))
                .isEqualTo("plan.kept");
    }

    @Test
    void theDebtLimitLetsAFamilyOweThatMuchAndCountsWhatTheTreasuryCollects() {
        DebtLimit limit = new DebtLimit(Money.ofCents(2000));
        OverdueInvoice invoice = invoice(10, DUE, 2000, 0, null);
        OverdueInvoice cent = handedOver(invoice(11, DUE, 1, 0, null));
        assertThat(limit.whyNot(debt(DAY, 0, null, null, invoice))).isEmpty();
        assertThat(limit.whyNot(debt(DAY, 0, null, null, invoice, cent)).map(Reason::code))
                .contains("booking.debt");
        assertThat(limit.whyNot(debt(DAY, 1, null, null, invoice, cent))).isEmpty();
        assertThat(limit.whyNot(debt(DAY, 0, new Hold(DAY, "x"), null, invoice, cent)))
                .isEmpty();
        assertThat(limit.whyNot(debt(DAY, 0, null, plan(2000, instalment("2017-04-01", 2000)), invoice, cent)))
                .isEmpty();
    }

    @Test
    void placeholdersAreFilledOnceAndUnknownOnesAreFound() {
        assertThat(ReminderText.filled("{amount} {family} {x}", Map.of("amount", "{family}", "family", "$1")))
                .isEqualTo("{family} $1 {x}");
        assertThat(ReminderText.unknownIn("{amount} {family}")).isEmpty();
        assertThat(ReminderText.unknownIn("{amount} {Montant}")).isEqualTo(Optional.of("Montant"));
    }
}
