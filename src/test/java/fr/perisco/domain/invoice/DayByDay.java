package fr.perisco.domain.invoice;

import fr.perisco.domain.activity.NumberRange;
import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.family.FamilyQuotient;
import fr.perisco.domain.family.Level;
import fr.perisco.domain.family.ResidencyHistory;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.tariff.Residency;
import fr.perisco.domain.tariff.Tariff;
import fr.perisco.domain.tariff.TariffConditions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rule 4.6 of the contract once more, without sets, spans or caches: every day is priced for itself in whole cents, and the
 * days are then counted by child, unit, kind and price.
 */
public final class DayByDay {
    /** What a child is on a day. */
    public record Kid(int age, @Nullable Level level, int rank, boolean bringsMeal) {
        public static final Kid ANY = new Kid(0, null, 1, false);
    }

    /**
     * A day that a child is billed for.
     *
     * @param paidFrom where the part begins that the family pays, in hundredths of a percent of the price
     * @param paidTo where it ends
     */
    public record BilledDay(
            String child, Unit unit, LocalDate day, boolean cameUnbooked, Kid kid, int paidFrom, int paidTo) {
        public BilledDay(String child, Unit unit, LocalDate day, boolean cameUnbooked) {
            this(child, unit, day, cameUnbooked, Kid.ANY, 0, ALL);
        }

        private long part(long cents) {
            return (cents * paidTo + ALL / 2) / ALL - (cents * paidFrom + ALL / 2) / ALL;
        }
    }

    private static final int ALL = 10_000;

    /** A line as it is printed. */
    public record Line(String child, String registration, String label, int quantity, long unitPrice) {
        public static Line of(InvoiceLine line) {
            return new Line(
                    line.childCode(),
                    line.registration(),
                    line.label(),
                    line.quantity(),
                    line.unitPrice().cents());
        }
    }

    /** What a family owes; days that no tariff covers are left out of the lines. */
    public record Bill(List<Line> lines, boolean withoutTariff, boolean withoutQuotient) {
        public long cents() {
            return lines.stream()
                    .mapToLong(line -> line.quantity() * line.unitPrice())
                    .sum();
        }
    }

    /** What prices a day. */
    record Price(Tariff row, @Nullable FamilyQuotient quotient, long cents) {}

    private record Key(String child, long activity, long unit, LineKind kind, long price) {}

    private static final Comparator<Key> PRINTED = Comparator.comparing(Key::child)
            .thenComparing(Key::activity)
            .thenComparing(Key::unit)
            .thenComparing(Key::kind)
            .thenComparing(Key::price);

    private final List<Tariff> tariffs;
    private final String surcharge;

    public DayByDay(Collection<Tariff> tariffs, String surcharge) {
        this.tariffs = List.copyOf(tariffs);
        this.surcharge = surcharge;
    }

    public Bill bill(PayingFamily family, Collection<BilledDay> days) {
        Map<Key, List<BilledDay>> counted = new TreeMap<>(PRINTED);
        boolean withoutTariff = false;
        boolean withoutQuotient = false;
        for (BilledDay day : days) {
            Optional<Price> price = price(family, day.unit(), day.day(), day.kid());
            if (price.isEmpty()) {
                withoutTariff = true;
                continue;
            }
            withoutQuotient |= price.get().quotient() == null;
            count(counted, day, LineKind.DAYS, day.part(price.get().cents()));
            long extra = price.get().row().unbookedSurcharge().cents();
            if (day.cameUnbooked() && extra > 0) {
                count(counted, day, LineKind.SURCHARGE, day.part(extra));
            }
        }
        List<Line> lines = new ArrayList<>();
        counted.forEach((key, same) -> {
            Unit unit = same.get(0).unit();
            String label = key.kind() == LineKind.SURCHARGE ? surcharge : unit.label();
            lines.add(new Line(key.child(), unit.activity().label(), label, same.size(), key.price()));
        });
        return new Bill(lines, withoutTariff, withoutQuotient);
    }

    private static void count(Map<Key, List<BilledDay>> counted, BilledDay day, LineKind kind, long price) {
        Key key = new Key(day.child(), day.unit().activity().id(), day.unit().id(), kind, price);
        counted.computeIfAbsent(key, none -> new ArrayList<>()).add(day);
    }

    Optional<Price> price(PayingFamily family, Unit unit, LocalDate day, Kid kid) {
        boolean resident = isResident(family.residency().records(), day);
        FamilyQuotient quotient = quotient(family.quotients().records(), day);
        Tariff found = null;
        for (Tariff row : gridInForce(unit, resident, day)) {
            boolean reached = quotient == null
                    || row.quotientFrom().cents() <= quotient.quotient().cents();
            if (reached && isFor(row.conditions(), kid) && (found == null || isBetter(row, found, quotient))) {
                found = row;
            }
        }
        return found == null ? Optional.empty() : Optional.of(new Price(found, quotient, cents(found, quotient)));
    }

    private List<Tariff> gridInForce(Unit unit, boolean resident, LocalDate day) {
        List<Tariff> begun = tariffs.stream()
                .filter(row -> row.unitId() == unit.id())
                .filter(row -> row.residency() == Residency.BOTH || (row.residency() == Residency.YES) == resident)
                .filter(row -> !row.validFrom().isAfter(day))
                .toList();
        LocalDate latest =
                begun.stream().map(Tariff::validFrom).max(LocalDate::compareTo).orElse(day);
        return begun.stream().filter(row -> row.validFrom().equals(latest)).toList();
    }

    private static boolean isFor(TariffConditions conditions, Kid kid) {
        return isIn(conditions.ages(), kid.age())
                && isIn(conditions.ranks(), kid.rank())
                && (conditions.levels().isEmpty()
                        || (kid.level() != null && conditions.levels().contains(kid.level())))
                && !Boolean.valueOf(!kid.bringsMeal()).equals(conditions.ownMeal());
    }

    private static boolean isIn(NumberRange range, int number) {
        Integer lowest = range.lowest();
        Integer highest = range.highest();
        return (lowest == null || number >= lowest) && (highest == null || number <= highest);
    }

    /** With a quotient the higher band; without one the higher price. */
    private static boolean isBetter(Tariff row, Tariff found, @Nullable FamilyQuotient quotient) {
        return quotient == null
                ? cents(row, null) > cents(found, null)
                : row.quotientFrom().cents() > found.quotientFrom().cents();
    }

    private static long cents(Tariff row, @Nullable FamilyQuotient quotient) {
        Money price = row.price();
        Long ppm = row.ratePpm();
        Money min = row.min();
        Money max = row.max();
        if (price != null) {
            return price.cents();
        }
        if (ppm == null || min == null || max == null) {
            throw new IllegalStateException("neither price nor rate");
        }
        if (quotient == null) {
            return max.cents();
        }
        long rounded = (quotient.quotient().cents() * ppm + 500_000) / 1_000_000;
        return Math.min(Math.max(rounded, min.cents()), max.cents());
    }

    private static boolean isResident(List<ResidencyHistory.Since> records, LocalDate day) {
        for (int i = records.size() - 1; i >= 0; i--) {
            if (i == 0 || !records.get(i).from().isAfter(day)) {
                return records.get(i).resident();
            }
        }
        return true;
    }

    private static @Nullable FamilyQuotient quotient(List<FamilyQuotient> records, LocalDate day) {
        return records.stream()
                .filter(record -> !record.countsFrom().isAfter(day))
                .max(Comparator.comparing(FamilyQuotient::quotientFrom).thenComparing(FamilyQuotient::id))
                .orElse(null);
    }
}
