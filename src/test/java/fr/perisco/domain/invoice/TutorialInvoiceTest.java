package fr.perisco.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.activity.Activity;
import fr.perisco.domain.activity.NumberRange;
import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.calendar.NoticePeriod;
import fr.perisco.domain.consumption.Consumption;
import fr.perisco.domain.family.FamilyQuotient;
import fr.perisco.domain.family.QuotientHistory;
import fr.perisco.domain.family.ResidencyHistory;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.Allocations;
import fr.perisco.domain.payment.Credit;
import fr.perisco.domain.payment.OpenInvoice;
import fr.perisco.domain.payment.PayFip;
import fr.perisco.domain.tariff.Residency;
import fr.perisco.domain.tariff.Tariff;
import fr.perisco.domain.tariff.TariffConditions;
import fr.perisco.domain.tariff.TariffGrids;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** F0516070001 of the tutorial: five meals at 2.70, 7.50 paid, PayFiP asked for 6.00. */
class TutorialInvoiceTest {
    private static final YearMonth JULY = YearMonth.of(2016, 7);
    private static final LocalDate DAY_OF_ISSUE = LocalDate.of(2016, 7, 25);
    private static final Activity CANTEEN = new Activity(
            1,
            "RS",
            "RS MAIRIE",
            "SERVICE ÉDUCATION",
            null,
            LocalDate.of(2015, 9, 1),
            LocalDate.of(2016, 7, 31),
            NoticePeriod.NONE,
            NoticePeriod.NONE,
            NumberRange.ANY);
    private static final Unit MEAL = new Unit(1, CANTEEN, "REPAS", "Repas", false, List.of());

    private static Tariff tariff(long id, LocalDate from, long quotientCents, long priceCents) {
        return new Tariff(
                id,
                1,
                from,
                Money.ofCents(quotientCents),
                Residency.BOTH,
                TariffConditions.NONE,
                Money.ofCents(priceCents),
                null,
                null,
                null,
                Money.ofCents(200));
    }

    private static InvoicePlan plan(@Nullable Money quotient, int billed, int surcharged, Tariff... tariffs) {
        QuotientHistory quotients = quotient == null
                ? QuotientHistory.NONE
                : new QuotientHistory(
                        List.of(new FamilyQuotient(1, LocalDate.of(2015, 9, 1), LocalDate.of(2015, 9, 1), quotient)));
        PayingFamily family = new PayingFamily(
                7,
                "F7",
                "TEST",
                new Recipient("DUPONT", "", "", "", "paf@aiga.fr"),
                quotients,
                new ResidencyHistory(List.of()));
        Consumption consumption = new Consumption(DaySet.ofBits(billed), DaySet.ofBits(surcharged));
        return InvoicePlan.of(
                JULY,
                List.of(new FamilyMonth(
                        family, List.of(new ConsumedMonth(3, "E1", "DUPONT KEVIN", MEAL, consumption)))),
                any -> new TariffGrids(List.of(tariffs)),
                new InvoiceWording("Majoration", "Régularisation", "Annulation"),
                List.of());
    }

    @Test
    void fiveMealsAreInvoicedPaidInPartAndAskedForByPayFip() {
        InvoicePlan plan = plan(Money.ofCents(411_00), 0b11111, 0, tariff(1, LocalDate.of(2015, 9, 1), 0, 270));
        DraftInvoice draft = plan.drafts().get(0);
        assertThat(draft.lines()).hasSize(1);
        assertThat(draft.lines().get(0).quantity()).isEqualTo(5);
        assertThat(draft.amount()).hasToString("13.50");

        NumberPattern pattern = NumberPattern.parse("F{office}{yy}{mm}{seq:4}").orElseThrow();
        String number = pattern.number(pattern.prefix("05", DAY_OF_ISSUE), 1);
        assertThat(number).isEqualTo("F0516070001");

        OpenInvoice open = new OpenInvoice(1, number, "F7", JULY, DAY_OF_ISSUE, "paf@aiga.fr", draft.amount());
        var allocations = Allocations.settle(List.of(new Credit(1, false, Money.ofCents(750))), List.of(open));
        Money balance = draft.amount().minus(Allocations.total(allocations));
        assertThat(balance).hasToString("6.00");

        PayFip payFip =
                new PayFip("012345", "T", "https://www.payfip.gouv.fr/tpa/paiement.web", "", Money.ofCents(999_999));
        OpenInvoice left = new OpenInvoice(1, number, "F7", JULY, DAY_OF_ISSUE, "paf@aiga.fr", balance);
        assertThat(payFip.whyNotPayable(left)).isEmpty();
        var reference = payFip.referenceOf(left);
        assertThat(reference.montant()).isEqualTo(600);
        assertThat(reference.exer()).isEqualTo(2016);
        assertThat(reference.objet()).matches("[A-Za-z0-9 ]{1,100}");
    }

    @Test
    void aBandBeginsAtItsLowerBoundAndADecimalQuotientLiesBetween() {
        Tariff low = tariff(1, LocalDate.of(2015, 9, 1), 0, 100);
        Tariff high = tariff(2, LocalDate.of(2015, 9, 1), 623_00, 330);
        assertThat(plan(Money.ofCents(622_50), 1, 0, low, high).total()).hasToString("1.00");
        assertThat(plan(Money.ofCents(623_00), 1, 0, low, high).total()).hasToString("3.30");
        assertThat(plan(null, 1, 0, low, high).total()).hasToString("3.30");
    }

    @Test
    void aMonthIsCutWhereTheGridChanges() {
        InvoicePlan plan = plan(
                Money.ofCents(100_00),
                0b11 | 1 << 19,
                0,
                tariff(1, LocalDate.of(2015, 9, 1), 0, 270),
                tariff(2, LocalDate.of(2016, 7, 15), 0, 280));
        assertThat(plan.drafts().get(0).lines())
                .extracting(line -> line.quantity() + " x " + line.unitPrice())
                .containsExactly("2 x 2.70", "1 x 2.80");
    }

    @Test
    void whoComesWithoutBookingPaysTheSurchargeOnALineOfItsOwn() {
        InvoicePlan plan = plan(Money.ofCents(100_00), 0b111, 0b100, tariff(1, LocalDate.of(2015, 9, 1), 0, 270));
        assertThat(plan.drafts().get(0).lines())
                .extracting(line -> line.label() + " " + line.quantity() + " x " + line.unitPrice())
                .containsExactly("Repas 3 x 2.70", "Majoration 1 x 2.00");
    }

    @Test
    void aQuotientBelowEveryBandBlocks() {
        InvoicePlan plan = plan(Money.ofCents(50_00), 1, 0, tariff(1, LocalDate.of(2015, 9, 1), 100_00, 270));
        assertThat(plan.isBlocked()).isTrue();
        assertThat(plan.drafts()).isEmpty();
    }
}
