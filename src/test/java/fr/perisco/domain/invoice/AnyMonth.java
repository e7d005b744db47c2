package fr.perisco.domain.invoice;

import fr.perisco.domain.Dice;
import fr.perisco.domain.activity.Activity;
import fr.perisco.domain.activity.NumberRange;
import fr.perisco.domain.activity.Offer;
import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.consumption.Consumption;
import fr.perisco.domain.family.FamilyQuotient;
import fr.perisco.domain.family.Level;
import fr.perisco.domain.family.QuotientHistory;
import fr.perisco.domain.family.ResidencyHistory;
import fr.perisco.domain.family.ResidencyHistory.Since;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.tariff.Residency;
import fr.perisco.domain.tariff.Tariff;
import fr.perisco.domain.tariff.TariffConditions;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * A month of any office at random: grids that change in the month, bands and rates, families that move and whose quotients
 * change, children with two registrations, days attended without booking.
 */
public final class AnyMonth {
    public static final YearMonth NOVEMBER = YearMonth.of(2016, 11);
    public static final List<Unit> UNITS = units();
    private static final LocalDate SEPTEMBER = LocalDate.of(2016, 9, 1);
    private static final LocalDate JANUARY = LocalDate.of(2017, 1, 1);

    private AnyMonth() {}

    private static List<Unit> units() {
        Activity canteen = Offer.activity(1, "CANTINE", "none");
        Activity care = Offer.activity(2, "ACCUEILS", "none");
        return List.of(Offer.unit(1, canteen), Offer.unit(2, canteen), Offer.unit(3, care), Offer.unit(4, care));
    }

    private static final NumberRange ANY = NumberRange.ANY;

    /** Pairs of conditions of which each child meets exactly one. */
    private static final List<List<TariffConditions>> SPLITS = List.of(
            List.of(TariffConditions.NONE),
            List.of(
                    new TariffConditions(new NumberRange(null, 5), Set.of(), ANY, null),
                    new TariffConditions(new NumberRange(6, null), Set.of(), ANY, null)),
            List.of(
                    new TariffConditions(ANY, EnumSet.range(Level.TPS, Level.GS), ANY, null),
                    new TariffConditions(ANY, EnumSet.range(Level.CP, Level.CM2), ANY, null)),
            List.of(
                    new TariffConditions(ANY, Set.of(), new NumberRange(1, 1), null),
                    new TariffConditions(ANY, Set.of(), new NumberRange(2, null), null)),
            List.of(
                    new TariffConditions(ANY, Set.of(), ANY, false),
                    new TariffConditions(ANY, Set.of(), new NumberRange(null, 1), true),
                    new TariffConditions(ANY, Set.of(), new NumberRange(2, null), true)));

    /** The same where, at some units, the price depends on the child. */
    public static List<Tariff> tariffsByChild(Dice dice) {
        List<Tariff> tariffs = new ArrayList<>();
        for (Unit unit : UNITS) {
            LocalDate validFrom = SEPTEMBER;
            for (int grid = dice.between(1, 3); grid > 0; grid--) {
                LocalDate from = validFrom;
                dice.oneOf(SPLITS)
                        .forEach(conditions -> addGrid(dice, tariffs, unit, from, Residency.BOTH, conditions));
                validFrom = validFrom.plusDays(dice.between(1, 90));
            }
        }
        return tariffs;
    }

    /** One to three grids a unit, for all or for residents and others apart; now and then the lowest quotients have no band. */
    public static List<Tariff> tariffs(Dice dice) {
        List<Tariff> tariffs = new ArrayList<>();
        for (Unit unit : UNITS) {
            LocalDate validFrom = SEPTEMBER;
            for (int grid = dice.between(1, 3); grid > 0; grid--) {
                if (dice.heads()) {
                    addGrid(dice, tariffs, unit, validFrom, Residency.BOTH);
                } else {
                    addGrid(dice, tariffs, unit, validFrom, Residency.YES);
                    addGrid(dice, tariffs, unit, validFrom, Residency.NO);
                }
                validFrom = validFrom.plusDays(dice.between(1, 90));
            }
        }
        return tariffs;
    }

    private static void addGrid(Dice dice, List<Tariff> tariffs, Unit unit, LocalDate validFrom, Residency residency) {
        addGrid(dice, tariffs, unit, validFrom, residency, TariffConditions.NONE);
    }

    private static void addGrid(
            Dice dice,
            List<Tariff> tariffs,
            Unit unit,
            LocalDate validFrom,
            Residency residency,
            TariffConditions conditions) {
        long quotientFrom = dice.oneIn(12) ? 100_00 : 0;
        long price = dice.between(0, 300);
        for (int band = dice.between(1, 4); band > 0; band--) {
            boolean rate = dice.oneIn(3);
            Money highest = Money.ofCents(price);
            tariffs.add(new Tariff(
                    tariffs.size() + 1L,
                    unit.id(),
                    validFrom,
                    Money.ofCents(quotientFrom),
                    residency,
                    conditions,
                    rate ? null : highest,
                    rate ? (Long) (long) dice.between(0, 8_000) : null,
                    rate ? Money.ofCents(dice.between(0, (int) price)) : null,
                    rate ? highest : null,
                    Money.ofCents(dice.oneIn(3) ? 0 : dice.between(1, 300))));
            quotientFrom += dice.between(1, 600_00);
            price += dice.between(1, 150);
        }
    }

    /** No quotient, one, or several in the month, of which some count later than they are dated. */
    public static QuotientHistory quotients(Dice dice) {
        List<FamilyQuotient> records = new ArrayList<>();
        for (int id = dice.between(0, 4); id > 0; id--) {
            LocalDate from = dice.heads() ? SEPTEMBER.plusDays(id) : dice.dayBetween(SEPTEMBER, JANUARY);
            LocalDate countsFrom = dice.oneIn(3) ? dice.dayBetween(from, JANUARY.plusDays(9)) : from;
            records.add(new FamilyQuotient(id, from, countsFrom, Money.ofCents(dice.between(0, 1_800_00))));
        }
        return new QuotientHistory(records);
    }

    public static ResidencyHistory residency(Dice dice) {
        TreeMap<LocalDate, Boolean> records = new TreeMap<>();
        for (int i = dice.between(0, 3); i > 0; i--) {
            records.put(dice.dayBetween(SEPTEMBER, JANUARY), dice.heads());
        }
        List<Since> oldestFirst = new ArrayList<>();
        records.forEach((from, resident) -> oldestFirst.add(new Since(from, resident)));
        return new ResidencyHistory(oldestFirst);
    }

    public static List<FamilyMonth> families(Dice dice) {
        List<FamilyMonth> families = new ArrayList<>();
        for (int id = dice.between(1, 4); id > 0; id--) {
            PayingFamily family = new PayingFamily(
                    id,
                    "F%03d".formatted(id),
                    "NOM " + id,
                    new Recipient("NOM " + id, id + " rue du Bourg", "24696", "Valmourin", "f" + id + "@exemple.fr"),
                    quotients(dice),
                    residency(dice));
            families.add(new FamilyMonth(family, consumed(dice, id)));
        }
        return families;
    }

    private static List<ConsumedMonth> consumed(Dice dice, long family) {
        List<ConsumedMonth> consumed = new ArrayList<>();
        for (int child = dice.between(1, 2); child > 0; child--) {
            for (Unit unit : UNITS) {
                DaySet left = DaySet.allOf(NOVEMBER);
                for (int place = dice.between(0, 2); place > 0; place--) {
                    DaySet billed = dice.daysOf(NOVEMBER).intersect(left);
                    DaySet surcharged = dice.oneIn(3) ? dice.daysOf(NOVEMBER).intersect(billed) : DaySet.EMPTY;
                    left = left.minus(billed);
                    if (!billed.isEmpty()) {
                        consumed.add(new ConsumedMonth(
                                family * 100 + child * 10L + place,
                                "E%03d%d".formatted(family, child),
                                "NOM " + family + " Enfant " + child,
                                unit,
                                new Consumption(billed, surcharged)));
                    }
                }
            }
        }
        return consumed;
    }

    static List<DayByDay.BilledDay> billedDays(FamilyMonth family) {
        return family.consumed().stream()
                .flatMap(month -> month.consumption()
                        .billed()
                        .days(NOVEMBER)
                        .map(day -> new DayByDay.BilledDay(
                                month.childCode(),
                                month.unit(),
                                day,
                                month.consumption().surcharged().contains(day))))
                .toList();
    }
}
